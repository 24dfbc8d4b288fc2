/**
 * What the picture-book model is taught: scenes that the storybook draws, with the very prompts that a film asks for
 * (src/core/story/prompt) as captions.
 */
import { resourcePath } from '../../src/core/paths.ts';
import { pick, randomFrom } from '../../src/core/storybook/random.ts';
import { loadLexicon } from '../../src/core/story/lexicon/lexicon.ts';
import { joinPhrases, withoutPhrase } from '../../src/core/story/prompt/phrases.ts';
import { promptOf } from '../../src/core/story/prompt/scene-prompt.ts';
import {
  type Action,
  type CastMember,
  MOODS,
  type SceneEntity,
  type SceneGraph,
  SEASONS,
  type Setting,
  SETTINGS,
  type Style,
  STYLES,
  type TimeOfDay,
  TIMES_OF_DAY,
  WEATHERS,
} from '../../src/shared/story.ts';

/** As a text calls them. */
export const CHARACTERS = [
  ...['fox', 'owl', 'bear', 'rabbit', 'cat', 'dog', 'frog', 'penguin', 'hedgehog', 'dragon', 'unicorn', 'mouse'],
  ...['lion', 'tiger', 'panda', 'pig', 'cow', 'wolf', 'raccoon', 'monkey', 'otter', 'squirrel', 'badger', 'sheep'],
  ...['goat', 'deer', 'donkey', 'duck', 'elephant', 'turtle', 'horse', 'robot', 'boy', 'girl', 'man', 'woman'],
  ...['old man', 'old woman', 'king', 'prince', 'princess', 'knight', 'witch', 'wizard', 'fairy', 'astronaut'],
] as const;
export type Character = (typeof CHARACTERS)[number];
export type Place = Setting;
export const PLACE_NAMES = SETTINGS;

const DEEDS = [
  ...['walk', 'run', 'jump', 'climb', 'fly', 'swim', 'sit', 'sleep', 'eat', 'point', 'wave', 'cry', 'laugh', 'read'],
  ...['sing', 'dance', 'look', 'talk', 'work'],
] as const satisfies readonly Action[];
const HELD = ['lantern', 'book', 'flower', 'key', 'basket', 'candle', 'map', 'telescope', 'drum', 'bell'] as const;
const THINGS = [
  ...['boat', 'tree', 'house', 'mushroom', 'rock', 'tower', 'bridge', 'balloon', 'kite', 'sledge', 'umbrella', 'cake'],
] as const;
const COLOURS = [
  ...['#c8452f', '#2f6fb8', '#e0a526', '#3f8f5a', '#8a56a6', '#e07b39', '#2d9c9c', '#d46a92', '#7a5a3c', '#2e2b2b'],
] as const;
const GARMENTS = ['jacket', 'dress', 'cloak'] as const;
type Garment = (typeof GARMENTS)[number] | 'scarf';
/** So many phrases of a prompt are left out by chance. */
const UNSAID = 0.1;

const lexicon = loadLexicon(resourcePath('lexicon.json'));

export interface TaughtScene {
  readonly character: Character;
  readonly place: Place;
  readonly time: TimeOfDay;
  readonly graph: SceneGraph;
  readonly cast: readonly CastMember[];
  readonly style: Style;
  readonly seed: number;
  readonly story: string;
  readonly caption: string;
}

/** A tenth of all pairs is never taught: the bear at sea has to be put together anew. */
export function isHeldOut(character: Character, place: Place): boolean {
  return (CHARACTERS.indexOf(character) * 3 + PLACE_NAMES.indexOf(place)) % 10 === 0;
}

/**
 * A scene by chance, and its caption.
 * @param options plain: the main character alone, in plain weather and the storybook's own style, and all of it said
 */
export function makeScene(random: () => number, { plain = false } = {}): TaughtScene {
  const chance = (share: number): boolean => !plain && random() < share;
  const character = pick(random, CHARACTERS);
  const place = pick(random, PLACE_NAMES);
  const time = pick(random, TIMES_OF_DAY);
  const style: Style = chance(0.4) ? pick(random, STYLES) : 'day-storybook';
  const second = chance(0.35) ? [pick(random, CHARACTERS)] : [];
  const third = second.length > 0 && chance(0.25) ? [pick(random, CHARACTERS)] : [];
  const cast = [...new Set([character, ...second, ...third])].map((one) =>
    makeMember(one, chance(0.25) ? pick(random, GARMENTS) : 'scarf', random),
  );
  const thing = chance(0.12)
    ? drawnThing(pick(random, HELD), 'prop')
    : chance(0.18)
      ? drawnThing(pick(random, THINGS), 'scenery')
      : undefined;
  const figures = cast.map(({ id, kind, drawing }, index): SceneEntity => {
    const holds = thing?.role === 'prop' && index === 0;
    return {
      ...{ id, drawing, word: kind, castId: id, role: 'character', count: 1, weight: 1 - 0.2 * index },
      action: holds || !chance(0.5) ? 'stand' : pick(random, DEEDS),
      attributes: chance(0.12) ? [pick(random, ['small', 'big'])] : [],
      ...(holds ? { relation: { kind: 'holding', target: thing.id } as const } : {}),
    };
  });
  const graph: SceneGraph = {
    ...{ setting: place, time, undrawn: [], entities: thing ? [...figures, thing] : figures },
    season: chance(0.2) ? pick(random, SEASONS) : 'summer',
    weather: chance(0.25) ? pick(random, WEATHERS) : 'clear',
    mood: chance(0.3) ? pick(random, MOODS) : 'calm',
  };
  const seed = Math.floor(random() * 2 ** 31);
  const { phrases } = promptOf(graph, cast, { style, seed, lexicon });
  // A film's scenes do not all say everything.
  const unsaid = phrases.filter(({ rank }) => rank > 0 && chance(UNSAID));
  const said = unsaid.reduce((kept, one) => (kept.includes(one) ? withoutPhrase(kept, one).kept : kept), phrases);
  // People of one story are of one family; every scene here is of another.
  return { character, place, time, cast, style, graph, seed, story: String(seed), caption: joinPhrases(said) };
}

/** Somebody of the cast whose scarf, jacket, dress or cloak the prompt tells as it is drawn. */
function makeMember(character: Character, garment: Garment, random: () => number): CastMember {
  const { drawing, kind, female, male } = lexicon.find(character)!;
  const sexes = female === undefined || male === undefined ? [drawing] : [female, male];
  const isPerson = kind === 'person';
  // What an animal wears besides goes by its name.
  const names = Array.from({ length: 40 }, (_, number) => `${character}-${String(number)}`);
  const id = names.find((name) => isPerson || randomFrom('outfit', name)() < 0.5)!;
  return {
    ...{ id, name: character, kind: character, drawing: pick(random, sexes), mark: pick(random, COLOURS) },
    traits: isPerson || garment === 'scarf' ? [] : [garment],
  };
}

function drawnThing(word: string, role: 'prop' | 'scenery'): SceneEntity {
  const { drawing } = lexicon.find(word)!;
  return { id: word, word, drawing, role, count: 1, attributes: [], weight: 0.3 };
}
