import type { BenchName, BenchRow } from '../../shared/bench.ts';
import type { Progress } from '../../shared/job.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { runtimeVersion } from '../paths.ts';
import type { Workplace } from '../workplace.ts';

export interface BenchContext {
  readonly workplace: Workplace;
  readonly signal: AbortSignal;
}

export interface BenchReport {
  /** ISO 8601, the day. */
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly BenchRow[];
}

export interface BenchHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Loaded when asked for: no other command has a use for them. */
const RUNS = {
  narration: async (context) => (await import('./narration.ts')).benchNarration(context),
  listen: async (context) => (await import('./listen.ts')).benchListening(context),
  compose: async (context) => (await import('./compose.ts')).benchCompose(context),
  storybook: async (context) => (await import('./storybook.ts')).benchStorybook(context),
  sound: async (context) => (await import('./sound.ts')).benchSound(context),
  film: async (context) => (await import('./film.ts')).benchFilm(context),
} satisfies Record<BenchName, (context: BenchContext) => Promise<BenchRow[]>>;

/**
 * Runs the named benchmarks, one after the other: side by side they would measure each other. The film is the first, whatever
 * its place in the table: its memory is that of a process which has done nothing else before.
 */
export async function runBenches(
  workplace: Workplace,
  names: readonly BenchName[],
  { signal, onProgress }: BenchHooks,
): Promise<BenchReport> {
  const rows = new Map<BenchName, readonly BenchRow[]>();
  const order = [...names].sort((a, b) => Number(b === 'film') - Number(a === 'film'));
  for (const [index, name] of order.entries()) {
    onProgress({
      stage: name,
      value: index / names.length,
      done: index,
      total: names.length,
      message: `Measuring ${name}`,
    });
    rows.set(name, await RUNS[name]({ workplace, signal }));
  }
  onProgress({ stage: 'done', value: 1, message: 'Done' });
  const { ffmpeg } = await workplace.media();
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    versions: { node: process.versions.node, onnxruntime: runtimeVersion(), ffmpeg: ffmpeg.version },
    rows: names.flatMap((name) => rows.get(name) ?? []),
  };
}
