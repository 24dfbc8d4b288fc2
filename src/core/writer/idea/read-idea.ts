import type { Setting, TimeOfDay } from '../../../shared/story.ts';
import { splitSentences } from '../../story/sentences.ts';
import { tagSentence } from '../../story/language/tag.ts';
import { placeOf } from '../../story/place/words.ts';
import type { Lexicon } from '../../story/lexicon/lexicon.ts';
import type { Character, Event, Idea, Thing } from '../types.ts';
import { genderOfKind, guessGender } from './beings.ts';
import { cleanIdea } from './check-idea.ts';
import { objectWords, render, type IdeaObject, type Part } from './parts.ts';
import { phraseAt } from './phrase.ts';
import { readSentence } from './sentence.ts';
import { beingsOf, type Being, type RawEvent, type World } from './world.ts';

/** 'at the end', with what stands around it. */
const AT_THE_END =
  /,?\s*\b(?:(?:at|in) the (?:very )?end(?: of (?:it all|the (?:day|story|night)))?|happily ever after)\b,?/iu;
const ASLEEP = /^(?:fall asleep|go to (?:bed|sleep)|sleep|fall fast asleep|drift off)/u;
const TIMES: readonly (readonly [RegExp, TimeOfDay])[] = [
  [/\b(?:night|tonight|midnight|bedtime|moonlight|stars)\b/iu, 'night'],
  [/\b(?:evening|dusk|sunset|twilight)\b/iu, 'dusk'],
  [/\b(?:dawn|sunrise|early morning)\b/iu, 'dawn'],
  [/\b(?:morning|noon|afternoon|daytime)\b/iu, 'day'],
];
const WEATHER = /\b(storm|thunderstorm|rain|snow|blizzard|fog|mist|wind)\b/iu;

/**
 * What an idea says: who, what they are, want and fear, what happens and how it ends.
 * @throws StudioError `input` for an idea that is empty, too long or not in English
 */
export function readIdea(text: string, lexicon: Lexicon): Idea {
  const clean = cleanIdea(text);
  const world: World = {
    lexicon,
    beings: [],
    objects: [],
    events: [],
    wish: undefined,
    fear: undefined,
    first: [],
    last: { subjects: [], others: [] },
  };
  for (const sentence of splitSentences(clean)) {
    const asked = AT_THE_END.test(sentence);
    const plain = asked ? sentence.replace(AT_THE_END, ' ').replaceAll(/\s+/gu, ' ').replace(/ \./u, '.') : sentence;
    readSentence(world, unquoted(tagSentence(plain, () => false)), asked);
  }
  if (world.beings.length === 0 || isOnlyATheme(world)) addSomebody(world);
  splitPair(world);
  return settle(world, clean);
}

/** 'Two goats quarrel': each of them has to be told of by himself. */
function splitPair(world: World): void {
  const pair = world.beings.find((being) => being.key === world.first[0] && being.count === 2);
  const isAgainst = world.events.some((event) => /^(?:quarrel|argue|fight|disagree|race|compete)$/u.test(event.verb));
  if (!pair || world.first.length !== 1 || !isAgainst) return;
  pair.count = undefined;
  pair.gender = genderOfKind(pair.kind);
  const other: Being = { ...pair, key: `being${String(world.beings.length + 1)}`, traits: [...pair.traits, 'little'] };
  pair.traits = [...pair.traits, 'big'];
  world.beings.push(other);
  world.first = [pair.key, other.key];
  const together = (parts: readonly Part[]): Part[] =>
    parts.map((part) =>
      part.is === 'being' ? { ...part, slot: part.slot.replace(`{${pair.key}.`, '{heroes.') } : part,
    );
  const apart = (event: RawEvent): RawEvent => ({
    ...event,
    subjects: event.subjects.includes(pair.key) ? world.first : event.subjects,
    parts: together(event.parts),
  });
  world.events.splice(0, world.events.length, ...world.events.map(apart));
  if (world.wish) world.wish = apart(world.wish);
}

