/** Picture models of the user's own: folders that no registry knows. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import { encoderDrawsNoise, REPEATABLE_ENCODER } from './convert.ts';
import { hashFile } from './files.ts';
import type { OwnModel } from './installed.ts';
import { checkPictureModel, type CheckedPictureModel } from './picture-model.ts';
import { startPhase } from './progress.ts';
import type { Fetched, FetchedFile, SourceContext } from './sources/source.ts';

export interface OwnImport {
  /** Small letters, digits, dots and hyphens; made of the folder's name by default. */
  readonly id?: string | undefined;
  /** The folder's name by default. */
  readonly title?: string | undefined;
  /** What the user knows of the licence, in words. */
  readonly licence?: string | undefined;
  /** Take the place of a model of the user's own that has the same id. */
  readonly replace?: boolean | undefined;
}

/** @throws StudioError `option` for an id that cannot be one */
export function ownId(folder: string, { id, title }: OwnImport): string {
  const made =
    id ??
    (title ?? basename(folder))
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9._]+/gu, '-')
      .replace(/^[-._]+|[-._]+$/gu, '');
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/u.test(made) && !made.includes('..')) return made;
  throw new StudioError('option', `A model cannot be named "${made}".`, {
    hint: 'Name it with --id, in small letters, digits, dots and hyphens: --id my-model',
  });
}

export function describeOwn(folder: string, { title, licence }: OwnImport, { facts }: CheckedPictureModel): OwnModel {
  const isKnown = licence !== undefined && licence.trim() !== '';
  return {
    title: title?.trim() || basename(folder),
    licence: isKnown
      ? { name: licence.trim(), url: '', commercialUse: 'As its licence says: you have imported it yourself.' }
      : {
          name: 'Not known',
          url: '',
          commercialUse: 'Not known: ask whoever published the model before you sell films.',
        },
    picture: facts,
  };
}

/**
 * Checks a folder in the ONNX layout of diffusers, and reads every file of the model that is in it.
 * @throws StudioError `not-found` and `corrupt` as checkPictureModel does
 */
export async function fetchOwn(
  folder: string,
  { signal, onProgress }: Pick<SourceContext, 'signal' | 'onProgress'>,
): Promise<{ readonly fetched: Fetched; readonly checked: CheckedPictureModel }> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new StudioError('not-found', `There is no folder ${folder}.`, { data: { folder } });
  }
  const checked = await checkPictureModel(folder);
  const paths = checked.files.map((name) => ({ name, path: join(folder, ...name.split('/')) }));
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
  const source = { kind: 'folder', name: folder } as const;
  const conversion = (await encoderDrawsNoise(files)) ? REPEATABLE_ENCODER : undefined;
  return { fetched: { source, conversion, files, isOurs: false }, checked };
}
