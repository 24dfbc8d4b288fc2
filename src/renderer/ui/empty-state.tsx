import './empty-state.css';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** 1 where it is all that the screen says. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a place says when there is nothing in it yet: what it is for, and the way on. */
export function EmptyState({ icon, title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden>
        {icon}
      </span>
      <Heading className="empty-title">{title}</Heading>
      {children === undefined ? null : <p className="empty-text">{children}</p>}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  );
}
