/** Schedules of noise over the steps of a painting. */
import type { SchedulerConfig } from './config.ts';
import { spread } from './times.ts';

/** The table's value at a place between its entries. */
export function at(table: ArrayLike<number>, place: number): number {
  const low = Math.min(table.length - 1, Math.max(0, Math.floor(place)));
  const high = Math.min(table.length - 1, low + 1);
  return table[low]! + (table[high]! - table[low]!) * (place - low);
}

/** Karras et al. 2022 (arXiv 2206.00364), equation 5. */
export function karras(
  { sigmaMin, sigmaMax }: Pick<SchedulerConfig, 'sigmaMin' | 'sigmaMax'>,
  range: { readonly least: number; readonly most: number },
  steps: number,
): number[] {
  const rho = 7;
  const least = (sigmaMin ?? range.least) ** (1 / rho);
  const most = (sigmaMax ?? range.most) ** (1 / rho);
  return spread(1, steps).map((ramp) => (most + ramp * (least - most)) ** rho);
}

/** The training time at which there is so much noise. */
export function timeOf(sigma: number, table: Float32Array): number {
  const wanted = Math.log(Math.max(sigma, 1e-10));
  let low = 0;
  const logarithms = Array.from(table, Math.log);
  while (low < table.length - 2 && logarithms[low + 1]! <= wanted) low += 1;
  const [from, to] = [logarithms[low]!, logarithms[low + 1]!];
  const weight = Math.min(1, Math.max(0, (from - wanted) / (from - to)));
  return (1 - weight) * low + weight * (low + 1);
}

/** What is left after the last step. */
export function lastSigma({ finalSigma }: Pick<SchedulerConfig, 'finalSigma'>, table: Float32Array): number {
  return finalSigma === 'zero' ? 0 : table[0]!;
}
