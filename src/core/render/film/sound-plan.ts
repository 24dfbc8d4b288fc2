/** What lies under the scenes of one film, and what of it has to be made. */
import { basename } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { FilmOptions } from '../../../shared/film.ts';
import type { Ambience } from '../../../shared/story.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import { hashFile } from '../../media/hash-file.ts';
import { examineMusic } from '../../media/own-music.ts';
import { planUnder, type Music, type Under } from '../../sound/plan.ts';
import { bedStage, type LoopOutput } from '../bed.ts';
import { ownMusicStage } from '../own-music.ts';
import { drawnAt } from './cards.ts';
import type { KnownParts } from './parts.ts';
import type { SceneUnit } from './units.ts';
import { guessSeconds } from './work.ts';

const planned = new WeakMap<
  readonly SceneUnit[],
  { readonly options: FilmOptions; readonly under: readonly Under[] }
>();

/** What is under each unit of a film, in order; a card sounds like the scene beside it. Remembered as long as the film is. */
export function underUnits(units: readonly SceneUnit[], options: FilmOptions): readonly Under[] {
  const known = planned.get(units);
  if (known?.options === options) return known.under;
  const scenes = units.map((unit, index) => ({
    scene: units[drawnAt(units, index)]!.scene,
    seconds: guessSeconds(unit),
  }));
  const under = planUnder(scenes, options);
  planned.set(units, { options, under });
  return under;
}

/** True when a sound is its narration alone, as loud as it was spoken. */
export function isPlain(under: readonly Under[], { loudness, volumes }: FilmOptions): boolean {
  const isBare = under.every(({ music, ambience }) => music === undefined && ambience === undefined);
  return isBare && loudness === 'off' && volumes.narration === 1;
}

/** A sound that is laid under scenes. */
export type LoopName = { readonly music: Music } | { readonly ambience: Ambience };

/** 'music calm', 'ambience rain': the step that makes it, and how it is found again. */
export function loopKey(name: LoopName): string {
  return 'music' in name ? `music ${name.music}` : `ambience ${name.ambience}`;
}

/** Each once, in the order in which they are first heard. */
export function loopsOf(under: readonly Under[]): LoopName[] {
  const names = new Map<string, LoopName>();
  const add = (name: LoopName): void => {
    if (!names.has(loopKey(name))) names.set(loopKey(name), name);
  };
  for (const { music, ambience } of under) {
    if (music) add({ music });
    if (ambience) add({ ambience });
  }
  return [...names.values()];
}

/** Hands the stage that makes a loop, with its input, to whoever wants to look for it or to run it. */
export async function withLoop<Result>(
  name: LoopName,
  options: FilmOptions,
  { tools, pool }: KnownParts,
  use: <Input>(stage: Stage<Input, LoopOutput>, input: Input) => Result | Promise<Result>,
): Promise<Result> {
  if (!('music' in name)) return use(bedStage, { name, pool, tools });
  const { music } = name;
  if (music !== 'own') return use(bedStage, { name: { music }, pool, tools });
  return use(ownMusicStage, { ...(await ownFile(options, tools)), tools });
}

type OwnFile = { readonly path: string; readonly name: string; readonly sha256: string };
const ownFiles = new WeakMap<FilmOptions, Promise<OwnFile>>();

/** Looked at once for each film; one that cannot be used is looked at again, for it may be there by then. */
function ownFile(options: FilmOptions, tools: KnownParts['tools']): Promise<OwnFile> {
  const known = ownFiles.get(options);
  if (known) return known;
  const looking = lookAtOwn(options, tools);
  ownFiles.set(options, looking);
  looking.catch(() => ownFiles.delete(options));
  return looking;
}

async function lookAtOwn({ musicFile }: FilmOptions, tools: KnownParts['tools']): Promise<OwnFile> {
  if (musicFile === undefined) {
    throw new StudioError(ErrorCode.option, 'The film is to have music of your own, and none is named.', {
      hint: 'Choose a music file, or other music.',
    });
  }
  const name = basename(musicFile);
  await examineMusic(tools, musicFile, name);
  return { path: musicFile, name, sha256: await hashFile(musicFile) };
}

/** Artefacts by loopKey. */
export type Loops = ReadonlyMap<string, Artefact<LoopOutput>>;
