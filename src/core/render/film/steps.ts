import { throwIfCancelled } from '../../../shared/errors.ts';
import type { Builder } from '../../build/contract.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import type { ProgressTracker } from '../../progress.ts';
import type { FilmJob } from './parts.ts';

export interface StepOptions {
  readonly unit: string;
  readonly work: number;
  /** See work.ts; the stage's name by default. */
  readonly rate?: string;
  readonly signal: AbortSignal;
}

/** Makes one step of a film, counting it for progress and the report. */
export type RunStep = <Input, Output>(
  stage: Stage<Input, Output>,
  input: Input,
  options: StepOptions,
) => Promise<Artefact<Output>>;

export interface StepEnd {
  readonly stage: string;
  readonly unit: string;
  readonly cached: boolean;
  /** Wall seconds, waiting for a free thread included. */
  readonly seconds: number;
}

const MESSAGES: Readonly<Record<string, string>> = {
  read: 'Reading the story',
  plan: 'Planning the scenes',
  narrate: 'Telling the story',
  recording: 'Preparing the recording',
  'own-voice': 'Cutting the recording',
  illustrate: 'Drawing the scenes',
  paint: 'Painting the scenes',
  upscale: 'Enlarging what is painted',
  enlarge: 'Painting the scenes',
  place: 'Placing your pictures',
  thumbnail: 'Drawing the scenes',
  compose: 'Setting pictures in motion',
  preview: 'Adding the sound',
  mix: 'Mixing the sound',
  bed: 'Composing the music',
  'own-music': 'Reading your music',
};

/**
 * @param totals how many steps each stage has, as far as it is known
 */
export function createStepRunner(
  builder: Builder,
  job: FilmJob,
  totals: Readonly<Record<string, number>>,
  progress: ProgressTracker,
  onStep: (step: StepEnd) => void,
): RunStep {
  const done = new Map<string, number>();
  const add = (stage: string, amount: number): void => {
    const sum = (done.get(stage) ?? 0) + amount;
    done.set(stage, sum);
    progress.update(stage, { done: sum, total: totals[stage] ?? 1, message: MESSAGES[stage] ?? stage });
  };
  return async (stage, input, { unit, work, rate, signal }) => {
    throwIfCancelled(signal);
    const started = performance.now();
    let reported = 0;
    const artefact = await builder.make(stage, input, {
      ...job,
      unit,
      signal,
      work,
      rate,
      onProgress: (value) => {
        add(stage.name, Math.max(0, value - reported));
        reported = Math.max(reported, value);
      },
    });
    add(stage.name, 1 - reported);
    onStep({ stage: stage.name, unit, cached: artefact.cached, seconds: (performance.now() - started) / 1000 });
    return artefact;
  };
}
