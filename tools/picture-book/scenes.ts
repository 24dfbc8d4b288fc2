/**
 * What the picture-book model is taught: scenes that the storybook draws, with captions in the very words of prompts
 * (src/core/story/prompt).
 */
import type {
  CastMember,
  SceneEntity,
  SceneGraph,
  Setting,
  Style,
  TimeOfDay,
  Weather,
} from '../../src/shared/story.ts';

/** Drawings' ids; the words are the same. */
export const CHARACTERS = [
  ...['fox', 'owl', 'bear', 'rabbit', 'cat', 'dog', 'frog', 'penguin', 'hedgehog', 'dragon', 'unicorn'],
] as const;
export type Character = (typeof CHARACTERS)[number];

export const PLACES = {
  ...{ forest: 'in a forest', meadow: 'in a meadow', snow: 'in the snow', desert: 'in a desert', sea: 'on the sea' },
  ...{ village: 'in a village', castle: 'at a castle', bedroom: 'in a bedroom', mountain: 'in the mountains' },
  ...{ cave: 'in a cave', shore: 'on the shore', garden: 'in a garden' },
} as const satisfies Partial<Record<Setting, string>>;
export type Place = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as Place[];

export const HOURS = {
  dawn: 'at dawn',
  day: 'in daylight',
  dusk: 'at dusk',
  night: 'at night',
} as const satisfies Record<TimeOfDay, string>;
const SKIES: Partial<Record<Weather, string>> = { cloudy: 'under clouds', rain: 'in the rain' };
const DEEDS = { stand: 'standing', walk: 'walking', sit: 'sitting', wave: 'waving' } as const;
const COLOURS = {
  ...{ red: '#c8452f', blue: '#2f6fb8', yellow: '#e0a526', green: '#3f8f5a', purple: '#8a56a6', orange: '#e07b39' },
} as const;
/** Paper and brush strokes are more than a small model learns. */
const STYLE: Style = 'day-storybook';
const STYLE_WORDS = 'storybook illustration';

export interface TaughtScene {
  readonly character: Character;
  readonly place: Place;
  readonly time: TimeOfDay;
  readonly graph: SceneGraph;
  readonly cast: readonly CastMember[];
  readonly style: Style;
  readonly seed: number;
  readonly caption: string;
}

export interface SceneWishes {
  readonly character?: Character;
  readonly place?: Place;
  readonly time?: TimeOfDay;
  /** The main character alone, in plain weather and the storybook's own style. */
  readonly plain?: boolean;
}

/** Every second place is never taught at night, whoever is there: what is asked for then has to be put together anew. */
export function isHeldOut(place: Place, time: TimeOfDay): boolean {
  return time === 'night' && PLACE_NAMES.indexOf(place) % 2 === 1;
}

/** A scene by chance, and its caption, in which now and then something is left out: nobody says everything. */
export function makeScene(random: () => number, wishes: SceneWishes = {}): TaughtScene {
  const { plain = false } = wishes;
  const chance = (share: number): boolean => !plain && random() < share;
  const character = wishes.character ?? pick(CHARACTERS, random);
  const place = wishes.place ?? pick(PLACE_NAMES, random);
  const time = wishes.time ?? pick(Object.keys(HOURS) as TimeOfDay[], random);
  const weather: Weather = chance(0.1) ? 'cloudy' : chance(0.06) && place !== 'snow' ? 'rain' : 'clear';
  const deed = chance(0.4) ? pick(['walk', 'sit', 'wave'] as const, random) : 'stand';
  const colour = pick(Object.keys(COLOURS) as (keyof typeof COLOURS)[], random);
  const second = chance(0.15) ? pick(CHARACTERS, random) : undefined;
  const size = chance(0.12) ? pick(['small', 'big'] as const, random) : undefined;
  const entities: SceneEntity[] = [figure(character, 1, deed, size)];
  const cast: CastMember[] = [member(character, COLOURS[colour])];
  if (second !== undefined && second !== character) {
    const other = pick(Object.keys(COLOURS) as (keyof typeof COLOURS)[], random);
    entities.push(figure(second, 0.6, 'stand', undefined));
    cast.push(member(second, COLOURS[other]));
  }
  const says = (share: number): boolean => plain || random() < share;
  const dressed = says(0.7) ? ` with a ${colour} scarf` : '';
  const who = [
    `a ${size !== undefined ? `${size} ` : ''}${character}${dressed}${says(0.7) ? ` ${DEEDS[deed]}` : ''}`.replace(
      /^a (?=[aeiou])/u,
      'an ',
    ),
    ...cast.slice(1).map(({ kind }) => `a ${kind}`.replace(/^a (?=[aeiou])/u, 'an ')),
  ].join(' and ');
  const parts = [who, PLACES[place], says(0.9) ? HOURS[time] : '', SKIES[weather] ?? '', says(0.6) ? STYLE_WORDS : ''];
  return {
    ...{ character, place, time, cast, style: STYLE },
    graph: { setting: place, time, season: 'summer', weather, mood: 'calm', entities, undrawn: [] },
    seed: Math.floor(random() * 2 ** 31),
    caption: parts.filter(Boolean).join(says(0.85) ? ', ' : ' '),
  };
}

function figure(
  character: Character,
  weight: number,
  action: keyof typeof DEEDS,
  size: string | undefined,
): SceneEntity {
  const attributes = size === undefined ? [] : [size];
  return {
    id: character,
    word: character,
    drawing: character,
    role: 'character',
    castId: character,
    count: 1,
    action,
    attributes,
    weight,
  };
}

function member(character: Character, mark: string): CastMember {
  return { id: character, name: character, kind: character, drawing: character, traits: [], mark };
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)]!;
}
