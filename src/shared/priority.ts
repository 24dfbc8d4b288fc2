/** How urgent a work is; the higher goes first. */

/** What is made ahead waits for an export, and everything waits for what is on the screen. */
export const PRIORITIES = { ahead: 0, export: 1, shown: 2 } as const;

/** The urgency of a work that waits: it rises when someone asks for the same thing more urgently. */
export interface Priority {
  readonly value: number;
  /** Calls back whenever `value` has risen. @returns ends that */
  onRise(listener: () => void): () => void;
}

/** One that never rises. */
export function steadyPriority(value: number): Priority {
  return { value, onRise: () => () => undefined };
}
