import { findInText, type TextPlace, type TextQuery } from '../../../../shared/find-text.ts';

export interface Match extends TextPlace {
  readonly sceneId: string;
}

export interface TextScene {
  readonly id: string;
  readonly text: string;
}

/** Every place in the film where the words stand, in the film's order. */
export function matchesIn(scenes: readonly TextScene[], query: TextQuery): Match[] {
  return scenes.flatMap(({ id, text }) => findInText(text, query).map((place) => ({ ...place, sceneId: id })));
}

/** The match to go to from a scene: its own first one, or the next in the film, or again from the start. */
export function firstFrom(matches: readonly Match[], scenes: readonly TextScene[], sceneId: string): number {
  const order = new Map(scenes.map((scene, place) => [scene.id, place]));
  const from = order.get(sceneId) ?? 0;
  const next = matches.findIndex((match) => (order.get(match.sceneId) ?? 0) >= from);
  return next < 0 && matches.length > 0 ? 0 : next;
}
