import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import {
  MOST_GUIDANCE,
  MOST_PICTURE_STEPS,
  MOST_PICTURES,
  PICTURE_SIDE,
  PICTURE_UNIT,
} from '../../../shared/pictures.ts';
import type { Pool, RunOptions } from '../../pool/pool.ts';
import type { DiffusionModel } from '../../runtime/diffusion/model.ts';
import { readModelFolder } from '../../runtime/diffusion/model-folder.ts';
import type { DiffusionTasks, PaintTask, StepNews } from '../../runtime/diffusion/tasks.ts';
import { openTokenizer, type PromptTokenizer } from '../../runtime/diffusion/tokenizer.ts';
import type { RgbImage } from '../../runtime/rgb-image.ts';
import type { Painted, Painter, PaintOptions, PaintRequest } from '../painter.ts';
import { runWithRoom } from './with-room.ts';

export interface DiffusionOptions {
  readonly pool: Pick<Pool<DiffusionTasks>, 'run' | 'release'>;
  /** As registry and user know it. */
  readonly id: string;
  readonly title: string;
  /** The model's folder, in the layout of diffusers. */
  readonly directory: string;
  /** Over all its files. */
  readonly sha256: string;
  /** What its makers advise, where the folder itself does not say. */
  readonly steps?: number | undefined;
  readonly guidance?: number | undefined;
  /** Cores that painting may keep busy. */
  readonly threads: number;
  /** Lets other models go that are loaded and not at work; called once when memory is short, before painting fails. */
  readonly makeRoom?: () => Promise<void>;
}

/** Raised when the same request would be painted otherwise than before (src/core/runtime/diffusion). */
const DIFFUSION_VERSION = 1;

/**
 * A diffusion model on the worker pool, one session on all cores for the pictures of a request.
 * @throws StudioError `not-found` and `corrupt` as readModelFolder and openTokenizer do
 */
export async function createDiffusionPainter(
  options: DiffusionOptions,
): Promise<Painter & { readonly notices: readonly string[] }> {
  const { id, title, directory, sha256 } = options;
  const model = await readModelFolder(directory);
  const { side, notices, tokens } = model;
  const usual = { steps: options.steps ?? model.steps, guidance: options.guidance ?? model.guidance };
  let opened: Promise<PromptTokenizer> | undefined;
  // Its table takes a tenth of a second to read, so only who paints waits for it.
  const tokenizer = () => (opened ??= openTokenizer(model));
  return {
    ...{ id, title, side, notices, ...usual },
    identity: () => ({ painter: 'diffusion', version: DIFFUSION_VERSION, model: sha256 }),
    words: model.words && new Set(model.words),
    window: tokens - 2,
    countTokens: async (text) => (await tokenizer()).encode(text).length,
    paint: async (request, paintOptions = {}) => {
      const asked = { ...request, steps: request.steps ?? usual.steps, guidance: request.guidance ?? usual.guidance };
      checkRequest(asked, model);
      if (asked.start?.strength === 0) return unpainted(asked, asked.start.picture);
      const words = await tokenizer();
      const { ids: prompt, dropped } = words.fit(asked.prompt);
      const negative = words.fit(asked.negative).ids;
      const task = toTask(asked, { model, sha256, prompt, negative, previews: paintOptions.onStep !== undefined });
      const painted = await runTask(options, task, paintOptions);
      return {
        pictures: painted.pictures.map((picture, index) => ({ ...picture, seed: task.seeds[index]! })),
        dropped,
        steps: painted.steps,
        guidance: asked.guidance,
        milliseconds: painted.milliseconds,
      };
    },
  };
}

type Asked = PaintRequest & { readonly steps: number; readonly guidance: number };

function seedsOf({ seed, count = 1 }: PaintRequest): readonly number[] {
  return Array.from({ length: count }, (_, index) => seed + index);
}

function toTask(
  asked: Asked,
  told: Pick<PaintTask, 'model' | 'sha256' | 'prompt' | 'negative' | 'previews'>,
): PaintTask {
  const { width, height, steps, guidance, start } = asked;
  return { ...told, width, height, steps, guidance, seeds: seedsOf(asked), ...(start ? { start } : {}) };
}

