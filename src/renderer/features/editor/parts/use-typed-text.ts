import { useEffect, useRef, useState } from 'react';

/**
 * A line that is typed and kept when it is left, on Enter and when its field goes away; Escape takes it back. While nobody
 * types it shows what is true. `onKeep` is called only with something new.
 */
export function useTypedText(value: string, onKeep: (text: string) => void) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const latest = useRef({ typed, value, onKeep });
  latest.current = { typed, value, onKeep };

  const keep = (): void => {
    const { typed: text, value: known, onKeep: give } = latest.current;
    latest.current.typed = undefined;
    setTyped(undefined);
    if (text !== undefined && text.trim() !== known) give(text.trim());
  };
  const keepLatest = useRef(keep);
  keepLatest.current = keep;

  useEffect(() => {
    const keepNow = (): void => keepLatest.current();
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, []);

  return {
    value: typed ?? value,
    onChange: setTyped,
    onBlur: keep,
    onKeyDown: (event: { readonly key: string; preventDefault(): void; readonly target: EventTarget }): void => {
      if (event.key === 'Enter') {
        event.preventDefault();
        keep();
      } else if (event.key === 'Escape') {
        latest.current.typed = undefined;
        setTyped(undefined);
      }
    },
  };
}
