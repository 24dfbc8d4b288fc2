import type { CastMember, Scene } from '../../../shared/story.ts';
import { capital } from './nouns.ts';
import { placeTitle } from './place-words.ts';

/** No thing is worth a title below this weight. */
const LEAST_WEIGHT = 0.3;

/**
 * A title for every scene: the author's own, else the newest that can be seen in it: who comes in, a thing that matters, another
 * place. Never the same twice in a row, and never spoken.
 */
export function sceneTitles(scenes: readonly Scene[], cast: readonly CastMember[]): string[] {
  const told = new Set<string>();
  let last = '';
  return scenes.map((scene) => {
    const choices =
      scene.title === undefined ? [...candidates(scene, cast), `Scene ${String(scene.index + 1)}`] : [scene.title];
    const title = choices.find((each) => !told.has(each)) ?? choices.find((each) => each !== last) ?? choices[0]!;
    told.add(title);
    last = title;
    return title;
  });
}

function* candidates({ graph }: Scene, cast: readonly CastMember[]): Generator<string> {
  const { entities } = graph;
  const members = entities.flatMap(({ castId }) => cast.filter(({ id }) => id === castId));
  const [first, second] = members.map(({ name }) => name);
  const things = entities.filter(
    ({ role, weight }) => (role === 'prop' || role === 'scenery') && weight >= LEAST_WEIGHT,
  );
  const thing = things[0] && withArticle(things[0].word);
  if (first !== undefined && second !== undefined) yield capital(`${first} and ${second}`);
  if (first !== undefined && thing !== undefined) yield capital(`${first} and ${thing}`);
  if (thing !== undefined) yield capital(thing);
  const place = placeTitle(graph);
  if (first !== undefined) yield capital(`${first} ${place.charAt(0).toLowerCase()}${place.slice(1)}`);
  yield place;
  for (const other of things.slice(1)) yield capital(withArticle(other.word));
}

function withArticle(word: string): string {
  return /^(?:the|an?|his|her|their|its|my|our|your) /iu.test(word) ? word : `the ${word}`;
}
