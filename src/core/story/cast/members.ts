/** Referents that the whole story has been read for become members of the cast: drawing and mark are settled. */
import type { CastMember } from '../../../shared/story.ts';
import { hashText } from '../hash.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import type { Referent } from './referent.ts';

/** Colours of scarf, coat or body that are told apart at a glance, also by most colour-blind people. */
const MARKS = [
  '#c8452f',
  '#2f6fb8',
  '#e0a526',
  '#3f8f5a',
  '#8a56a6',
  '#e07b39',
  '#2d9c9c',
  '#d46a92',
  '#7a5a3c',
  '#8fb339',
  '#5566cc',
  '#a03050',
];

const COLOURS: Readonly<Record<string, string>> = {
  red: '#c8352f',
  scarlet: '#c41e3a',
  crimson: '#a4161a',
  blue: '#2f6fb8',
  green: '#3f8f5a',
  yellow: '#e8b92c',
  gold: '#d9a521',
  golden: '#d9a521',
  orange: '#e07b39',
  purple: '#7d4fa0',
  violet: '#7d4fa0',
  pink: '#e07f9e',
  white: '#f2efe6',
  black: '#2e2b2b',
  grey: '#8d9096',
  gray: '#8d9096',
  brown: '#7a5a3c',
  silver: '#b9c0c8',
};

export function isColour(word: string): boolean {
  return word in COLOURS;
}

/**
 * @param isEdited the story is one that is edited scene by scene: marks then hang on names, so that nobody changes colour
 *   because scenes are moved; else they are dealt out in the order of appearance
 */
export function toCastMembers(referents: readonly Referent[], lexicon: Lexicon, isEdited = false): CastMember[] {
  const marks = isEdited ? marksByName(referents) : marksByOrder(referents);
  return referents.map((referent) => {
    const drawing = drawingOf(referent, lexicon);
    const mark = marks.get(referent)!;
    return {
      id: referent.id,
      name: referent.named ? referent.name : `the ${referent.name}`,
      kind: kindOf(referent),
      drawing,
      traits: [...new Set([...referent.traits, ...garmentsOf(referent)])],
      mark,
    };
  });
}

function marksByOrder(referents: readonly Referent[]): Map<Referent, string> {
  const used = coloursOfText(referents);
  let next = 0;
  return new Map(
    referents.map((referent) => {
      const given = markOfText(referent);
      if (given !== undefined) return [referent, given];
      const mark = MARKS.find((one) => !used.has(one)) ?? MARKS[next++ % MARKS.length]!;
      used.add(mark);
      return [referent, mark];
    }),
  );
}

/** Each has the mark that its name points at, or the next that is free after it. */
function marksByName(referents: readonly Referent[]): Map<Referent, string> {
  const used = coloursOfText(referents);
  const sorted = [...referents].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(
    sorted.map((referent) => {
      const given = markOfText(referent);
      if (given !== undefined) return [referent, given];
      const first = hashText(referent.id) % MARKS.length;
      const turned = [...MARKS.slice(first), ...MARKS.slice(0, first)];
      const mark = turned.find((one) => !used.has(one)) ?? turned[0]!;
      used.add(mark);
      return [referent, mark];
    }),
  );
}

function coloursOfText(referents: readonly Referent[]): Set<string> {
  return new Set(referents.flatMap((referent) => markOfText(referent) ?? []));
}

function markOfText({ colour }: Referent): string | undefined {
  return colour === undefined ? undefined : COLOURS[colour];
}

/** 'blue jacket': what one wears once, one wears in every scene, unless the story takes it off. */
function garmentsOf({ garments }: Referent): string[] {
  return [...garments.values()]
    .filter(({ takenOff }) => !takenOff)
    .map(({ word, colour }) => (colour === undefined ? word : `${colour} ${word}`));
}

function kindOf(referent: Referent): string {
  if (referent.kind !== undefined) return referent.kind;
  const word = referent.age === 'old' ? 'person' : isGrown(referent) ? ['man', 'woman'] : ['boy', 'girl'];
  if (typeof word === 'string' || referent.gender === 'unknown') return isGrown(referent) ? 'person' : 'child';
  return referent.gender === 'male' ? word[0]! : word[1]!;
}

/** Titles belong to the grown; a bare first name in a story is a child's, unless the text says otherwise. */
function isGrown(referent: Referent): boolean {
  return (
    /^(?:mr|mrs|miss|ms|dr|sir|lady|lord|captain|king|queen|uncle|aunt|professor)\b/iu.test(referent.name) ||
    referent.age === 'adult' ||
    referent.age === 'old'
  );
}

/** The drawing by kind, gender and age. */
export function drawingOf(referent: Referent, lexicon: Lexicon): string {
  const { thing, gender } = referent;
  if (thing && thing.kind !== 'person') return thing.drawing;
  const isOld = ['old', 'aged', 'elderly', 'ancient'].some((trait) => referent.traits.has(trait));
  if (thing && !isPlain(thing)) {
    const gendered = gender === 'female' ? thing.female : gender === 'male' ? thing.male : undefined;
    return gendered ?? thing.drawing;
  }
  if (referent.keepsGarden && gender === 'male') return 'man-farmer';
  const age = isOld ? 'old' : (referent.age ?? (isGrown(referent) ? 'adult' : 'child'));
  const word = PERSON_WORDS[age][gender];
  return lexicon.find(word)?.drawing ?? 'person';
}

const PERSON_WORDS = {
  child: { male: 'boy', female: 'girl', unknown: 'child' },
  adult: { male: 'man', female: 'woman', unknown: 'person' },
  old: { male: 'old man', female: 'old woman', unknown: 'old person' },
} as const;

/** Drawn by gender and age alone: a traveller, a neighbour. */
function isPlain(thing: Thing): boolean {
  return ['person', 'man', 'woman', 'boy', 'girl', 'child'].includes(thing.drawing);
}
