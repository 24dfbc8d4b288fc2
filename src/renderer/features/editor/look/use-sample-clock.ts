import { useEffect, useState } from 'react';

/** A pause between two rounds, seconds. */
const PAUSE = 1.2;

/**
 * Seconds that run from 0 to `length` and begin anew, told only when what `placeAt` says of them changes: a preview is drawn
 * again once a word, not sixty times a second. Stands still while it does not play.
 */
export function useSampleClock(placeAt: (seconds: number) => number, length: number, isPlaying: boolean): number {
  const [place, setPlace] = useState(() => placeAt(0));
  useEffect(() => {
    if (!isPlaying || length <= 0) return undefined;
    const began = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      setPlace(placeAt(((now - began) / 1000) % (length + PAUSE)));
      frame = requestAnimationFrame(tick);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [placeAt, length, isPlaying]);
  return place;
}
