import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { FilmOptions } from '../../shared/film.ts';
import type { Progress } from '../../shared/job.ts';
import type { ProjectDocument } from '../../shared/project.ts';
import { isRecording } from '../../shared/recording.ts';
import { unpackProject } from '../project/unpack.ts';
import type { KnownParts } from '../render/film/parts.ts';
import type { PlannedFilm } from '../render/film/produce.ts';
import type { RunStep } from '../render/film/steps.ts';
import { limitFilm } from '../render/film/limits.ts';
import { makeStoryboard, readDocument } from '../render/film/storyboard.ts';
import { planUnits } from '../render/film/units.ts';
import { openProjectFilm } from '../render/project/project-film.ts';
import type { Workplace } from '../workplace.ts';
import { asAsked, asGiven, refuseTelling } from './as-asked.ts';
import { standardVoice, type FilmRequest } from './film-request.ts';
import { listenToSource, projectOfRecording, recordingBeside } from './told-source.ts';

export type Source = Pick<PlannedFilm, 'storyboard' | 'units' | 'options'>;

export interface SourceContext {
  readonly workplace: Workplace;
  /** As they hold for a story file. */
  readonly options: FilmOptions;
  readonly parts: KnownParts;
  readonly projectId: string;
  readonly run: RunStep;
  readonly signal: AbortSignal;
  /** Hears how far listening is. */
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads and plans what a film is made of: a story file, a recording that is listened to, or a studio project's .storyloom file, whose
 * pictures lie ready until `use` ends.
 */
export async function withSource<Result>(
  request: FilmRequest,
  context: SourceContext,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const { options, run, signal, workplace } = context;
  const { story: path } = request;
  if (extname(path).toLowerCase() === '.storyloom') return withPacked(request, context, use);
  const heard = isRecording(path) ? await listenToSource(path, context) : undefined;
  const story = heard ?? (await readDocument(path, run, signal));
  if (story.recording) {
    const beside = recordingBeside(path, story.recording);
    const document = await projectOfRecording(story, beside, request.options, context);
    const source = await openSource(request, document, () => beside, context);
    const { storyboard } = source;
    return use({
      ...source,
      storyboard: { ...storyboard, notices: [...new Set([...story.notices, ...storyboard.notices])] },
    });
  }
  refuseTelling(request.options, basename(path));
  const storyboard = await makeStoryboard(story, run, signal);
  const units = planUnits(storyboard, options, standardVoice(workplace, options));
  return use(limitFilm({ storyboard, options, units }, options));
}

async function withPacked<Result>(
  request: FilmRequest,
  context: SourceContext,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const { story, options: given } = request;
  if (given.seed !== undefined) {
    throw new StudioError(
      ErrorCode.option,
      'A project has chosen the pictures of its scenes itself: no seed goes with it.',
      {
        hint: 'Leave --seed out, or choose other pictures in the studio.',
      },
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-project-'));
  try {
    const assets = join(folder, 'assets');
    const document = await unpackProject(story, basename(story), assets);
    return await use(await openSource(request, document, (asset) => join(assets, asset), context));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A project's document as a film, as it was asked for. @param pathOf where its files lie */
async function openSource(
  { story, options: given }: FilmRequest,
  whole: ProjectDocument,
  pathOf: (asset: string) => string,
  { workplace, options: { narrator }, projectId, signal }: SourceContext,
): Promise<Source> {
  const document = asAsked(whole, given, basename(story));
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
    painterHere: workplace.painterHere.bind(workplace),
    painter: workplace.painter.bind(workplace),
    enlargerHere: workplace.enlargerHere.bind(workplace),
    enlarger: workplace.enlarger.bind(workplace),
    narratorHere: workplace.narratorHere.bind(workplace),
    narrator: workplace.narrator.bind(workplace),
    projects: () => ({ assetPath: (_: string, asset: string) => pathOf(asset) }),
  };
  const film = await openProjectFilm(place, { projectId, document, narrator }, { signal });
  if (film.reel.length > 0) {
    // Music of the project's own gives way to a file that is named.
    const options = { ...film.options, ...document.output, ...asGiven({ musicFile: given.musicFile }) };
    return limitFilm({ storyboard: film.storyboard, units: film.reel, options }, given);
  }
  throw new StudioError(ErrorCode.input, `No scene of ${basename(story)} has any text, so there is nothing to film.`, {
    hint: 'Write something in a scene first.',
  });
}
