import { ErrorCode, StudioError } from '../shared/errors.ts';
import { DEFAULT_UPSCALER, LANCZOS } from '../shared/pictures.ts';
import type { EnsureOptions, ModelManager, ModelStatus } from './models/manager.ts';
import { notHere } from './models/refusals.ts';
import type { InstalledModel } from './models/installed.ts';
import type { Pool } from './pool/pool.ts';
import { createOnnxUpscaler } from './providers/local/onnx-upscaler.ts';
import type { Enlarger, Upscaler } from './providers/upscaler.ts';

export interface UpscalersOptions {
  models(): ModelManager;
  pool(): Pool;
  /** Cores that enlarging may keep busy. */
  readonly threads: () => number;
  /** Lets models go that are not of the pool. */
  readonly makeRoom: () => Promise<void>;
}

/**
 * Who enlarges what is painted, with the models that are on this computer: undefined where what is asked for is not here, or is none.
 * @param choice an upscaler's id, or 'lanczos'; by default the upscaler that comes with the program, where there is one
 */
export async function enlargerHere(
  options: UpscalersOptions,
  choice: string | undefined,
): Promise<Enlarger | undefined> {
  const found = find(options, choice);
  if (found === LANCZOS) return LANCZOS;
  return found?.installed && create(options, found, found.installed);
}

/**
 * The same, for who cannot do without. Nothing is fetched.
 * @param hooks hear of a model that an older Storyloom has installed and that is made anew
 * @throws StudioError `missing` when the model is not here, `not-found` for an id that is none, `corrupt` when it cannot be used
 */
export async function openEnlarger(
  options: UpscalersOptions,
  choice: string | undefined,
  hooks: EnsureOptions,
): Promise<Enlarger> {
  const found = find(options, choice);
  if (found === LANCZOS) return LANCZOS;
  if (!found) throw notAnUpscaler(choice!, upscalersOf(options));
  if (!found.installed) {
    throw notHere(found, { who: `${found.title}, which is to enlarge,`, from: 'FILE', instead: INSTEAD });
  }
  return create(options, found, await options.models().ensure(found.id, hooks));
}

function find(options: UpscalersOptions, choice: string | undefined): ModelStatus | typeof LANCZOS | undefined {
  if (choice === LANCZOS) return LANCZOS;
  const found = upscalersOf(options).find(({ id }) => id === (choice ?? DEFAULT_UPSCALER));
  return found ?? (choice === undefined ? LANCZOS : undefined);
}

function upscalersOf({ models }: UpscalersOptions): ModelStatus[] {
  return models()
    .list()
    .filter(({ task }) => task === 'upscale');
}

function create(
  { pool, threads, makeRoom }: UpscalersOptions,
  { id, title, upscaler: facts }: ModelStatus,
  { directory, sha256 }: InstalledModel,
): Promise<Upscaler> {
  return createOnnxUpscaler({
    ...{ id, title, directory, sha256, facts: facts! },
    ...{ pool: pool(), threads: threads(), makeRoom },
  });
}

const INSTEAD = `or enlarge without a model: ${LANCZOS}.`;

function notAnUpscaler(id: string, upscalers: readonly ModelStatus[]): StudioError {
  const names = [LANCZOS, ...upscalers.map((model) => model.id)];
  return new StudioError(ErrorCode.notFound, `There is no upscaler named "${id}".`, {
    hint: `Choose one of: ${names.join(', ')}. Others are taken by \`storyloom models import FILE.onnx\`.`,
    data: { model: id },
  });
}
