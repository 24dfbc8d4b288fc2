import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The two places in the window's header that a screen may fill; null until the header is there. */
export interface HeaderPlaces {
  readonly title: HTMLElement | null;
  readonly actions: HTMLElement | null;
}

export const HeaderPlacesContext = createContext<HeaderPlaces>({ title: null, actions: null });

/** After the logo: the project's title, its saved state. */
export function HeaderTitle({ children }: { readonly children: ReactNode }) {
  const { title } = use(HeaderPlacesContext);
  return title && createPortal(children, title);
}

/** At the right end, after the job indicator: undo, redo, the screen's main action. */
export function HeaderActions({ children }: { readonly children: ReactNode }) {
  const { actions } = use(HeaderPlacesContext);
  return actions && createPortal(children, actions);
}
