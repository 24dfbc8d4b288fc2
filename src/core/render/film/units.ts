import type { FilmOptions } from '../../../shared/film.ts';
import type { SceneGraph, Scene, Storyboard, Style } from '../../../shared/story.ts';
import { planNarration, type NarrationChunk } from '../../story/narration/plan.ts';
import type { VoicedRange } from '../../story/narration/voices.ts';
import type { OwnPicture } from '../place.ts';

/** One chunk of narration as it will be told. */
export interface ChunkUnit {
  /** 'scene 3, sentence 2': for people, and unique within the film. */
  readonly name: string;
  readonly chunk: NarrationChunk;
  readonly voice: string;
  readonly speed: number;
  /** Seconds of silence after it, at the scene's speed. */
  readonly pauseAfter: number;
}

/** Where a scene's picture comes from. */
export type PictureSource =
  | {
      readonly kind: 'drawn';
      readonly graph: SceneGraph;
      readonly style: Style;
      readonly seed: number;
      /** See IllustrateInput. */
      readonly story?: string | undefined;
    }
  | { readonly kind: 'own'; readonly own: OwnPicture };

export interface SceneUnit {
  /** 'scene 3', or the id of a project's scene: the same for as long as it is the same scene. */
  readonly name: string;
  readonly scene: Scene;
  readonly chunks: readonly ChunkUnit[];
  readonly picture: PictureSource;
  /** Seconds before the first word, and that the picture stays after the last word's pause. */
  readonly leadIn: number;
  readonly leadOut: number;
}

/** A breath before the film's first word, and the last picture's rest, in seconds. */
export const LEAD_IN = 0.4;
export const LEAD_OUT = 1.2;

/** What a project knows better than its story. */
export interface UnitWishes {
  readonly nameOf?: (scene: Scene) => string;
  /** The author's own picture of a scene, where one is chosen. */
  readonly ownPictureOf?: (scene: Scene) => OwnPicture | undefined;
  /** The voice of a member of the cast, for what they say within quotation marks. */
  readonly characterVoices?: Readonly<Record<string, string>>;
  /** What stands for the whole story in its pictures; who it is about first by default. */
  readonly story?: string;
  /** planNarration by default; one that remembers does the same. */
  readonly plan?: typeof planNarration;
}

/**
 * Cuts the scenes into what is made one by one. Pure: a film and its dry run see the same units.
 * @param standardVoice for the scenes that have none of their own
 */
export function planUnits(
  storyboard: Storyboard,
  options: FilmOptions,
  standardVoice: string,
  {
    nameOf = numbered,
    ownPictureOf = () => undefined,
    characterVoices = {},
    story,
    plan = planNarration,
  }: UnitWishes = {},
): SceneUnit[] {
  const { scenes, pronunciations } = storyboard;
  return scenes.map((scene): SceneUnit => {
    const { overrides } = scene;
    const name = nameOf(scene);
    const voice = overrides.voice ?? standardVoice;
    const speed = overrides.speed ?? options.speed;
    const planned = plan(scene.text, {
      pronunciations,
      voices: voicedQuotes(scene, characterVoices, voice),
      ...(scene.title === undefined ? {} : { heading: scene.title }),
    });
    const chunks = planned.map((chunk, index): ChunkUnit => {
      const isLast = index === planned.length - 1;
      const wished = isLast ? overrides.pauseAfter : undefined;
      return {
        name: `${name}, sentence ${String(index + 1)}`,
        chunk,
        voice: chunk.voice ?? voice,
        speed,
        pauseAfter: wished ?? chunk.pauseAfter / speed,
      };
    });
    const own = ownPictureOf(scene);
    return {
      name,
      scene,
      chunks,
      picture: own ? { kind: 'own', own } : drawnPicture(scene, options, story),
      leadIn: scene.index === 0 ? LEAD_IN : 0,
      leadOut: scene.index === scenes.length - 1 ? LEAD_OUT : 0,
    };
  });
}

export function drawnPicture(
  { graph, overrides }: Scene,
  options: FilmOptions,
  story: string | undefined,
  seed = overrides.seed ?? options.seed,
): PictureSource {
  return { kind: 'drawn', graph, style: overrides.style ?? options.style, seed, story };
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
