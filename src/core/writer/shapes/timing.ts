import type { Condition } from './say.ts';
import type { Idea, Tale } from '../types.ts';

/** Where in a shape an event of the idea belongs. */
export type Turn = 'early' | 'middle' | 'late';

/** The verbs by which a shape knows an early and a late event; everything else happens in the middle. */
export interface Timing {
  readonly early: ReadonlySet<string>;
  readonly late: ReadonlySet<string>;
}

export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Events keep the idea's order: what comes after a late one is late, and only those before a middle one are early. */
function turnOf(idea: Idea, number: number, timing: Timing): Turn | undefined {
  let turn: Turn = 'early';
  for (const event of idea.events.slice(0, number)) {
    if (turn === 'late' || timing.late.has(event.verb)) turn = 'late';
    else if (turn === 'middle' || !timing.early.has(event.verb)) turn = 'middle';
  }
  return number <= idea.events.length ? turn : undefined;
}

/** The idea has this event, and it belongs here. */
export function falls(number: number, turn: Turn, timing: Timing): Condition {
  return (tale: Tale) => turnOf(tale.idea, number, timing) === turn;
}
