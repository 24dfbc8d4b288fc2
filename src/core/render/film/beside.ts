/** What is written beside a film when it is there: made anew only where the film has changed, or the file has. */
import { hash } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ErrorCode, StudioError, throwIfCancelled } from '../../../shared/errors.ts';
import { EXTRAS, type Extra } from '../../../shared/film.ts';
import { canonicalJson } from '../../build/canonical-json.ts';
import { thisMachine } from '../../build/rates.ts';
import { keepForeign, type KnownFile } from '../../extras/keep-foreign.ts';
import { loadMaker } from '../../extras/makers.ts';
import { ASSETS_INDEX, extraPath } from '../../extras/names.ts';
import type { WrittenFilm } from '../../extras/outline.ts';
import type { MediaTools } from '../../media/tools.ts';
import { writeAside, writeFolderAside } from '../../media/write-aside.ts';
import type { ProgressTracker } from '../../progress.ts';
import { recordMeasurement } from '../../store/measurements.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import type { Store } from '../../store/store.ts';
import type { Lookout } from './look.ts';
import type { StepEnd } from './steps.ts';
import { workOf } from './work.ts';

/** What was written last under a path: from what, and its files as they were then; '' is the path itself. */
interface Written {
  readonly key: string;
  readonly files: Readonly<Record<string, KnownFile>>;
  /** What was said about it, and holds for as long as it is the same. */
  readonly notices: readonly string[];
}

export interface BesideContext {
  readonly store: Store;
  readonly tools: MediaTools;
  readonly signal: AbortSignal;
  readonly progress: ProgressTracker;
  readonly onStep: (step: StepEnd) => void;
}

/** Each once, in the order in which they are always written. */
export function extrasOf({ extras }: { readonly extras: readonly Extra[] }): Extra[] {
  return EXTRAS.filter((extra) => extras.includes(extra));
}

/**
 * Before the work: whether each can be made here, and none would be written over what the film is made from.
 * @throws StudioError `missing` or `option`
 */
export async function checkExtras(
  film: string,
  extras: readonly Extra[],
  tools: MediaTools,
  inputs: readonly string[],
): Promise<void> {
  for (const extra of extras) {
    const missing = (await loadMaker(extra)).missing?.(tools);
    if (missing !== undefined) {
      throw new StudioError(
        ErrorCode.missing,
        `This ffmpeg (${tools.ffmpeg.path}) cannot write "${extra}" beside the film: no ${missing}.`,
        { hint: `Leave "${extra}" out, or set another ffmpeg.`, data: { extra, missing } },
      );
    }
    const path = extraPath(film, extra);
    if (inputs.includes(path)) {
      throw new StudioError(
        ErrorCode.option,
        `${path} is what the film is made from: "${extra}" would be written over it.`,
        {
          hint: 'Give the film another name, or write it to another folder.',
        },
      );
    }
  }
}

/** Why it has to be written, in words; undefined when it is there as it was written last, from the same film. */
async function whyWrite(store: Store, extra: Extra, film: WrittenFilm, tools: MediaTools): Promise<string | undefined> {
  const path = extraPath(film.film, extra);
  const known = knownOf(store, path);
  if (!known) return 'never made';
  for (const [name, file] of Object.entries(known.files)) {
    const there = await stat(join(path, name)).catch(() => undefined);
    if (!there) return `${join(basename(path), name)} is not there any more`;
    if (there.size !== file.bytes || there.mtimeMs !== file.changedAt) {
      return `${join(basename(path), name)} was changed by something else`;
    }
  }
  return known.key === (await keyOf(extra, film, tools)) ? undefined : 'the film changed';
}

/** @param film undefined where what it is joined from is not there yet */
export async function surveyExtras(
  lookout: Lookout,
  extras: readonly Extra[],
  scenes: number,
  film: WrittenFilm | undefined,
  { store, tools }: Pick<BesideContext, 'store' | 'tools'>,
): Promise<void> {
  for (const extra of extras) {
    const reason = film ? await whyWrite(store, extra, film, tools) : 'the film is made anew';
    if (reason === undefined) lookout.have('extras', extra);
    else lookout.miss('extras', extra, reason, workOf.extra(extra, scenes));
  }
}

