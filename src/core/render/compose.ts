import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import type { Json, Stage } from '../build/stage.ts';
import type { BurnIn } from '../captions/types.ts';
import { encodeSegment } from '../media/arguments.ts';
import type { EncoderSettings } from '../media/encoders/settings.ts';
import { readPicture } from '../media/picture.ts';
import { writeBytes } from '../media/stream.ts';
import type { MediaTools } from '../media/tools.ts';
import type { Size } from '../motion/layout.ts';
import { canvasSize, isStill, type Move } from '../motion/path.ts';
import { FrameRing } from '../motion/ring.ts';
import { type Canvas, createCanvas, frameIn, loadPicture, SAMPLER_VERSION } from '../motion/sampler.ts';
import type { Pool } from '../pool/pool.ts';
import { type FilmedShot, planMove } from './camera.ts';
import { captionsIdentity, writeCaptions } from './captions.ts';
import type { NextShot, ShotPicture } from './shot.ts';

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
    picture: input.picture.digest,
    camera: describeMove(planMove(input)),
    frames: input.frames,
    fps: input.fps,
    size: { ...input.size },
    encoder: { ...input.encoder },
    ffmpeg: input.tools.ffmpeg.version,
    sampler: SAMPLER_VERSION,
    ...captionsIdentity(input.captions),
  }),
  run: async (input, { directory, signal, priority, report, took }) => {
    const { picture, size, fps, frames, encoder, tools, pool } = input;
    checkSize(size);
    const move = planMove(input);
    const output = join(directory, SEGMENT_FILE);
    // The encoder is started at once: it comes up while the picture is decoded.
    const canvas = openCanvas(picture, canvasSize(picture, size, move), size, tools, signal);
    let encoded = 0;
    let begun = performance.now();
    const captions = await writeCaptions(input.captions, directory);
    await tools.run(encodeSegment({ ...encoder, size, fps, frames, output, captions }), {
      signal,
      feed: async (encoder) =>
        feedFrames(await canvas, {
          ...{ move, frames, pool, signal, priority, encoder },
          onFirst: () => (begun = performance.now()),
        }),
      onProgress: ({ frame = 0 }) => {
        encoded = frame;
        report(Math.min(1, frame / frames));
      },
    });
    if (encoded !== frames) {
      throw new StudioError(ErrorCode.tool, `ffmpeg encoded ${String(encoded)} of ${String(frames)} frames.`, {
        hint: 'Run it again; if it fails once more, report it together with the log.',
        data: { encoded, frames },
      });
    }
    // Not the wait for a free thread.
    took(performance.now() - begun);
    return { file: SEGMENT_FILE, frames, bytes: (await stat(output)).size, move: move.kind };
  },
} as const satisfies Stage<ComposeInput, ComposeOutput>;

function describeMove({ kind, from, to }: Move): Json {
  return { kind, from: { ...from }, to: { ...to } };
}

async function openCanvas(
  picture: ShotPicture,
  at: Size,
  frame: Size,
  tools: MediaTools,
  signal: AbortSignal,
): Promise<Canvas> {
  const pixels = await readPicture(tools, picture.path, at, signal);
  const canvas = createCanvas(at, frame, SLOTS);
  loadPicture(canvas, pixels);
  return canvas;
}

interface Feed {
  readonly move: Move;
  readonly frames: number;
  readonly pool: Pool;
  readonly signal: AbortSignal;
  readonly priority: Priority;
  readonly encoder: Writable;
  /** A thread has taken the task. */
  readonly onFirst: () => void;
}

/** Has a thread render the frames and passes them on; neither side runs further ahead than the slots allow. */
async function feedFrames(
  canvas: Canvas,
  { move, frames, pool, signal, priority, encoder, onFirst }: Feed,
): Promise<void> {
  const ring = new FrameRing(canvas);
  const stop = () => {
    ring.stop();
  };
  const still = isStill(move);
  const rendering = pool.run('motion.frames', { canvas, move, frames: still ? 1 : frames }, { signal, priority });
  rendering.catch(stop);
  signal.addEventListener('abort', stop);
  try {
    let last = Promise.resolve();
    for (let frame = 0; frame < frames; frame += 1) {
      await ring.untilRendered(still ? 0 : frame);
      if (ring.isStopped) break;
      if (frame === 0) onFirst();
      last = writeBytes(encoder, frameIn(canvas, ring.slotOf(still ? 0 : frame))).then(() => {
        ring.markWritten(frame);
      });
      // A frame that fails stops the thread; the failure itself is thrown below.
      last.catch(stop);
      // A still frame's slot is never full: without this, all of them would be queued at once.
      if (still) await last;
    }
    await last;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await rendering;
  }
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
