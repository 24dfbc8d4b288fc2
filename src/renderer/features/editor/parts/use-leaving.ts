import { useEffect } from 'react';
import { useSession } from '../state/context.tsx';

/** Nothing typed is lost when the page is hidden, reloaded or closed. */
export function useLeaving(): void {
  const session = useSession();
  useEffect(() => {
    const onHide = (): void => {
      session.pause();
    };
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') session.pause();
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      session.pause();
      if (session.hasUnsent && session.state.saving === 'waiting') event.preventDefault();
    };
    window.addEventListener('pagehide', onHide);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [session]);
}
