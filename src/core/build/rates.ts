import { cpus } from 'node:os';
import type { Measurement } from '../store/measurements.ts';
import type { Estimate } from './contract.ts';

/** From the median time per unit of work: one slow run (a machine just woken, a busy one) does not spoil it. */
export function estimateSeconds(measurements: readonly Measurement[], work: number): Estimate {
  const rates = measurements.filter((one) => one.work > 0).map((one) => one.ms / one.work);
  if (rates.length === 0) return { seconds: undefined, samples: 0 };
  rates.sort((a, b) => a - b);
  const middle = rates.length / 2;
  const median = (rates[Math.ceil(middle) - 1]! + rates[Math.floor(middle)]!) / 2;
  return { seconds: (median * work) / 1000, samples: rates.length };
}

/** Processor and cores: a data folder that moved to another machine has nothing measured there. */
export function thisMachine(): string {
  const processors = cpus();
  return `${processors[0]?.model ?? process.arch} x${String(processors.length)}`;
}