function runTask(
  options: DiffusionOptions,
  task: PaintTask,
  { signal, priority, onProgress, onStep }: PaintOptions,
): Promise<DiffusionTasks['diffusion.paint']['output']> {
  const how: RunOptions<StepNews> = {
    threads: options.threads,
    ...(signal ? { signal } : {}),
    ...(priority ? { priority } : {}),
    ...(onProgress ? { onProgress } : {}),
    ...(onStep ? { onNews: onStep } : {}),
  };
  return runWithRoom(options, () => options.pool.run('diffusion.paint', task, how));
}

/** Nothing is to be painted anew: the picture stays as it is, to the last bit. */
function unpainted(asked: Asked, picture: RgbImage): Painted {
  const pictures = seedsOf(asked).map((seed) => ({ ...picture, pixels: picture.pixels.slice(), seed }));
  return { pictures, dropped: [], steps: 0, guidance: asked.guidance, milliseconds: 0 };
}

function checkRequest(asked: Asked, model: DiffusionModel): void {
  const { width, height, steps, guidance, seed, count = 1, start } = asked;
  const isSide = (side: number) => side % PICTURE_UNIT === 0 && side >= PICTURE_SIDE.least && side <= PICTURE_SIDE.most;
  if (!isSide(width) || !isSide(height)) {
    throw refused(
      `A picture of ${width} x ${height} cannot be painted.`,
      `Choose sides that are multiples of ${PICTURE_UNIT}, from ${PICTURE_SIDE.least} to ${PICTURE_SIDE.most}; this model was made for ${model.side} x ${model.side}.`,
    );
  }
  checkFixedSize(asked, model);
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_PICTURE_STEPS) {
    throw refused(`A picture cannot be painted in ${steps} steps.`, `Choose 1 to ${MOST_PICTURE_STEPS} steps.`);
  }
  if (!(guidance >= 0 && guidance <= MOST_GUIDANCE)) {
    throw refused(
      `A guidance of ${guidance} cannot be heeded.`,
      `Choose a number from 0 to ${MOST_GUIDANCE}; 1 is without guidance.`,
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw refused(`${seed} is no seed.`, 'Choose a whole number from 0.');
  }
  if (!Number.isInteger(count) || count < 1 || count > MOST_PICTURES) {
    throw refused(`${count} pictures cannot be painted at once.`, `Choose 1 to ${MOST_PICTURES}.`);
  }
  if (start) checkStart(start, asked, model);
}

function checkStart(
  { picture, strength }: NonNullable<PaintRequest['start']>,
  { width, height }: Asked,
  model: DiffusionModel,
): void {
  if (!(strength >= 0 && strength <= 1)) {
    throw refused(
      `A strength of ${strength} cannot be heeded.`,
      'Choose a number from 0, nothing anew, to 1, everything.',
    );
  }
  if (picture.width !== width || picture.height !== height || picture.pixels.length !== 3 * width * height) {
    throw refused(
      `The picture to begin with is of ${picture.width} x ${picture.height}, the one to paint of ${width} x ${height}.`,
      'Scale it to the same size first.',
    );
  }
  if (!model.encoder) {
    throw new StudioError(ErrorCode.missing, 'This model cannot paint over a picture: it has no vae_encoder.', {
      hint: 'Import the model again with its vae_encoder folder, or paint without a picture to begin with.',
      data: { directory: model.directory },
    });
  }
}

/** Some exports take one size alone. */
function checkFixedSize({ width, height }: Asked, { unet, latent }: DiffusionModel): void {
  const [, , rows, columns] = unet.inputs.find(({ name }) => name === 'sample')?.shape ?? [];
  const fits = (side: number, fixed: number | string | undefined) =>
    typeof fixed !== 'number' || fixed * latent.unit === side;
  if (fits(height, rows) && fits(width, columns)) return;
  const only = [columns, rows].map((side) => (typeof side === 'number' ? side * latent.unit : 'any')).join(' x ');
  // A square in a wide film would be half cut away, heads and feet first, or leave half of the film empty.
  const film = rows === columns ? ' Films of it are square (1:1); for others choose another model.' : '';
  throw refused(`This model cannot paint ${width} x ${height}.`, `Choose ${only}: its export is fixed to that.${film}`);
}

function refused(message: string, hint: string): StudioError {
  return new StudioError(ErrorCode.option, message, { hint });
}
