/** What an export has written beside its film: how it is remembered, told and fetched. */
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXTRAS, type Extra } from '../../../shared/film.ts';
import type { JobView } from '../../../shared/views.ts';
import { ASSETS_INDEX, extraPath } from '../../extras/names.ts';
import { filmExtraUrl } from '../../serve/addresses.ts';

/** One of them, and its file as it was then; plain JSON. */
export interface WrittenExtra {
  readonly extra: Extra;
  /** Absolute. */
  readonly path: string;
  /** Of a folder those of the file that tells of the others. */
  readonly bytes: number;
  readonly changedAt: number;
}

export async function rememberExtras(film: string, extras: readonly Extra[]): Promise<WrittenExtra[]> {
  return Promise.all(
    EXTRAS.filter((extra) => extras.includes(extra)).map(async (extra) => {
      const path = extraPath(film, extra);
      const { size, mtimeMs } = await stat(fileOf(extra, path));
      return { extra, path, bytes: size, changedAt: mtimeMs };
    }),
  );
}

/** Those that lie there just as they were written. */
export function extrasOf(jobId: string, written: readonly WrittenExtra[]): NonNullable<JobView['extras']> {
  return written.filter(isThere).map(({ extra, path, bytes }) => ({
    extra,
    name: basename(path),
    url: filmExtraUrl(jobId, extra, extra === 'assets' ? ASSETS_INDEX : undefined),
    bytes,
  }));
}

/** The path of one of them, or of a file in the folder of assets; undefined when it is not there as it was written. */
export function findExtra(
  written: readonly WrittenExtra[],
  extra: Extra,
  file: string | undefined,
): { readonly root: string; readonly path: string } | undefined {
  const found = written.find((each) => each.extra === extra);
  if (!found || !isThere(found) || (file !== undefined) !== (extra === 'assets')) return undefined;
  return file === undefined
    ? { root: dirname(found.path), path: found.path }
    : { root: found.path, path: join(found.path, file) };
}

function isThere({ extra, path, bytes, changedAt }: WrittenExtra): boolean {
  const there = statSync(fileOf(extra, path), { throwIfNoEntry: false });
  return there?.size === bytes && there?.mtimeMs === changedAt;
}

function fileOf(extra: Extra, path: string): string {
  return extra === 'assets' ? join(path, ASSETS_INDEX) : path;
}
