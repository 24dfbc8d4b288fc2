import type { FilmOptions } from '../../../shared/film.ts';
import type { CastMember } from '../../../shared/story.ts';
import { createLimit } from '../../build/limit.ts';
import type { Artefact } from '../../build/stage.ts';
import { composeStage, type ComposeOutput } from '../compose.ts';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Narrator } from '../../providers/narrator.ts';
import { narrateStage, type NarrateOutput } from '../narrate.ts';
import { ownVoiceStage } from '../own-voice.ts';
import { recordingStage, type RecordingOutput } from '../recording.ts';
import { composeInput, narrateInput, type Narrated } from './inputs.ts';
import type { KnownParts } from './parts.ts';
import { pictureBy, type PictureOutput, type PictureSteps } from './picture.ts';
import { framesOfTransition, needsTelling, type Following } from './shots.ts';
import type { RunStep } from './steps.ts';
import { toldPainting } from './told-painting.ts';
import { isNarrated, ownVoiceInput, recordingInput, recordingKey, type RecordedChunk } from './told.ts';
import type { NarratedChunk, SceneUnit } from './units.ts';
import { rateOf, workOf } from './work.ts';

export interface Making {
  readonly cast: readonly CastMember[];
  readonly options: FilmOptions;
  /** What a film is encoded with when the graphics card of `options` fails. */
  readonly instead?: FilmOptions | undefined;
  /** The narrator is there when a unit needs one (needsNarrator). */
  readonly parts: KnownParts;
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
  /** @param following what comes in over its end; asked for only where something does */
  move(
    unit: SceneUnit,
    chunks: Narrated,
    picture: Artefact<PictureOutput>,
    following: () => Promise<Following>,
  ): Promise<Artefact<ComposeOutput>>;
}

export function createSceneMaker(making: Making): SceneMaker {
  const { cast, options, parts, run, signal, priority, chunkThreads } = making;
  const drawing = createLimit(parts.cores);
  const telling = createLimit(parts.cores);
  const narrate = async (chunk: NarratedChunk): Promise<Artefact<NarrateOutput>> =>
    run(narrateStage, narrateInput(chunk, voiceOf(parts), chunkThreads), {
      unit: chunk.name,
      work: workOf.chunk(chunk),
      rate: rateOf('narrate', options),
      signal,
    });
  /** Each is made ready once, whatever is cut from it. */
  const recordings = new Map<string, Promise<Artefact<RecordingOutput>>>();
  const recordingOf = (chunk: RecordedChunk): Promise<Artefact<RecordingOutput>> => {
    const key = recordingKey(chunk);
    const known = recordings.get(key);
    if (known) return known;
    const { name } = chunk.stretch.file;
    const made = run(recordingStage, recordingInput(chunk, parts), { unit: name, work: 1, signal });
    recordings.set(key, made);
    return made;
  };
  const cut = async (chunk: RecordedChunk): Promise<Artefact<NarrateOutput>> => {
    const input = ownVoiceInput(chunk, await recordingOf(chunk), options);
    return run(ownVoiceStage, input, { unit: chunk.name, work: workOf.recorded(chunk), signal });
  };
  return {
    tell: (unit) =>
      Promise.all(unit.chunks.map((chunk) => telling(() => (isNarrated(chunk) ? narrate(chunk) : cut(chunk)), signal))),
    draw: (unit) => drawing(() => drawPicture(unit, { cast, options, parts, run, signal }), signal),
    move: async (unit, chunks, picture, following) => {
      const next = framesOfTransition(unit, chunks, options) > 0 ? await following() : undefined;
      const input = composeInput(unit, chunks, picture, next, options, parts);
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

function voiceOf({ narrator }: KnownParts): Narrator {
  if (narrator) return narrator;
  throw new StudioError(ErrorCode.internal, 'Something is to be narrated, and the voice was not opened.');
}

/** The unit after one, with no more of it than the end of the one before shows. */
export async function follow(
  unit: SceneUnit,
  picture: Promise<Artefact<PictureOutput>>,
  chunks: () => Promise<Narrated>,
  options: FilmOptions,
): Promise<Following> {
  const drawn = await picture;
  return { unit, picture: drawn, chunks: needsTelling(unit, drawn, options) ? await chunks() : undefined };
}

/**
 * Needs no voice: a take can be drawn before there is one on this machine.
 * @throws StudioError `missing` for a picture that is to be painted or enlarged, and nobody is here who does
 */
export async function drawPicture(
  { name, picture }: Pick<SceneUnit, 'name' | 'picture'>,
  { cast, options, parts, run, signal }: Pick<Making, 'cast' | 'options' | 'parts' | 'run' | 'signal'>,
): Promise<Artefact<PictureOutput>> {
  const steps: PictureSteps = {
    take: (stage, input, { work, rate }) => run(stage, input, { unit: name, work, rate, signal }),
    lacks: () => undefined,
  };
  const made = await pictureBy(steps, picture, cast, options, toldPainting(parts, name));
  if (made) return made;
  if (parts.painter) {
    throw new StudioError(
      ErrorCode.missing,
      'A painting is to be enlarged, and its upscaler is not on this computer.',
      {
        hint: 'Import or fetch it (`storyloom models`), or choose another (`--upscaler lanczos` needs none).',
      },
    );
  }
  throw new StudioError(ErrorCode.missing, 'A picture is to be painted, and no picture model is on this computer.', {
    hint: 'Fetch or import one (`storyloom models`), or have the storybook draw.',
  });
}
