import type { FilmOptions } from '../../../shared/film.ts';
import type { SceneGraph, Scene, Storyboard, Style, Transition } from '../../../shared/story.ts';
import { planNarration, type NarrationChunk } from '../../story/narration/plan.ts';
import type { VoicedRange } from '../../story/narration/voices.ts';
import { transitionByFlow } from '../../story/transitions.ts';
import type { Ground } from '../blank.ts';
import type { OwnPicture } from '../place.ts';
import { TITLE_CARD, withCards } from './cards.ts';
import { recordedChunks, type RecordedChunk, type RecordedStretch } from './told.ts';

/** One chunk of narration as it will be told: read by a narrator, or in the teller's own voice. */
export type ChunkUnit = NarratedChunk | RecordedChunk;

export interface NarratedChunk {
  /** 'scene 3, sentence 2': for people, and unique within the film. */
  readonly name: string;
  readonly chunk: NarrationChunk;
  readonly voice: string;
  readonly speed: number;
  /** Seconds of silence after it, at the scene's speed. */
  readonly pauseAfter: number;
}

/** What a scene's picture is made of, whoever makes it. */
export interface Motif {
  readonly graph: SceneGraph;
  readonly style: Style;
  readonly seed: number;
  /** See IllustrateInput. */
  readonly story?: string | undefined;
}

/** Where a scene's picture comes from. */
export type PictureSource =
  | (Motif & { readonly kind: 'drawn' })
  /** By a diffusion model, from nothing or over the storybook's drawing of the same scene. */
  | (Motif & { readonly kind: 'painted'; readonly over: 'nothing' | 'drawing' })
  | { readonly kind: 'own'; readonly own: OwnPicture }
  /** A quiet ground with the scene's title, where there is to be no picture. */
  | { readonly kind: 'blank'; readonly ground: Ground; readonly title: string };

/** A scene of the film, or a card before or after them. */
export interface SceneUnit {
  /** 'scene 3', or the id of a project's scene: the same for as long as it is the same scene; 'title card'. */
  readonly name: string;
  /** Of a card: what stands on it, over the picture of the scene beside it. */
  readonly scene: Scene;
  readonly card?: 'title' | 'closing';
  readonly chunks: readonly ChunkUnit[];
  readonly picture: PictureSource;
  /** Seconds before the first word, and that the picture stays after the last word's pause. */
  readonly leadIn: number;
  readonly leadOut: number;
  /** Into the next unit; the last one has none. There may be no time for it (shots.ts). */
  readonly transition: Transition;
}

/** A breath before the film's first word, and the last picture's rest, in seconds. */
const LEAD_IN = 0.4;
const LEAD_OUT = 1.2;
/** How long a scene without a word to say is seen ('* * *', an emoji); seconds. */
export const SILENT_SECONDS = 2;

/** What a project knows better than its story. */
export interface UnitWishes {
  readonly nameOf?: (scene: Scene) => string;
  /** The author's own picture of a scene, where one is chosen. */
  readonly ownPictureOf?: (scene: Scene) => OwnPicture | undefined;
  /** What a scene is told in by whoever recorded it; undefined where the narrator reads it. */
  readonly toldOf?: (scene: Scene) => readonly RecordedStretch[] | undefined;
  /** The voice of a member of the cast, for what they say within quotation marks. */
  readonly characterVoices?: Readonly<Record<string, string>>;
  /** What stands for the whole story in its pictures; who it is about first by default. */
  readonly story?: string;
  /** planNarration by default; one that remembers does the same. */
  readonly plan?: typeof planNarration;
}

/**
 * Cuts the film into what is made one by one: its scenes, and the cards that it has. Pure: a film and its dry run see the same
 * units.
 * @param standardVoice for the scenes that have none of their own
 */
