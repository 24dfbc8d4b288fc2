import { CancelledError, isCancelled } from '../../../shared/errors.ts';
import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { createLimit } from '../../build/limit.ts';
import type { Artefact } from '../../build/stage.ts';
import type { Timeline } from '../../story/timeline.ts';
import { composeStage, type ComposeOutput } from '../compose.ts';
import { illustrateStage, type IllustrateOutput } from '../illustrate.ts';
import { mixStage, type MixOutput } from '../mix.ts';
import { narrateStage } from '../narrate.ts';
import { composeInput, filmTimeline, illustrateInput, mixInput, narrateInput, type Narrated } from './inputs.ts';
import type { FilmParts } from './parts.ts';
import type { RunStep } from './steps.ts';
import type { SceneUnit } from './units.ts';
import { rateOf, workOf } from './work.ts';

/** Everything that a film is joined from. */
export interface FilmMaterial {
  readonly timeline: Timeline;
  readonly narration: readonly Narrated[];
  readonly pictures: readonly Artefact<IllustrateOutput>[];
  readonly segments: readonly Artefact<ComposeOutput>[];
  readonly sound: Artefact<MixOutput>;
}

export interface MakeMaterial {
  readonly run: RunStep;
  readonly signal: AbortSignal;
  /** Cores that one sentence may keep busy (chunkThreads in estimate.ts). */
  readonly chunkThreads: number;
}

/**
 * Makes everything that a film is joined from. Sentences are told and scenes drawn side by side, in the story's order;
 * a scene's segment is begun as soon as its sound and picture are there, while later scenes are still being told.
 *
 * When one step fails the others are stopped and waited for, and the first failure is thrown.
 */
export async function makeMaterial(
  storyboard: Storyboard,
  units: readonly SceneUnit[],
  options: FilmOptions,
  parts: FilmParts,
  { run, signal: cancel, chunkThreads }: MakeMaterial,
): Promise<FilmMaterial> {
  const stop = new AbortController();
  const signal = AbortSignal.any([cancel, stop.signal]);
  const drawing = createLimit(parts.cores);
  const telling = createLimit(parts.cores);
  // An encoder waits for its frames and a renderer for its encoder: two pairs fill each other's gaps, more only take memory.
  const composing = createLimit(2);

  const pictures = units.map((unit) => {
    const input = illustrateInput(unit, storyboard, options, parts);
    return drawing(
      () =>
        run(illustrateStage, input, {
          unit: unit.name,
          work: workOf.picture(input),
          rate: rateOf('illustrate', options),
          signal,
        }),
      signal,
    );
  });
  const narration = units.map((unit) =>
    Promise.all(
      unit.chunks.map((chunk) =>
        telling(
          () =>
            run(narrateStage, narrateInput(chunk, parts, chunkThreads), {
              unit: chunk.name,
              work: workOf.chunk(chunk),
              rate: rateOf('narrate', options),
              signal,
            }),
          signal,
        ),
      ),
    ),
  );
  const segments = units.map(async (unit, index) => {
    const [picture, chunks] = await Promise.all([pictures[index]!, narration[index]!]);
    const input = composeInput(unit, units.length, chunks, picture, options, parts);
    return composing(
      () =>
        run(composeStage, input, {
          unit: unit.name,
          work: workOf.segment(input),
          rate: rateOf('compose', options),
          signal,
        }),
      signal,
    );
  });
  const sound = Promise.all(narration).then((chunks) => {
    const timeline = filmTimeline(units, chunks, options);
    return run(mixStage, mixInput(chunks, timeline, parts), { unit: 'film', work: workOf.sound(timeline), signal });
  });

  await settleAll([...pictures, ...narration, ...segments, sound], stop);
  if (cancel.aborted) throw new CancelledError();
  const chunks = await Promise.all(narration);
  return {
    timeline: filmTimeline(units, chunks, options),
    narration: chunks,
    pictures: await Promise.all(pictures),
    segments: await Promise.all(segments),
    sound: await sound,
  };
}

/** Waits for all of them, aborting the others once one has failed; throws the first failure that is not a mere stop. */
async function settleAll(all: readonly Promise<unknown>[], stop: AbortController): Promise<void> {
  let failure: unknown;
  for (const each of all) {
    each.catch((error: unknown) => {
      // What was stopped because something else failed says 'cancelled': the failure itself is what matters.
      if (failure === undefined || (isCancelled(failure) && !isCancelled(error))) failure = error;
      stop.abort();
    });
  }
  await Promise.allSettled(all);
  if (failure !== undefined) throw failure;
}
