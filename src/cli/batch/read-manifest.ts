import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { batchSchema, type BatchManifest } from '../../shared/batch.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { explainIssue } from '../../shared/explain-issue.ts';
import type { AskedOptions } from '../commands/render/film-flags.ts';
import type { BatchFilm } from './batch-film.ts';
import { filmNames } from './film-names.ts';
import { checkAsked, checkFolder } from './list-films.ts';

export interface ManifestWishes {
  /** Where films without an `output` go; what the manifest says by default. */
  readonly folder?: string | undefined;
  /** What was typed: it goes before all that the manifest says. */
  readonly options: AskedOptions;
}

/** The films of a manifest. @throws StudioError `not-found`, `permission`, `input` with the place in the file, `option` */
export async function readManifest(path: string, { folder, options }: ManifestWishes): Promise<BatchFilm[]> {
  checkAsked(options);
  const file = resolve(path);
  const manifest = parseManifest(await readText(file), basename(file));
  const here = dirname(file);
  const target = folder === undefined ? resolve(here, manifest.folder ?? '.') : resolve(folder);
  await checkFolder(target);
  const stories = manifest.films.map(({ story }) => resolve(here, story));
  const unnamed = [...new Set(stories.filter((_, index) => manifest.films[index]!.output === undefined))];
  const names = new Map(filmNames(unnamed).map((name, index) => [unnamed[index]!, name]));
  const films = manifest.films.flatMap((film, index) => {
    const story = stories[index]!;
    const output = film.output === undefined ? resolve(target, `${names.get(story)!}.mp4`) : resolve(here, film.output);
    const base = mergeOptions(manifest.options, film.options, here);
    if (!film.variants) return [{ story, film: output, options: mergeOptions(base, options) }];
    return film.variants.map(({ name, options: own }) => ({
      story,
      film: variantPath(output, name),
      options: mergeOptions(mergeOptions(base, own, here), options),
    }));
  });
  checkApart(films, basename(file));
  return films;
}

function parseManifest(text: string, name: string): BatchManifest {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new StudioError(ErrorCode.input, `${name} is not JSON: ${(cause as Error).message}.`, {
      hint: FORMAT,
      cause,
    });
  }
  const { data: manifest, error } = batchSchema.safeParse(data, { reportInput: true });
  if (manifest) return manifest;
  const issue = error.issues[0]!;
  const place = issue.path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('');
  const value = issue.input === undefined ? 'left out' : JSON.stringify(issue.input)?.slice(0, 60);
  const what =
    issue.code === 'unrecognized_keys' ? explainIssue(issue) : `cannot be ${value ?? ''}: ${explainIssue(issue)}`;
  throw new StudioError(ErrorCode.input, `${name}${place === '' ? '' : `, ${place.replace(/^\./, '')}`}: ${what}.`, {
    hint: FORMAT,
    data: { issues: error.issues },
  });
}

const FORMAT = 'docs/command-line.md, "Many films", has an example of a manifest.';

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
    if (isMissing) {
      throw new StudioError(ErrorCode.notFound, `There is no file ${file}.`, {
        hint: 'Check the name and the folder.',
        cause,
      });
    }
    throw new StudioError(ErrorCode.permission, `${file} cannot be read.`, {
      hint: 'Name a file that you may read.',
      cause,
    });
  }
}

/** `nearer` goes first; paths in it are relative to `here`. */
function mergeOptions(
  farther: AskedOptions | undefined = {},
  nearer: AskedOptions | undefined = {},
  here?: string,
): AskedOptions {
  const { musicFile, volumes, ...rest } = nearer;
  const file = musicFile === undefined || here === undefined ? musicFile : resolve(here, musicFile);
  return {
    ...farther,
    ...rest,
    ...(farther.volumes || volumes ? { volumes: { ...farther.volumes, ...volumes } } : {}),
    // A file of one's own is there to be heard.
    ...(file === undefined ? {} : { musicFile: file, music: rest.music ?? 'own' }),
  };
}

function variantPath(film: string, name: string): string {
  const ending = extname(film);
  return `${film.slice(0, film.length - ending.length)}-${name}${ending}`;
}

function checkApart(films: readonly BatchFilm[], name: string): void {
  const seen = new Set<string>();
  for (const { film } of films) {
    const plain = film.normalize('NFC').toLowerCase();
    if (seen.has(plain)) {
      throw new StudioError(ErrorCode.input, `${name}: two films would be written to ${film}.`, {
        hint: 'Give one of them another `output`, or variants names of their own.',
      });
    }
    seen.add(plain);
  }
}
