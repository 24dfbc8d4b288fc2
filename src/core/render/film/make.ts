import { CancelledError, isCancelled } from '../../../shared/errors.ts';
import type { Artefact } from '../../build/stage.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { ComposeOutput } from '../compose.ts';
import type { MixOutput } from '../mix.ts';
import { drawnAt } from './cards.ts';
import { filmTimeline, type Narrated } from './inputs.ts';
import { createSceneMaker, follow, type Making } from './make-scene.ts';
import { OneEncoder } from './one-encoder.ts';
import type { PictureOutput } from './picture.ts';
import { makeSound } from './sound.ts';
import type { SceneUnit } from './units.ts';

/** Everything that a film is joined from; lists go by its units. */
export interface FilmMaterial {
  readonly timeline: Timeline;
  readonly narration: readonly Narrated[];
  readonly pictures: readonly Artefact<PictureOutput>[];
  readonly segments: readonly Artefact<ComposeOutput>[];
  readonly sound: Artefact<MixOutput>;
  /** What the user should know of an encoder that failed. */
  readonly encoderNotice?: string | undefined;
}

/**
 * Makes everything that a film is joined from. Sentences are told and scenes drawn side by side, in the story's order;
 * a scene's segment is begun as soon as its sound and picture are there, while later scenes are still being told.
 *
 * When one step fails the others are stopped and waited for, and the first failure is thrown.
 */
export async function makeMaterial(
  units: readonly SceneUnit[],
  { signal: cancel, ...making }: Making,
): Promise<FilmMaterial> {
  const { options, instead } = making;
  const stop = new AbortController();
  const signal = AbortSignal.any([cancel, stop.signal]);
  const maker = createSceneMaker({ ...making, signal });

  const drawn = new Map(units.filter(({ card }) => !card).map((unit) => [unit, maker.draw(unit)]));
  const pictures = units.map((_, index) => drawn.get(units[drawnAt(units, index)]!)!);
  const narration = units.map((unit) => maker.tell(unit));
  const encoder = new OneEncoder(units.length, options, instead, signal);
  const segments = units.map(async (unit, index) => {
    const [picture, chunks] = await Promise.all([pictures[index]!, narration[index]!]);
    const after = index + 1;
    return encoder.make(unit.name, (by, attempt) =>
      createSceneMaker({ ...making, options: by, signal: attempt }).move(unit, chunks, picture, () =>
        follow(units[after]!, pictures[after]!, () => narration[after]!, options),
      ),
    );
  });
  const sound = makeSound(units, narration, { ...making, signal });

  await settleAll([...pictures, ...narration, ...segments, sound], stop);
  if (cancel.aborted) throw new CancelledError();
  const chunks = await Promise.all(narration);
  return {
    timeline: filmTimeline(units, chunks, options),
    narration: chunks,
    pictures: await Promise.all(pictures),
    segments: await Promise.all(segments),
    sound: await sound,
    encoderNotice: encoder.notice,
  };
}

/** Waits for all of them, aborting the others once one has failed; throws the first failure that is not a mere stop. */
export async function settleAll(all: readonly Promise<unknown>[], stop: AbortController): Promise<void> {
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
