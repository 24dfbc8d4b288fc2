import type { z } from 'zod';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { filmOptionsSchema, type FilmOptions } from '../../shared/film.ts';
import type { ModelProgress } from '../models/progress.ts';
import type { Narrator } from '../providers/narrator.ts';
import type { FilmParts } from '../render/film/parts.ts';
import type { Workplace } from '../workplace.ts';
import { explainIssue } from '../../shared/explain-issue.ts';

export interface FilmRequest {
  /** Absolute path of the story's file. */
  readonly story: string;
  /** Absolute path of the film to write. */
  readonly film: string;
  readonly options: z.input<typeof filmOptionsSchema>;
}

/** @throws StudioError `option`, its message naming the option and what it may be. */
export function checkOptions(options: FilmRequest['options']): FilmOptions {
  const parsed = filmOptionsSchema.safeParse(options, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const value = JSON.stringify(issue.input ?? null);
  throw new StudioError(
    ErrorCode.option,
    `The option "${issue.path.join('.')}" cannot be ${value}: ${explainIssue(issue)}.`,
    {
      hint: '`storyloom render --help` lists the options and their values.',
      data: { issues: parsed.error.issues },
    },
  );
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
    fontFolder: workplace.paths.fonts,
    composing: workplace.composing,
  };
}

/** The narrator's first voice when none is named. */
export function standardVoice({ voice }: FilmOptions, narrator: Narrator): string {
  return voice ?? narrator.voices()[0]!.id;
}
