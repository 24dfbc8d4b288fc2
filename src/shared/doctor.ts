/** One thing that was looked at on this machine. */
export interface Finding {
  readonly what: string;
  /** 'advice': works, and could be better. */
  readonly state: 'ok' | 'advice' | 'missing';
  readonly fact: string;
  /** What to type or do. */
  readonly hint?: string;
}
