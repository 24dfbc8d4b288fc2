import type { z } from 'zod';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { filmOptionsSchema, type FilmOptions } from '../../shared/film.ts';
import type { ModelProgress } from '../models/progress.ts';
import { findVoice } from '../providers/narrator.ts';
import type { KnownParts } from '../render/film/parts.ts';
import { needsNarrator } from '../render/film/told.ts';
import { needsPainter, type SceneUnit } from '../render/film/units.ts';
import type { Workplace } from '../workplace.ts';
import { refusedOption } from '../../shared/explain-issue.ts';

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
  throw new StudioError(ErrorCode.option, refusedOption(issue), {
    hint: '`storyloom render --help` lists the options and their values.',
    data: { issues: parsed.error.issues },
  });
}

/** Everything that a film is made with, as far as it is here: nothing is fetched. @throws StudioError `not-found` for the voice */
export async function gatherParts(workplace: Workplace, options: FilmOptions): Promise<KnownParts> {
  const [tools, builder] = await Promise.all([workplace.media(), workplace.builder()]);
  // A voice that does not exist is found out now, not after the pictures are drawn.
  const { voice } = options;
  if (voice !== undefined && voice !== OWN_VOICE) findVoice(workplace.voices(options.narrator), voice);
  const narrator = await workplace.narratorHere(options.narrator);
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

/** With the narrator, who is fetched first when he is not here, where any of it is narrated. */
export async function withNarrator(
  workplace: Workplace,
  parts: KnownParts,
  { units, options }: { readonly units: readonly SceneUnit[]; readonly options: FilmOptions },
  hooks: { readonly signal?: AbortSignal | undefined; readonly onFetch?: (progress: ModelProgress) => void },
): Promise<KnownParts> {
  if (parts.narrator || !needsNarrator(units)) return parts;
  return {
    ...parts,
    narrator: await workplace.narrator(options.narrator, { signal: hooks.signal, onProgress: hooks.onFetch }),
  };
}

/** @throws StudioError `option` for what is asked of painting where nothing is painted: it is said rather than passed over */
export function refusePainting({ options: given }: FilmRequest, units: readonly SceneUnit[]): void {
  const asked = {
    '--picture-model': given.pictureModel,
    '--picture-steps': given.pictureSteps,
    '--picture-strength': given.pictureStrength,
    '--upscaler': given.upscaler,
  };
  // They hold when the pictures are filled in.
  if (given.limitPictures === 0) return;
  const flag = Object.entries(asked).find(([, value]) => value !== undefined)?.[0];
  if (flag !== undefined && !needsPainter(units)) {
    throw new StudioError(ErrorCode.option, `Every picture of this film is drawn: ${flag} does not go with it.`, {
      hint: `Leave ${flag} out, or have it painted: --pictures diffusion or over-storybook.`,
      data: { flag },
    });
  }
  const isOver = units.some(({ picture }) => picture.kind === 'painted' && picture.over === 'drawing');
  if (given.pictureStrength !== undefined && !isOver) {
    throw new StudioError(
      ErrorCode.option,
      'Nothing of this film is painted over a drawing: a strength does not go with it.',
      {
        hint: 'Leave --picture-strength out, or paint over the storybook: --pictures over-storybook.',
        data: { flag: '--picture-strength' },
      },
    );
  }
}

/** With who paints and who enlarges, where any of it is painted; a model is fetched first when it may be. @throws StudioError `missing`, `not-found` */
export async function withPainter(
  workplace: Workplace,
  parts: KnownParts,
  { units, options: { pictureModel, upscaler } }: PaintedFilm,
  hooks: { readonly signal?: AbortSignal | undefined; readonly onFetch?: (progress: ModelProgress) => void },
): Promise<KnownParts> {
  if (!needsPainter(units)) return parts;
  const fetching = { signal: hooks.signal, onProgress: hooks.onFetch };
  const painter = await workplace.painter(pictureModel, fetching);
  return { ...parts, painter, enlarger: await workplace.enlarger(upscaler, fetching) };
}

/** The same as far as it is here: nothing is fetched. */
export async function withPainterHere(
  workplace: Workplace,
  parts: KnownParts,
  { units, options: { pictureModel, upscaler } }: PaintedFilm,
): Promise<KnownParts> {
  if (!needsPainter(units)) return parts;
  const painter = await workplace.painterHere(pictureModel);
  return { ...parts, painter, enlarger: await workplace.enlargerHere(upscaler) };
}

interface PaintedFilm {
  readonly units: readonly SceneUnit[];
  readonly options: FilmOptions;
}

/** The name of a voice that is no narrator's: of whoever told what was recorded. */
export const OWN_VOICE = 'own';

/** The narrator's first voice when none is named. */
export function standardVoice(workplace: Workplace, { voice, narrator }: FilmOptions): string {
  return voice === undefined || voice === OWN_VOICE ? workplace.voices(narrator)[0]!.id : voice;
}
