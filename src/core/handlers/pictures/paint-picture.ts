/** One picture, or a few, of a prompt: drawn, painted, or painted over the drawing. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../../shared/job.ts';
import type { PaintRequest } from '../../../shared/painting.ts';
import { STYLE_STRENGTHS, type PictureEngine } from '../../../shared/pictures.ts';
import { canonicalJson } from '../../build/canonical-json.ts';
import { reportFetch } from '../../fetch-progress.ts';
import { withPngTexts } from '../../media/png-text.ts';
import type { PaintStep } from '../../providers/painter.ts';
import { paintPromptStage } from '../../render/paint-prompt.ts';
import { untaughtWords } from '../../story/prompt/taught.ts';
import type { Workplace } from '../../workplace.ts';
import { drawPrompt, type Making } from './draw-prompt.ts';
import { nameOf, paintedSize, readPaintings } from './enlarge.ts';
import { noticesOf } from './notices.ts';
import { PICTURE_TEXT, pictureText } from './picture-text.ts';
import { refuseContradictions } from './refuse.ts';
import { sizeOf, type Size } from './size.ts';
import { readStart, startFromDrawing, type NamedFile } from './start.ts';

/** As the contract's, but that the picture it begins with is a file of this machine. */
export type PictureRequest = Omit<PaintRequest, 'start'> & { readonly from?: NamedFile | undefined };

export interface PictureHooks {
  readonly signal: AbortSignal;
  /** Of fetching a model that is not here, and of enlarging. */
  readonly onProgress: (progress: Progress) => void;
  readonly onStep: (step: PaintStep) => void;
}

export interface PictureMade extends Size {
  readonly engine: PictureEngine;
  readonly model?: string;
  /** Ten hexadecimal digits that stand for the model's files and whatever else of it can change a picture. */
  readonly modelHash?: string;
  readonly steps?: number;
  readonly guidance?: number;
  readonly strength?: number;
  /** Where it was enlarged: by whom, and how large it was before. */
  readonly upscaler?: string;
  readonly painted?: Size;
  /** What of the prompt is not in the picture: it did not fit the model's window, or there is no drawing of it. */
  readonly dropped: readonly string[];
  /** Words of the prompt that a model was never taught that was taught few. */
  readonly untaught?: readonly string[];
  /** Of the square that the model was made for, pixels. */
  readonly side?: number;
  /** It was there, made earlier. */
  readonly cached: boolean;
}

export interface PaintedPicture extends Size {
  readonly seed: number;
  /** A PNG that says in its text `parameters` what it was made of. */
  readonly png: Buffer;
}

export interface PaintedPictures extends PictureMade {
  readonly pictures: readonly PaintedPicture[];
  /** Seconds that it took. */
  readonly seconds: number;
  /** What of the request is not in the pictures, for people. */
  readonly notices: readonly string[];
}

/** Pixels of a drawing's side where nothing else is asked for. */
const DRAWN_SIDE = 768;
/** Of painting over a picture of the user's; over a drawing it is as the style is. */
const STRENGTH = 0.6;

/**
 * The same request gives the same pictures, at once when they were made before.
 * @throws StudioError `option` for what does not go together, `missing` without a model, `memory` when it does not fit, `notFound`
 *   for a model or file that is not there; CancelledError
 */
export async function paintPicture(
  workplace: Workplace,
  request: PictureRequest,
  hooks: PictureHooks,
): Promise<PaintedPictures> {
  refuseContradictions(request);
  const started = performance.now();
  const builder = await workplace.builder();
  const hold = `picture ${randomUUID()}`;
  try {
    const making = { builder, hold, signal: hooks.signal };
    const { made, files } = await (request.engine === 'storybook'
      ? draw(workplace, request, making)
      : paint(workplace, request, making, hooks));
    const { width, height } = made;
    const pictures = files.map(({ png, seed }): PaintedPicture => {
      return { width, height, seed, png: withPngTexts(png, { [PICTURE_TEXT]: pictureText(request, made, seed) }) };
    });
    return { ...made, pictures, seconds: (performance.now() - started) / 1000, notices: noticesOf(request, made) };
  } finally {
    // What cannot be trimmed now is at the next release.
    await builder.release(hold).catch(() => undefined);
  }
}

interface Made {
  readonly made: PictureMade;
  readonly files: readonly { readonly png: Buffer; readonly seed: number }[];
}

async function draw(workplace: Workplace, request: PictureRequest, making: Making): Promise<Made> {
  const { prompt, style, seed: first, count, engine } = request;
  const size = sizeOf(request, DRAWN_SIDE);
  const drawn = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const seed = first + index;
      return { seed, ...(await drawPrompt(workplace, { prompt, style, seed, ...size }, making)) };
    }),
  );
  const dropped = [...new Set(drawn.flatMap((one) => one.dropped))];
  const cached = drawn.every(({ drawing }) => drawing.cached);
  const files = await Promise.all(
    drawn.map(async ({ drawing: { directory, output }, seed }) => ({
      png: await readFile(join(directory, output.picture)),
      seed,
    })),
  );
  return { made: { engine, ...size, dropped, cached }, files };
}

async function paint(
  workplace: Workplace,
  request: PictureRequest,
  making: Making,
  { signal, onProgress, onStep }: PictureHooks,
): Promise<Made> {
  const { prompt, negative, engine, seed, count, style, from } = request;
  // What cannot be begun with is said before a model is fetched.
  const own = from === undefined ? undefined : await readStart(from);
  const fetching = { signal, onProgress: reportFetch(onProgress, 'the model') };
  const painter = await workplace.painter(request.model, fetching);
  const enlarging = request.upscale && {
    size: request.upscale,
    enlarger: await workplace.enlarger(request.upscaler, fetching),
  };
  const size = paintedSize(request, painter.side, own);
  const strength = request.strength ?? (own ? STRENGTH : STYLE_STRENGTHS[style]);
  const begun = own
    ? await own.at(size)
    : engine === 'over-storybook'
      ? await startFromDrawing(await drawPrompt(workplace, { prompt, style, seed, ...size }, making))
      : undefined;
  const start = begun && { picture: begun, strength };
  const asked = { prompt, negative, ...size, steps: request.steps, guidance: request.guidance, seed, count, start };
  const painted = await making.builder.make(
    paintPromptStage,
    { request: asked, painter, onStep },
    { unit: 'prompt', hold: making.hold, signal },
  );
  const { pictures, dropped, steps, guidance } = painted.output;
  const { files, cached } = await readPaintings(painted, pictures, enlarging, making, onProgress);
  const modelHash = createHash('sha256').update(canonicalJson(painter.identity())).digest('hex').slice(0, 10);
  const untaught = painter.words && untaughtWords(prompt, painter.words);
  const facts = { model: painter.id, modelHash, side: painter.side, steps, guidance, ...(start ? { strength } : {}) };
  const enlarged = enlarging && { ...enlarging.size, painted: size, upscaler: nameOf(enlarging) };
  const made = { engine, ...size, ...facts, ...enlarged, dropped, ...(untaught ? { untaught } : {}), cached };
  return { made, files };
}
