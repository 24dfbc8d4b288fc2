import './tooltip.css';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import type { ReactNode } from 'react';

/** Inside a TooltipTrigger of React Aria, beside what it is about. */
export function Tooltip({ children }: { readonly children: ReactNode }) {
  return (
    <AriaTooltip className="tooltip" offset={6}>
      {children}
    </AriaTooltip>
  );
}
