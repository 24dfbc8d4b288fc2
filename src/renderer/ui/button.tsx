import './button.css';
import { Button as AriaButton, composeRenderProps, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'isPending'> {
  /** 'primary' is the one thing to do here; 'quiet' has no frame until it is pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  /** What it does is under way: it keeps its focus and does nothing more. */
  readonly isPending?: boolean;
  readonly children?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'normal', icon, isPending = false, onPress, children, className, ...rest } = props;
  // React Aria's own isPending has a screen reader read the button out once more, also when it has gone with its dialog.
  const pending = { 'aria-disabled': true, 'data-pending': true } as const;
  return (
    <AriaButton
      {...rest}
      {...(isPending ? pending : onPress ? { onPress } : {})}
      className={composeRenderProps(className, (own) => `button button-${look} button-${size} ${own ?? ''}`)}
    >
      {icon}
      {children === undefined ? null : <span className="button-label">{children}</span>}
    </AriaButton>
  );
}
