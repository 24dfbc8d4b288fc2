import { useEffect, useState } from 'react';
import type { Health } from '../../../shared/views.ts';

const MINUTE_MS = 60_000;

export interface Moment {
  /** 0..1, from a minute before the latest moment to it. */
  readonly place: number;
  readonly health: Health;
}

/** What was said within the last minute, the oldest first. */
export function useHistory(health: Health | undefined): readonly Moment[] {
  const [history, setHistory] = useState<readonly { readonly at: number; readonly health: Health }[]>([]);
  useEffect(() => {
    if (!health) return;
    const now = Date.now();
    setHistory((before) => [...before.filter(({ at }) => now - at < MINUTE_MS), { at: now, health }]);
  }, [health]);
  const last = history.at(-1)?.at ?? 0;
  return history.map(({ at, health: then }) => ({ place: 1 - (last - at) / MINUTE_MS, health: then }));
}
