import './button.css';
import { Button as AriaButton, composeRenderProps, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';

export interface ButtonProps extends Omit<AriaButtonProps, 'children'> {
  /** 'primary' is the one thing to do here; 'quiet' has no frame until it is pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}

export function Button({ look = 'plain', size = 'normal', icon, children, className, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={composeRenderProps(className, (own) => `button button-${look} button-${size} ${own}`)}
    >
      {icon}
      {children === undefined ? null : <span className="button-label">{children}</span>}
    </AriaButton>
  );
}
