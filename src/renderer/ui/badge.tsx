import './badge.css';
import type { ReactNode } from 'react';

export interface BadgeProps {
  readonly tone?: 'plain' | 'accent' | 'ok' | 'warn' | 'danger';
  readonly icon?: ReactNode;
  /** The state in words: colour only repeats it. */
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
