import type { FilmOptions } from '../../../shared/film.ts';
import type { Scene, Storyboard } from '../../../shared/story.ts';
import type { Narrator } from '../../providers/narrator.ts';
import { planNarration, type NarrationChunk } from '../../story/narration/plan.ts';

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

export interface SceneUnit {
  /** 'scene 3'. */
  readonly name: string;
  readonly scene: Scene;
  readonly chunks: readonly ChunkUnit[];
}

/** Cuts the scenes into what is made one by one. Pure: a film and its dry run see the same units. */
export function planUnits(storyboard: Storyboard, options: FilmOptions, narrator: Narrator): SceneUnit[] {
  const standard = options.voice ?? narrator.voices()[0]!.id;
  return storyboard.scenes.map((scene): SceneUnit => {
    const name = `scene ${String(scene.index + 1)}`;
    const voice = scene.overrides.voice ?? standard;
    const speed = scene.overrides.speed ?? options.speed;
    const plan = planNarration(scene.text, {
      pronunciations: storyboard.pronunciations,
      ...(scene.title === undefined ? {} : { heading: scene.title }),
    });
    const chunks = plan.map((chunk, index): ChunkUnit => {
      const isLast = index === plan.length - 1;
      const wished = isLast ? scene.overrides.pauseAfter : undefined;
      return {
        name: `${name}, sentence ${String(index + 1)}`,
        chunk,
        voice,
        speed,
        pauseAfter: wished ?? chunk.pauseAfter / speed,
      };
    });
    return { name, scene, chunks };
  });
}
