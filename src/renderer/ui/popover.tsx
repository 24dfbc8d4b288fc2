import './popover.css';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import type { ReactNode } from 'react';

export interface PopoverProps extends Omit<AriaPopoverProps, 'children' | 'className'> {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small panel beside its trigger, inside React Aria's DialogTrigger: Escape and a click elsewhere close it. */
export function Popover({ label, className = '', children, ...props }: PopoverProps) {
  return (
    <AriaPopover offset={8} {...props} aria-label={label} className={`popover popover-body ${className}`}>
      {children}
    </AriaPopover>
  );
}
