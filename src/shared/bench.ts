export const BENCHES = ['narration', 'listen', 'compose', 'storybook', 'sound', 'film'] as const;
export type BenchName = (typeof BENCHES)[number];

/** One measured figure. What it is compared with was measured in the same run, so the ratio holds on a noisy machine. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  /** 'x real time', 's', 'pictures/s', 'MB'. */
  readonly unit: string;
  /** What it is compared with. */
  readonly baseline?: { readonly name: string; readonly value: number };
  /** How many times better than the baseline. */
  readonly ratio?: number;
  /** What we want of value or ratio on two cores, in words. */
  readonly goal?: string;
}
