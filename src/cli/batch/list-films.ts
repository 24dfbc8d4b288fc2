import { stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { askedOptionsSchema } from '../../shared/batch.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { refusedOption } from '../../shared/explain-issue.ts';
import type { AskedOptions } from '../commands/render/film-flags.ts';
import type { BatchFilm } from './batch-film.ts';
import { filmNames } from './film-names.ts';

/** A film for each story, in one folder. @throws StudioError `option` */
export async function listStories(
  stories: readonly string[],
  folder: string,
  options: AskedOptions,
): Promise<BatchFilm[]> {
  await checkFolder(folder);
  checkAsked(options);
  const paths = [...new Set(stories.map((story) => resolve(story)))];
  const names = filmNames(paths);
  return paths.map((story, index) => ({ story, film: join(resolve(folder), `${names[index]!}.mp4`), options }));
}

/** @throws StudioError `option` when it is the name of a film, or a file */
export async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found || /^\.(mp4|m4v|mov)$/i.test(extname(folder))) {
    throw new StudioError(ErrorCode.option, `Several films cannot go into one file: ${folder}.`, {
      hint: 'Name a folder, such as `-o films/`.',
    });
  }
}

/** What is wrong with an option is wrong for every film: it is said once, before the first. @throws StudioError `option` */
export function checkAsked(options: AskedOptions): void {
  const { error } = askedOptionsSchema.safeParse(options, { reportInput: true });
  if (!error) return;
  const issue = error.issues[0]!;
  throw new StudioError(ErrorCode.option, refusedOption(issue), {
    hint: '`storyloom render --help` lists the options and their values.',
  });
}
