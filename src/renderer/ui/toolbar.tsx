import './toolbar.css';
import { Group, Separator, Toolbar as AriaToolbar } from 'react-aria-components';
import type { ReactNode } from 'react';

/** Buttons that belong together: arrow keys go from one to the next, Tab leaves. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="toolbar">
      {children}
    </AriaToolbar>
  );
}

export function ToolbarGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Group aria-label={label} className="toolbar-group">
      {children}
    </Group>
  );
}

export function ToolbarSeparator() {
  return <Separator orientation="vertical" className="toolbar-separator" />;
}