export function planUnits(
  storyboard: Storyboard,
  options: FilmOptions,
  standardVoice: string,
  {
    nameOf = numbered,
    ownPictureOf = () => undefined,
    toldOf = () => undefined,
    characterVoices = {},
    story,
    plan = planNarration,
  }: UnitWishes = {},
): SceneUnit[] {
  const { scenes, pronunciations } = storyboard;
  const units = scenes.map((scene, index): SceneUnit => {
    const { overrides } = scene;
    const name = nameOf(scene);
    const voice = overrides.voice ?? standardVoice;
    const speed = overrides.speed ?? options.speed;
    const told = toldOf(scene);
    const planned = told
      ? []
      : plan(scene.text, {
          pronunciations,
          voices: voicedQuotes(scene, characterVoices, voice),
          ...(scene.title === undefined ? {} : { heading: scene.title }),
        });
    const own = ownPictureOf(scene);
    const chunks = told
      ? recordedChunks(name, told, overrides.pauseAfter ?? 0)
      : toChunks(name, planned, { voice, speed, lastPause: overrides.pauseAfter });
    const shown = chunks.length === 0 ? SILENT_SECONDS + (overrides.pauseAfter ?? 0) : 0;
    return {
      name,
      scene,
      chunks,
      picture: own ? { kind: 'own', own } : madePicture(scene, options, story),
      leadIn: index === 0 ? LEAD_IN : 0,
      leadOut: shown + (index === scenes.length - 1 ? LEAD_OUT : 0),
      transition: transitionInto(scene, scenes[index + 1], options),
    };
  });
  const { title } = storyboard;
  // Whoever tells the story would not have another voice say its title.
  const isOwn = scenes.some((scene) => toldOf(scene) !== undefined);
  const chunks = () =>
    isOwn ? [] : toChunks(TITLE_CARD, plan(title, { pronunciations }), { voice: standardVoice, speed: options.speed });
  return withCards(units, { title, chunks }, options);
}

/** A scene of them is painted: none is, and no model is needed, in a film that the storybook draws. */
export function needsPainter(pictures: readonly Pick<SceneUnit, 'picture'>[]): boolean {
  return pictures.some(({ picture }) => picture.kind === 'painted');
}

function toChunks(
  unit: string,
  planned: readonly NarrationChunk[],
  {
    voice,
    speed,
    lastPause,
  }: { readonly voice: string; readonly speed: number; readonly lastPause?: number | undefined },
): NarratedChunk[] {
  return planned.map((chunk, index): NarratedChunk => {
    const wished = index === planned.length - 1 ? lastPause : undefined;
    return {
      name: `${unit}, sentence ${String(index + 1)}`,
      chunk,
      voice: chunk.voice ?? voice,
      speed,
      pauseAfter: wished ?? chunk.pauseAfter / speed,
    };
  });
}

/** As the scene says, else as the film does, else as the story flows. */
function transitionInto(scene: Scene, next: Scene | undefined, options: FilmOptions): Transition {
  const wished = scene.overrides.transition ?? options.transition;
  if (!next) return 'cut';
  return wished === 'auto' ? transitionByFlow(scene, next) : wished;
}

/** By the engine that the scene says, else the film. */
export function madePicture(
  { graph, overrides }: Scene,
  options: FilmOptions,
  story: string | undefined,
  seed = overrides.seed ?? options.seed,
): PictureSource {
  const motif = { graph, style: overrides.style ?? options.style, seed, story };
  switch (overrides.pictures ?? options.pictures) {
    case 'storybook':
      return { kind: 'drawn', ...motif };
    case 'diffusion':
      return { kind: 'painted', over: 'nothing', ...motif };
    case 'over-storybook':
      return { kind: 'painted', over: 'drawing', ...motif };
  }
}

/** What is said in the narrator's own voice anyway is not cut out. */
function voicedQuotes(
  { quotes }: Scene,
  characterVoices: Readonly<Record<string, string>>,
  narrator: string,
): VoicedRange[] {
  return quotes.flatMap(({ start, end, speaker }) => {
    const voice = speaker === undefined ? undefined : characterVoices[speaker];
    return voice === undefined || voice === narrator ? [] : [{ start, end, voice }];
  });
}

function numbered({ index }: Scene): string {
  return `scene ${String(index + 1)}`;
}
