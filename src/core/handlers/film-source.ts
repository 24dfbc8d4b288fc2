import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { FilmOptions } from '../../shared/film.ts';
import type { ProjectDocument } from '../../shared/project.ts';
import { unpackProject } from '../project/unpack.ts';
import type { FilmParts } from '../render/film/parts.ts';
import type { PlannedFilm } from '../render/film/produce.ts';
import type { RunStep } from '../render/film/steps.ts';
import { limitFilm } from '../render/film/limits.ts';
import { makeStoryboard } from '../render/film/storyboard.ts';
import { planUnits } from '../render/film/units.ts';
import { openProjectFilm } from '../render/project/project-film.ts';
import type { Workplace } from '../workplace.ts';
import { standardVoice, type FilmRequest } from './film-request.ts';

type Source = Pick<PlannedFilm, 'storyboard' | 'units' | 'options'>;

export interface SourceContext {
  readonly workplace: Workplace;
  /** As they hold for a story file. */
  readonly options: FilmOptions;
  readonly parts: FilmParts;
  readonly projectId: string;
  readonly run: RunStep;
  readonly signal: AbortSignal;
}

/** Reads and plans what a film is made of: a story file, or a studio project's .storyloom file, whose pictures lie ready until `use` ends. */
export async function withSource<Result>(
  request: FilmRequest,
  context: SourceContext,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const { options, parts, run, signal } = context;
  if (extname(request.story).toLowerCase() === '.storyloom') return withProject(request, context, use);
  const storyboard = await makeStoryboard(request.story, run, signal);
  const units = planUnits(storyboard, options, standardVoice(options, parts.narrator));
  return use(limitFilm({ storyboard, options, units }, options));
}

async function withProject<Result>(
  { story, options: given }: FilmRequest,
  { workplace, options: { narrator }, projectId, signal }: SourceContext,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-project-'));
  try {
    const assets = join(folder, 'assets');
    const document = asAsked(await unpackProject(story, basename(story), assets), given);
    const place = {
      cores: workplace.cores,
      paths: workplace.paths,
      composing: workplace.composing,
      planner: workplace.planner,
      store: () => workplace.store(),
      builder: () => workplace.builder(),
      media: () => workplace.media(),
      pool: () => workplace.pool(),
      illustrator: () => workplace.illustrator(),
      narratorHere: workplace.narratorHere.bind(workplace),
      narrator: workplace.narrator.bind(workplace),
      projects: () => ({ assetPath: (_: string, asset: string) => join(assets, asset) }),
    };
    const film = await openProjectFilm(place, { projectId, document, narrator }, { signal });
    if (film.reel.length > 0) {
      // Music of the project's own gives way to a file that is named.
      const options = { ...film.options, ...document.output, ...asGiven({ musicFile: given.musicFile }) };
      return await use(limitFilm({ storyboard: film.storyboard, units: film.reel, options }, given));
    }
    throw new StudioError(
      ErrorCode.input,
      `No scene of ${basename(story)} has any text, so there is nothing to film.`,
      {
        hint: 'Write something in a scene first.',
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is asked for goes before what the project says. */
function asAsked(document: ProjectDocument, given: FilmRequest['options']): ProjectDocument {
  if (given.seed !== undefined) {
    throw new StudioError(
      ErrorCode.option,
      'A project has chosen the pictures of its scenes itself: no seed goes with it.',
      {
        hint: 'Leave --seed out, or choose other pictures in the studio.',
      },
    );
  }
  const { voice, speed, style, motion } = given;
  const { captions, transition, titleCard, closingCard, music, ambience, volumes, loudness } = given;
  const { shape, size, fps, codec, encoder, preset, crf, cover, softSubtitles, extras } = given;
  return {
    ...document,
    ...asGiven({ voice, speed, style, motion }),
    ...asGiven({ captions, transition, titleCard, closingCard, music, ambience, loudness }),
    volumes: { ...document.volumes, ...asGiven({ ...volumes }) },
    output: {
      ...document.output,
      ...asGiven({ shape, size, fps, codec, encoder, preset, crf, cover, softSubtitles, extras }),
    },
  };
}

function asGiven<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
