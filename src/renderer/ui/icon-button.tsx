import { composeRenderProps, TooltipTrigger } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** Says what it does: the accessible name and the tooltip. */
  readonly label: string;
  /** Shown after the label in the tooltip, such as 'Ctrl+Z'. */
  readonly keys?: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, keys, icon, look = 'quiet', className, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        {...props}
        look={look}
        aria-label={label}
        icon={icon}
        className={composeRenderProps(className, (own) => `icon-button ${own ?? ''}`)}
      />
      <Tooltip>
        {label}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
