import { INDOOR_SETTINGS, type CastMember, type Scene } from '../../../shared/story.ts';
import { figuresWords } from './figures.ts';
import { capital, listWords, nounWords } from './nouns.ts';
import { placeWords } from './place-words.ts';

/** Beyond these a picture is a list. */
const MOST_FIGURES = 4;
const MOST_THINGS = 3;

/** What a scene's picture shows, in one line: 'Nib the small brown otter holds the match at a lighthouse in a storm at night.' */
export function describeScene({ graph }: Scene, cast: readonly CastMember[]): string {
  const { entities, setting } = graph;
  const figures = entities.filter(({ role }) => role === 'character').slice(0, MOST_FIGURES);
  const targets = new Set(figures.flatMap(({ relation }) => (relation ? [relation.target] : [])));
  const things = entities
    .filter(
      ({ id, role, word }) => (role === 'prop' || role === 'scenery') && !targets.has(id) && !word.includes(setting),
    )
    .slice(0, MOST_THINGS)
    .map(nounWords);
  const where = placeWords(graph, INDOOR_SETTINGS.has(setting));
  const who = figuresWords(figures, entities, cast);
  const what = listWords(things);
  if (who === '') return `${capital(what === '' ? 'nobody' : what)} ${where}.`;
  return `${capital(who)} ${where}${what === '' ? '' : `, with ${what}`}.`;
}
