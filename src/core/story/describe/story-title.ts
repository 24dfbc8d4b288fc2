import type { Storyboard } from '../../../shared/story.ts';
import { UNTITLED } from '../document.ts';
import { capital } from './nouns.ts';
import { sceneTitles } from './scene-titles.ts';

/** The author's title, else one of whom the story is about most and what comes with them. For lists and offers: no film says it. */
export function storyTitle({ title, cast, scenes }: Storyboard): string {
  if (title !== UNTITLED) return title;
  const weights = new Map<string, number>();
  for (const { graph } of scenes) {
    for (const { castId, word, role, weight } of graph.entities) {
      if (role === 'sky') continue;
      const name = cast.find(({ id }) => id === castId)?.name ?? `the ${word}`;
      weights.set(name, (weights.get(name) ?? 0) + weight);
    }
  }
  const [first, second] = [...weights].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const words =
    first === undefined ? sceneTitles(scenes, cast)[0] : second === undefined ? first : `${first} and ${second}`;
  return words === undefined ? UNTITLED : capital(words);
}