/** @returns absolute paths of all that was asked for, and what the user should know of it */
export async function writeExtras(
  film: WrittenFilm,
  context: BesideContext,
): Promise<{ readonly paths: readonly string[]; readonly notices: readonly string[] }> {
  const { store, tools, signal, progress, onStep } = context;
  const extras = extrasOf(film);
  const notices: string[] = [];
  for (const [index, extra] of extras.entries()) {
    throwIfCancelled(signal);
    const started = performance.now();
    const update = (part: number): void => {
      progress.update('extras', { done: index + part, total: extras.length, message: 'Writing what goes beside it' });
    };
    update(0);
    const path = extraPath(film.film, extra);
    const cached = (await whyWrite(store, extra, film, tools)) === undefined;
    if (!cached) notices.push(...(await writeExtra(extra, film, path, context, update)));
    notices.push(...(knownOf(store, path)?.notices ?? []));
    update(1);
    const ms = performance.now() - started;
    if (!cached)
      recordMeasurement(store, thisMachine(), 'extras', { work: workOf.extra(extra, film.shots.length), ms });
    onStep({ stage: 'extras', unit: extra, cached, seconds: ms / 1000 });
  }
  return { paths: extras.map((extra) => extraPath(film.film, extra)), notices };
}

/** @returns where what was found in its place is kept now */
async function writeExtra(
  extra: Extra,
  film: WrittenFilm,
  path: string,
  { store, tools, signal }: BesideContext,
  report: (value: number) => void,
): Promise<string[]> {
  const maker = await loadMaker(extra);
  const before = knownOf(store, path);
  const moved: string[] = [];
  let notices: readonly string[] = [];
  const keep = async (target: string, fresh: string): Promise<void> => {
    const kept = await keepForeign(target, fresh, before?.files[target.slice(path.length + 1)]);
    if (kept !== undefined) moved.push(`${target} was not as Storyloom wrote it: it is kept as ${basename(kept)}.`);
  };
  const make = async (target: string): Promise<void> => {
    ({ notices } = await maker.make(film, target, { tools, signal, report }));
  };
  let names: readonly string[] = [''];
  if (extra === 'assets') {
    names = await writeFolderAside(path, make, { last: ASSETS_INDEX, onReplace: keep });
    await removeStale(path, before, names);
  } else {
    await writeAside(path, async (temporary) => {
      await make(temporary);
      await keep(path, temporary);
    });
  }
  const files: Record<string, KnownFile> = {};
  for (const name of names) {
    const { size, mtimeMs } = await stat(join(path, name));
    files[name] = { bytes: size, changedAt: mtimeMs };
  }
  setSetting(store, settingOf(path), { key: await keyOf(extra, film, tools), files, notices } satisfies Written);
  return moved;
}

/** Files of a longer film that was there before; what somebody changed is theirs and stays. */
async function removeStale(folder: string, before: Written | undefined, names: readonly string[]): Promise<void> {
  for (const [name, file] of Object.entries(before?.files ?? {})) {
    if (names.includes(name)) continue;
    const there = await stat(join(folder, name)).catch(() => undefined);
    if (there?.size === file.bytes && there.mtimeMs === file.changedAt) await rm(join(folder, name), { force: true });
  }
}

async function keyOf(extra: Extra, film: WrittenFilm, tools: MediaTools): Promise<string> {
  const maker = await loadMaker(extra);
  return hash('sha256', canonicalJson({ extra, version: maker.version, identity: maker.identity(film, tools) }));
}

function knownOf(store: Store, path: string): Written | undefined {
  return getSetting(store, settingOf(path)) as Written | undefined;
}

function settingOf(path: string): string {
  return `beside ${path}`;
}
