/** Models of the user's own that make or enlarge pictures: files and folders that no registry knows. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import { LANCZOS } from '../../shared/pictures.ts';
import { MOST_REACH } from '../runtime/upscale/model.ts';
import { encoderDrawsNoise, REPEATABLE_ENCODER } from './convert.ts';
import { hashFile } from './files.ts';
import type { OwnModel } from './installed.ts';
import { checkPictureModel } from './picture-model.ts';
import { startPhase } from './progress.ts';
import type { Fetched, FetchedFile, SourceContext } from './sources/source.ts';
import {
  checkUpscaler,
  findUpscaler,
  installedName,
  nameOf,
  pathIn,
  type UpscalerPlace,
  type UpscalerTrial,
} from './upscaler-model.ts';

export interface OwnImport {
  /** Small letters, digits, dots and hyphens; made of the folder's or file's name by default. */
  readonly id?: string | undefined;
  /** What its makers call it, or the folder's or file's name by default. */
  readonly title?: string | undefined;
  /** What the user knows of the licence, in words. */
  readonly licence?: string | undefined;
  /** Take the place of a model of the user's own that has the same id. */
  readonly replace?: boolean | undefined;
}

/** What lies at a path of the user's, by the looks of it; whether it can be used is not known yet. */
export interface OwnPlace {
  readonly path: string;
  /** What it would be called by. */
  readonly name: string;
  /** Undefined of a picture model. */
  readonly upscaler: UpscalerPlace | undefined;
}

/** @throws StudioError `not-found` when there is nothing, `option` for a file that is no model */
export async function findOwn(path: string): Promise<OwnPlace> {
  const upscaler = await findUpscaler(path);
  return { path, name: upscaler ? nameOf(upscaler) : basename(path), upscaler };
}

/** @throws StudioError `option` for an id that cannot be one */
export function ownId(name: string, { id, title }: OwnImport): string {
  const made =
    id ??
    (title ?? name)
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9._]+/gu, '-')
      .replace(/^[-._]+|[-._]+$/gu, '');
  // What needs no model has that name already.
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/u.test(made) && !made.includes('..') && made !== LANCZOS) return made;
  throw new StudioError('option', `A model cannot be named "${made}".`, {
    hint: 'Name it with --id, in small letters, digits, dots and hyphens: --id my-model',
  });
}

export interface FetchedOwn {
  readonly fetched: Fetched;
  readonly own: OwnModel;
  /** What is done otherwise than its makers meant it. */
  readonly notices: readonly string[];
}

/**
 * Checks a model of the user's, and reads every file of it.
 * @throws StudioError `not-found` and `corrupt` as checkPictureModel and checkUpscaler do
 */
export async function fetchOwn(
  { path, name, upscaler }: OwnPlace,
  { title, licence }: OwnImport,
  tryUpscaler: UpscalerTrial,
  hooks: Pick<SourceContext, 'signal' | 'onProgress'>,
): Promise<FetchedOwn> {
  const source = { kind: 'folder', name: path } as const;
  const described = { title: title?.trim() || name, licence: licenceOf(licence) };
  if (upscaler) {
    const { graph, facts } = await checkUpscaler(upscaler.directory, tryUpscaler, { ...upscaler, ...hooks });
    const paths = graph.files.map((file) => ({
      name: installedName(file, upscaler),
      path: pathIn(upscaler, file),
    }));
    const own = { ...described, title: title?.trim() || (graph.title ?? name), upscaler: facts };
    const fetched = { source, conversion: undefined, files: await readAll(paths, hooks), isOurs: false };
    return { fetched, own, notices: facts.reach < MOST_REACH ? [] : [FAR] };
  }
  const { files: names, facts, notices } = await checkPictureModel(path);
  const files = await readAll(
    names.map((file) => ({ name: file, path: join(path, ...file.split('/')) })),
    hooks,
  );
  const conversion = (await encoderDrawsNoise(files)) ? REPEATABLE_ENCODER : undefined;
  return { fetched: { source, conversion, files, isOurs: false }, own: { ...described, picture: facts }, notices };
}

const FAR = `It looks further than ${String(MOST_REACH)} pixels around a place: in pictures larger than its tiles seams may be seen.`;

function licenceOf(words: string | undefined): OwnModel['licence'] {
  const name = words?.trim() ?? '';
  if (name !== '') return { name, url: '', commercialUse: 'As its licence says: you have imported it yourself.' };
  return {
    name: 'Not known',
    url: '',
    commercialUse: 'Not known: ask whoever published the model before you sell films.',
  };
}

async function readAll(
  paths: readonly { readonly name: string; readonly path: string }[],
  { signal, onProgress }: Pick<SourceContext, 'signal' | 'onProgress'>,
): Promise<FetchedFile[]> {
  const sizes = await Promise.all(paths.map(({ path }) => stat(path)));
  const phase = startPhase(
    'verify',
    sizes.reduce((sum, { size }) => sum + size, 0),
    onProgress,
  );
  const files: FetchedFile[] = [];
  for (const { name, path } of paths) {
    const found = await hashFile(path, { signal, onBytes: (count) => phase.add(count) });
    files.push({ ...found, name, path });
  }
  phase.finish();
  return files;
}
