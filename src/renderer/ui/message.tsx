import './message.css';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface MessageProps {
  readonly tone?: 'info' | 'warn' | 'danger';
  readonly title?: string | undefined;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}

const ICONS = { info: Info, warn: TriangleAlert, danger: CircleAlert };

/** Something said in place: what happened, and what to do next. A 'danger' one is read out at once. */
export function Message({ tone = 'info', title, hint, children }: MessageProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`message message-${tone}`} {...(tone === 'danger' ? { role: 'alert' } : {})}>
      <Icon aria-hidden />
      <div className="message-text">
        {title === undefined ? null : <p className="message-title">{title}</p>}
        {hint === undefined ? null : <p>{hint}</p>}
        {children}
      </div>
    </div>
  );
}
