import { useEffect } from 'react';

/** The window's title while the screen is shown: 'The Fox and the Owl · Storyloom'. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined || title === '' ? 'Storyloom' : `${title} · Storyloom`;
  }, [title]);
}