/** Quotes around a name say nothing; 'Mr. "Socks" Whiskers'. */
function unquoted(tokens: ReturnType<typeof tagSentence>): ReturnType<typeof tagSentence> {
  return tokens.filter((token) => !/^["'`]+$/u.test(token.text));
}

/** 'friendship': nobody, but what it is about. */
function isOnlyATheme(world: World): boolean {
  const [only, ...others] = world.beings;
  const isAlone = others.length === 0 && world.events.length === 0 && world.wish === undefined;
  if (!only || !isAlone || only.name !== undefined || only.nature !== 'thing') return false;
  if (world.lexicon.find(only.kind) !== undefined || world.lexicon.isUndrawn(only.kind)) return false;
  world.beings.pop();
  return true;
}

/** An idea of things alone ('a lost key') or of nobody ('learning to swim') is about somebody whom every shape can tell of. */
function addSomebody(world: World): void {
  const phrase = phraseAt(
    tagSentence('a small mouse', () => false),
    0,
    false,
  )!;
  const [being] = beingsOf(world, phrase);
  world.first = [being!.key];
  const events = world.events.map((event) =>
    event.subjects.length === 0 && event.other.length === 0 ? { ...event, subjects: [being!.key] } : event,
  );
  world.events.splice(0, world.events.length, ...events);
}

function settle(world: World, text: string): Idea {
  // A named one of the first clause before others of it; then as the idea names them.
  const first = world.beings.filter((being) => world.first.includes(being.key));
  const inFirst = first.length > 1 ? first : [];
  const lead = inFirst[0] ?? heroOf(world, first[0]);
  const ordered = [
    ...(inFirst.length > 0 ? inFirst : [lead]),
    ...world.beings.filter((being) => !inFirst.includes(being) && being !== lead),
  ];
  const ids = new Map(ordered.map((being, index) => [being.key, idAt(index)]));
  const rename = (words: string): string =>
    words.replaceAll(/\{(being\d+)(?=[.}'])/gu, (_, key: string) => `{${ids.get(key) ?? key}`);
  const thing = thingOf(world);
  const isThing = (object: IdeaObject): boolean => object === thing;
  const parts = (list: readonly Part[], slots: boolean): string => rename(render(list, 'past', slots, isThing)).trim();

  // Two who are told apart by 'he' and 'she' are easier to follow; where the idea leaves it open, they are.
  const leading = lead.gender ?? guessGender(lead.kind, lead.name, lead.nature);
  for (const being of ordered) {
    if (being.gender !== undefined || being === lead || being.nature === 'thing') continue;
    const usual = being.kind === 'moon' || being.kind === 'sun' || being.kind === 'wind' || being.name !== undefined;
    if (!usual && (leading === 'she' || leading === 'he')) being.gender = leading === 'she' ? 'he' : 'she';
  }
  const characters = ordered.map((being): Character => {
    const after = parts(being.after, false);
    return {
      id: ids.get(being.key)!,
      ...(being.name === undefined ? {} : { name: being.name }),
      kind: being.kind === '' ? personKind(being) : being.kind,
      traits: [...new Set(being.traits)],
      gender: being.gender ?? guessGender(being.kind, being.name, being.nature),
      nature: being.nature,
      ...(being.definite ? { definite: true } : {}),
      ...(after === '' ? {} : { after }),
      ...(being.count === undefined ? {} : { count: being.count }),
      ...(being.owner === undefined ? {} : { of: ids.get(being.owner)! }),
    };
  });
  const toEvent = (raw: RawEvent): Event => {
    const form = (name: 'base' | 'past' | 'gerund', slots: boolean): string =>
      rename(render(raw.parts, name, slots, isThing)).trim();
    const isOther = raw.subjects.length === 0;
    const subject =
      isOther && raw.other[0]?.is === 'object' && raw.other[0].object === thing
        ? ['thing']
        : raw.subjects.map((key) => ids.get(key)!);
    return {
      subjects: subject,
      base: form('base', false),
      past: form('past', false),
      gerund: form('gerund', false),
      verb: raw.verb,
      keywords: keywordsOf(raw),
      told: { base: form('base', true), past: form('past', true), gerund: form('gerund', true) },
      ...(raw.must ? { must: true } : {}),
      ...(subject.length === 0 && raw.other.length > 0 ? { other: parts(raw.other, true) } : {}),
    };
  };
  const events = world.events
    .filter((event) => event.subjects.length > 0 || event.other.length > 0)
    .map((raw) => ({ raw, event: toEvent(raw) }));
  const last = events.at(-1);
  const ending = events.findLast(({ raw }) => raw.ending) ?? (last && ASLEEP.test(last.event.base) ? last : undefined);
  const time = TIMES.find(([pattern]) => pattern.test(text))?.[1];
  const weather = WEATHER.exec(text)?.[1]?.toLowerCase();
  return {
    text,
    characters,
    heroes: inFirst.length > 0 ? inFirst.map((being) => ids.get(being.key)!) : ['hero'],
    ...(thing ? { thing: toThing(thing, isThing, rename, ids) } : {}),
    places: placesOf(world, text),
    ...(time ? { time } : {}),
    ...(weather === undefined || world.beings.some((being) => being.kind === weather) ? {} : { weather }),
    events: events.filter((entry) => entry !== ending).map(({ event }) => event),
    ...(world.wish ? { wish: toEvent(world.wish) } : {}),
    ...(world.fear ? { fear: parts(world.fear, false) } : {}),
    ...(ending ? { ending: ending.event } : {}),
    language: 'en',
  };
}

/** A named one of the first clause is whom the idea is about, before one without a name who only gives. */
function heroOf(world: World, first: Being | undefined): Being {
  const named = world.beings.find((being) => being.name !== undefined);
  if (!first) return named ?? world.beings[0]!;
  if (first.name !== undefined || !named) return first;
  // Who is in the first thing that happens, and acts later: 'gives a girl named Ada an hour, and she must give it back'.
  const isInFirst =
    world.events[0]?.parts.some((part) => part.is === 'being' && part.slot.startsWith(`{${named.key}.`)) ?? false;
  const acts = world.events.some((event) => event.subjects.includes(named.key));
  // Or to whom something is given.
  const gets = /^(?:give|lend|send|bring|leave|hand)$/u.test(world.events[0]?.verb ?? '');
  return isInFirst && (acts || gets) ? named : first;
}

function idAt(index: number): string {
  return ['hero', 'friend', 'third'][index] ?? `other-${String(index - 2)}`;
}

/** Somebody with a name and no kind is a child. */
function personKind(being: Being): string {
  const gender = being.gender ?? guessGender('', being.name, 'person');
  return gender === 'he' ? 'boy' : gender === 'she' ? 'girl' : 'child';
}

/** What the idea turns on: what 'it' means first, then what is new in it, then what is somebody's. */
function thingOf(world: World): IdeaObject | undefined {
  const inEvents = new Set(
    [...world.events, ...(world.wish ? [world.wish] : [])]
      .flatMap(({ parts, other }) => [...parts, ...other])
      .flatMap((part) => (part.is === 'object' ? [part.object] : [])),
  );
  const candidates = world.objects.filter(
    (object) =>
      inEvents.has(object) && !object.oblique && !object.predicate && object.noun !== '' && !NO_THING.has(object.head),
  );
  const isNew = (object: IdeaObject): boolean =>
    /^(?:a|an|one|some|another|two|three|four|five)$/u.test(object.determiner ?? '');
  return (
    candidates.find((object) => object.referred > 0) ??
    candidates.find(isNew) ??
    candidates.find((object) => object.owner !== undefined) ??
    candidates.find(
      (object) =>
        object.determiner === undefined ||
        (world.lexicon.find(object.head) !== undefined && placeOf([object.head]) === undefined),
    )
  );
}

const NO_THING = new Set(
  'friend friends way home day night time life end lot place dream wish job fun time turn spring summer winter autumn lies truth race sorry goodbye hello fishing swimming dancing everything nothing something anything best home everyone'.split(
    ' ',
  ),
);

function toThing(
  object: IdeaObject,
  isThing: (object: IdeaObject) => boolean,
  rename: (words: string) => string,
  ids: ReadonlyMap<string, string>,
): Thing {
  return {
    noun: [...object.modifiers, object.noun].join(' '),
    full: rename(objectWords(object, 'past', false, isThing)),
    traits: object.modifiers,
    plural: object.plural,
    ...(object.owner === undefined ? {} : { owner: ids.get(object.owner) ?? object.owner }),
  };
}

/** Words by which a text is known to keep it. */
function keywordsOf(raw: RawEvent): string[] {
  // What is refused is known by what it is.
  const refused =
    raw.verb === 'refuse' ? raw.parts.flatMap((part) => (part.is === 'word' ? [part.text] : []))[1] : undefined;
  const nouns = raw.parts.flatMap((part) => (part.is === 'object' ? [part.object.head] : []));
  return [...new Set([refused ?? raw.verb, ...nouns])].filter(
    (word) => word !== '' && !['be', 'have', 'do', 'go'].includes(word),
  );
}

/** Places of ideas that are none to the planner of films. */
const WRITTEN_PLACES: Readonly<Partial<Record<string, Setting>>> = {
  roof: 'town',
  balcony: 'town',
  attic: 'bedroom',
  bridge: 'river',
  treehouse: 'garden',
  zoo: 'park',
  circus: 'park',
  museum: 'hall',
};

const PLANETS = /^(?:Mars|Venus|Saturn|Jupiter|Mercury|Neptune|Uranus|Pluto)$/u;

/** 'on the moon', 'to the North Pole', 'cross the lake', 'the night train'. */
function placesOf(world: World, text: string): Idea['places'] {
  const found: { words: string; setting?: Setting }[] = [];
  for (const object of world.objects) {
    const words = [...object.modifiers, ...object.noun.split(/ (?=of )|(?<= of.*) /u)[0]!.split(' ')];
    // 'fly to Mars': a place by its name.
    const isName =
      object.head === '' &&
      object.oblique &&
      object.determiner === undefined &&
      !world.beings.some((being) => being.name === object.noun);
    if (isName && new RegExp(`\\b(?:to|in|on|at|from) ${words.join(' ')}`, 'u').test(text)) {
      found.push(PLANETS.test(object.noun) ? { words: object.noun, setting: 'space' } : { words: object.noun });
      continue;
    }
    const known = WRITTEN_PLACES[object.head];
    const place = known ? { place: { setting: known } } : placeOf(words.map((word) => word.replace(/'s$/u, '')));
    // 'letters from the sea' says where they come from, not where it is told.
    if (!place || object.owner !== undefined || /^(?:from|of|about|with|by|like)$/u.test(object.preposition ?? ''))
      continue;
    const isVisited =
      object.oblique ||
      new RegExp(
        `\\b(?:cross|crosses|explore|explores|visit|visits|reach|reaches|runs?|enters?|leaves?|finds?) (?:\\w+ )?(?:${words.join(' ')})`,
        'iu',
      ).test(text);
    if (!isVisited) continue;
    found.push({
      words: [object.determiner, ...words].filter((word) => word !== undefined).join(' '),
      setting: place.place.setting,
    });
  }
  return found;
}
