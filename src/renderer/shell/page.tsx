import './page.css';
import type { ReactNode } from 'react';
import { usePageTitle } from './page-title.ts';

export interface PageProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A screen that is read from top to bottom, such as the films or the settings. */
export function Page({ title, text, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className="page" tabIndex={-1}>
      <div className="page-body">
        <div className="page-head">
          <h1 className="page-title">{title}</h1>
          {text === undefined ? null : <p className="page-text">{text}</p>}
        </div>
        {children}
      </div>
    </div>
  );
}
