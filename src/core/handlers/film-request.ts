import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { filmOptionsSchema, type FilmOptions } from '../../shared/film.ts';
import type { ModelProgress } from '../models/progress.ts';
import type { FilmParts } from '../render/film/parts.ts';
import type { Workplace } from '../workplace.ts';

export interface FilmRequest {
  /** Absolute path of the story's file. */
  readonly story: string;
  /** Absolute path of the film to write. */
  readonly film: string;
  readonly options: z.input<typeof filmOptionsSchema>;
}

/** @throws StudioError `option`, its message naming the option and what it may be. */
export function checkOptions(options: FilmRequest['options']): FilmOptions {
  const parsed = filmOptionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.join('.') ?? 'option';
  throw new StudioError(ErrorCode.option, `The option "${name}" cannot be that: ${issue?.message ?? 'unknown'}.`, {
    hint: '`storyloom render --help` lists the options and their values.',
    data: { issues: parsed.error.issues },
  });
}

/**
 * Finds out before the work, not after it, that the film cannot be written where it should go.
 * @throws StudioError `permission` or `option`
 */
export async function checkTarget(film: string): Promise<void> {
  const found = await stat(film).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new StudioError(ErrorCode.option, `${film} is a folder.`, { hint: 'Name a file in it, such as film.mp4.' });
  }
  if (!/\.(mp4|m4v|mov)$/i.test(film)) {
    throw new StudioError(ErrorCode.option, `${basename(film)} does not end in .mp4.`, {
      hint: 'A film is an MP4 file: give it a name that ends in .mp4.',
    });
  }
  let folder = dirname(film);
  while (!(await stat(folder).catch(() => undefined)) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new StudioError(ErrorCode.permission, `Nothing may be written in ${folder}.`, {
      hint: 'Choose another folder with -o, or give yourself the right to write there.',
      cause,
    });
  }
}

/** Everything that a film is made with; the voice model is fetched first when it is not here. */
export async function gatherParts(
  workplace: Workplace,
  options: FilmOptions,
  hooks: { readonly signal?: AbortSignal | undefined; readonly onFetch?: (progress: ModelProgress) => void },
): Promise<FilmParts> {
  const [tools, builder] = await Promise.all([workplace.media(), workplace.builder()]);
  const narrator = await workplace.narrator(options.narrator, { signal: hooks.signal, onProgress: hooks.onFetch });
  // A voice that does not exist is found out now, not after the pictures are drawn.
  if (options.voice !== undefined) narrator.identity(options.voice);
  return {
    builder,
    narrator,
    illustrator: workplace.illustrator(),
    tools,
    pool: workplace.pool(),
    cores: workplace.cores,
  };
}
