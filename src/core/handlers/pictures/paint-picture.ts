/** One picture, or a few, of a prompt: drawn, painted, or painted over the drawing. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/job.ts';
import type { paintRequestSchema } from '../../../shared/painting.ts';
import type { PictureEngine } from '../../../shared/pictures.ts';
import { canonicalJson } from '../../build/canonical-json.ts';
import { reportFetch } from '../../fetch-progress.ts';
import { withPngTexts } from '../../media/png-text.ts';
import type { PaintStep } from '../../providers/painter.ts';
import { paintPromptStage } from '../../render/paint-prompt.ts';
import type { Workplace } from '../../workplace.ts';
import { drawPrompt, type Making } from './draw-prompt.ts';
import { pictureText } from './picture-text.ts';
import { sizeOf, type Size } from './size.ts';
import { readStart, startFromDrawing } from './start.ts';

type Asked = z.output<typeof paintRequestSchema>;

/** As the contract's, but that the picture it begins with is a file of this machine. */
export type PictureRequest = Omit<Asked, 'start'> & { readonly from?: string | undefined };

export interface PictureHooks {
  readonly signal: AbortSignal;
  /** Of fetching a model that is not here. */
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
  /** What of the prompt is not in the picture: it did not fit the model's window, or there is no drawing of it. */
  readonly dropped: readonly string[];
  /** It was there, made earlier. */
  readonly cached: boolean;
}

export interface PaintedFacts {
  readonly request: PictureRequest;
  readonly made: PictureMade;
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
}

/** Pixels of a drawing's side where nothing else is asked for. */
const DRAWN_SIDE = 768;
/** Of painting over a drawing or a picture. */
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
    const pictures = await Promise.all(
      files.map(async ({ path, seed }): Promise<PaintedPicture> => {
        const parameters = pictureText({ request, made }, seed);
        const { width, height } = made;
        return { width, height, seed, png: withPngTexts(await readFile(path), { parameters }) };
      }),
    );
    return { ...made, pictures, seconds: (performance.now() - started) / 1000 };
  } finally {
    // What cannot be trimmed now is at the next release.
    await builder.release(hold).catch(() => undefined);
  }
}

interface Made {
  readonly made: PictureMade;
  readonly files: readonly { readonly path: string; readonly seed: number }[];
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
  const files = drawn.map(({ drawing, seed }) => ({ path: join(drawing.directory, drawing.output.picture), seed }));
  return { made: { engine, ...size, dropped, cached }, files };
}

async function paint(
  workplace: Workplace,
  request: PictureRequest,
  making: Making,
  { signal, onProgress, onStep }: PictureHooks,
): Promise<Made> {
  const { prompt, negative, engine, seed, count, style, from } = request;
  const painter = await workplace.painter(request.model, { signal, onProgress: reportFetch(onProgress, 'the model') });
  const own = from === undefined ? undefined : await readStart(from);
  const size = sizeOf(request, painter.side, own);
  const strength = request.strength ?? STRENGTH;
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
  const modelHash = createHash('sha256').update(canonicalJson(painter.identity())).digest('hex').slice(0, 10);
  const facts = { model: painter.id, modelHash, steps, guidance, ...(start ? { strength } : {}) };
  return {
    made: { engine, ...size, ...facts, dropped, cached: painted.cached },
    files: pictures.map((picture) => ({ path: join(painted.directory, picture.file), seed: picture.seed })),
  };
}

/** @throws StudioError `option` for what the engine could not heed: it is said rather than passed over */
function refuseContradictions({ engine, from, model, steps, guidance, strength, negative }: PictureRequest): void {
  const refuse = (what: string, hint: string): never => {
    throw new StudioError(ErrorCode.option, what, { hint });
  };
  if (engine === 'storybook') {
    const asked = Object.entries({ model, steps, guidance, strength, negative: negative || undefined, from });
    const [name] = asked.find(([, value]) => value !== undefined) ?? [];
    if (name) refuse(`The storybook draws without a model: it has no ${name}.`, 'Leave it out, or choose diffusion.');
  }
  if (engine === 'over-storybook' && from !== undefined) {
    refuse(
      'Painting begins with the drawing or with a picture of yours, not with both.',
      'Choose diffusion for yours.',
    );
  }
  if (engine === 'diffusion' && strength !== undefined && from === undefined) {
    refuse('A strength says how much of a picture is painted anew, and none is there to begin with.', 'Leave it out.');
  }
  if (negative !== '' && guidance === 1) {
    refuse('What is not to be seen counts only with a guidance above 1.', 'Leave one of them out.');
  }
}
