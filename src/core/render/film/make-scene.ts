import type { FilmOptions } from '../../../shared/film.ts';
import type { CastMember } from '../../../shared/story.ts';
import { createLimit } from '../../build/limit.ts';
import type { Artefact } from '../../build/stage.ts';
import { composeStage, type ComposeOutput } from '../compose.ts';
import { narrateStage } from '../narrate.ts';
import { composeInput, narrateInput, type Narrated } from './inputs.ts';
import type { FilmParts, KnownParts } from './parts.ts';
import { withPicture, type PictureOutput } from './picture.ts';
import type { RunStep } from './steps.ts';
import type { SceneUnit } from './units.ts';
import { rateOf, workOf } from './work.ts';

export interface Making {
  readonly cast: readonly CastMember[];
  readonly options: FilmOptions;
  readonly parts: FilmParts;
  readonly run: RunStep;
  readonly signal: AbortSignal;
  /** 0 by default. */
  readonly priority?: number | undefined;
  /** Cores that one sentence may keep busy (chunkThreads in estimate.ts). */
  readonly chunkThreads: number;
}

/** Makes the pieces of scenes, no more of a kind at once than there are cores for; in the order in which they are asked for. */
export interface SceneMaker {
  tell(unit: SceneUnit): Promise<Narrated>;
  draw(unit: Pick<SceneUnit, 'name' | 'picture'>): Promise<Artefact<PictureOutput>>;
  move(unit: SceneUnit, chunks: Narrated, picture: Artefact<PictureOutput>): Promise<Artefact<ComposeOutput>>;
}

export function createSceneMaker(making: Making): SceneMaker {
  const { cast, options, parts, run, signal, priority, chunkThreads } = making;
  const drawing = createLimit(parts.cores);
  const telling = createLimit(parts.cores);
  return {
    tell: (unit) =>
      Promise.all(
        unit.chunks.map((chunk) =>
          telling(
            () =>
              run(narrateStage, narrateInput(chunk, parts.narrator, chunkThreads), {
                unit: chunk.name,
                work: workOf.chunk(chunk),
                rate: rateOf('narrate', options),
                signal,
              }),
            signal,
          ),
        ),
      ),
    draw: (unit) => drawing(() => drawPicture(unit, { cast, options, parts, run, signal }), signal),
    move: (unit, chunks, picture) => {
      const input = composeInput(unit, chunks, picture, options, parts);
      return parts.composing(
        () =>
          run(composeStage, input, {
            unit: unit.name,
            work: workOf.segment(input),
            rate: rateOf('compose', options),
            signal,
          }),
        signal,
        priority,
      );
    },
  };
}

/** Needs no voice: a take can be drawn before there is one on this machine. */
export function drawPicture(
  { name, picture }: Pick<SceneUnit, 'name' | 'picture'>,
  {
    cast,
    options,
    parts,
    run,
    signal,
  }: Pick<Making, 'cast' | 'options' | 'run' | 'signal'> & { readonly parts: KnownParts },
): Promise<Artefact<PictureOutput>> {
  return withPicture(picture, cast, options, parts, (stage, input, { work, rate }) =>
    run(stage, input, { unit: name, work, rate, signal }),
  );
}
