import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Json, Stage } from '../build/stage.ts';
import type { BurnIn } from '../captions/types.ts';
import { encode } from '../media/encoders/encode.ts';
import type { EncoderSettings } from '../media/encoders/settings.ts';
import type { MediaTools } from '../media/tools.ts';
import type { Size } from '../motion/layout.ts';
import type { Move } from '../motion/path.ts';
import { type Canvas, createCanvas, SAMPLER_VERSION } from '../motion/sampler.ts';
import { TRANSITION_VERSION } from '../motion/transitions/transition.ts';
import type { Pool } from '../pool/pool.ts';
import { type FilmedShot, planMove } from './camera.ts';
import { captionsIdentity, writeCaptions } from './captions.ts';
import { feedFrames } from './feed-frames.ts';
import { describeShot, loadScenery, sceneOf, sourceOf } from './scenery.ts';
import type { NextShot } from './shot.ts';

export interface ComposeInput extends FilmedShot {
  readonly encoder: EncoderSettings;
  /** What is seen at the end of the scene already; none is a cut. */
  readonly next?: NextShot | undefined;
  /** Words that are burned in. */
  readonly captions?: BurnIn | undefined;
  /** What it is made with; of these only ffmpeg's version can change the result. */
  readonly tools: MediaTools;
  readonly pool: Pool;
}

export interface ComposeOutput {
  /** The segment's name in the artefact's folder. */
  readonly file: string;
  readonly frames: number;
  readonly bytes: number;
  readonly move: Move['kind'];
}

const SEGMENT_FILE = 'segment.mp4';
/** Frames that may be rendered ahead of the encoder. */
const SLOTS = 4;

/** One scene's picture, set in motion and encoded: a segment that joins with others as it is. */
export const composeStage = {
  name: 'compose',
  version: 1,
  identity: (input) => ({
    ...describeShot(input),
    frames: input.frames,
    fps: input.fps,
    size: { ...input.size },
    encoder: { ...input.encoder },
    ffmpeg: input.tools.ffmpeg.version,
    sampler: SAMPLER_VERSION,
    ...captionsIdentity(input.captions),
    ...describeNext(input),
  }),
  run: async (input, { directory, signal, priority, report, took }) => {
    const { size, fps, frames, encoder, next, tools, pool } = input;
    checkSize(size);
    const upcoming = filmedNext(input);
    const output = join(directory, SEGMENT_FILE);
    const captions = await writeCaptions(input.captions, directory);
    // The encoder is started at once: it comes up while the picture is decoded.
    const opening = openCanvas(input, upcoming, tools, signal);
    // Where the encoder does not come up, nobody waits for the picture: its failure must not end the program.
    opening.catch(() => undefined);
    let begun = performance.now();
    await encode(
      tools,
      { ...encoder, size, fps, frames, output, captions },
      {
        signal,
        feed: async (encoder) =>
          feedFrames(
            {
              ...{ canvas: await opening, fps, frames, scene: sceneOf(input) },
              ...(next && upcoming
                ? { next: { kind: next.transition, frames: next.frames, scene: sceneOf(upcoming) } }
                : {}),
            },
            { ...{ pool, signal, priority, encoder }, onFirst: () => (begun = performance.now()) },
          ),
        onFrames: (encoded) => {
          report(Math.min(1, encoded / frames));
        },
      },
    );
    // Not the wait for a free thread.
    took(performance.now() - begun);
    return { file: SEGMENT_FILE, frames, bytes: (await stat(output)).size, move: planMove(input).kind };
  },
} as const satisfies Stage<ComposeInput, ComposeOutput>;

/** A canvas with room for the shot and for the one that comes in over its end; pictures in one piece are loaded. */
async function openCanvas(
  shot: FilmedShot,
  next: FilmedShot | undefined,
  tools: MediaTools,
  signal: AbortSignal,
): Promise<Canvas> {
  const shots = next ? [shot, next] : [shot];
  const canvas = createCanvas(shots.map(sourceOf), shot.size, SLOTS);
  await Promise.all(shots.map((one, index) => loadScenery(canvas, index, one, tools, signal)));
  return canvas;
}

/** What the transition adds to a key: nothing for a cut. */
function describeNext(input: ComposeInput): Record<string, Json> {
  const upcoming = filmedNext(input);
  if (!input.next || !upcoming) return {};
  const { transition, frames } = input.next;
  return { next: { transition, frames, version: TRANSITION_VERSION, ...describeShot(upcoming) } };
}

/** The next shot as this film films it. */
function filmedNext({ next, size, fps }: ComposeInput): FilmedShot | undefined {
  return next && { ...next.shot, size, fps };
}

/** H.264 in yuv420p has one colour for 2x2 pixels; the sampler works in blocks of 16. */
function checkSize({ width, height }: Size): void {
  if (
    [width, height].every((length) => Number.isInteger(length) && length % 2 === 0 && length >= 32 && length <= 8192)
  ) {
    return;
  }
  throw new StudioError(ErrorCode.option, `A film cannot be ${String(width)}x${String(height)}.`, {
    hint: 'Choose even numbers from 32 to 8192, such as 1920x1080 or 1280x720.',
    data: { width, height },
  });
}
