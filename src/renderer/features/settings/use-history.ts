import { useEffect, useState } from 'react';
import type { Health } from '../../../shared/views.ts';

const MINUTE_MS = 60_000;

/** What was said within the last minute, the oldest first. */
export function useHistory(health: Health | undefined): readonly Health[] {
  const [history, setHistory] = useState<readonly { readonly at: number; readonly health: Health }[]>([]);
  useEffect(() => {
    if (!health) return;
    const now = Date.now();
    setHistory((before) => [...before.filter(({ at }) => now - at < MINUTE_MS), { at: now, health }]);
  }, [health]);
  return history.map((entry) => entry.health);
}
