/**
 * An author's text to what a listener expects to hear, with a thread from every word of the author to the spoken words
 * that stand for it. Pure and deterministic; English.
 */
import {
  abbreviationRule,
  capitalsRule,
  initialsRule,
  romanRule,
  saintOrStreetRule,
  webRule,
} from './abbreviations.ts';
import { dayRule, decadeRule, fractionRule, isoDateRule, numberRule, ordinalRule, rangeRule } from './amounts.ts';
import { clockRule, halfDayRule, moneyRule, unitRule } from './measures.ts';
import type { Rule, Said, SpokenWord } from './say.ts';
import { type Token, tokenise } from './tokens.ts';
import { plainWords, signRule } from './words.ts';

/** A word's respelling ('Mee-lo') or its IPA between slashes ('/ˈmiːloʊ/'), by the word in lower case. */
export type Pronunciations = Readonly<Record<string, string>>;

export interface NarrationWord {
  /** As the author wrote it, marks included; without spaces. */
  readonly text: string;
  /** Number of its first spoken word. */
  readonly first: number;
  /** How many spoken words stand for it; 0 for what is not said (a picture, a lone dash). */
  readonly count: number;
}

export interface Normalised {
  /** Spoken words parted by single spaces, marks attached ('Mister Tod paid five dollars.'). */
  readonly spoken: string;
  /** IPA by the number of a spoken word. */
  readonly sounds: Readonly<Record<number, string>>;
  /** All of the text: joined, their texts are the text without its spaces. */
  readonly words: readonly NarrationWord[];
}

/** The first that fits decides. */
const RULES: readonly Rule[] = [
  webRule,
  moneyRule,
  clockRule,
  halfDayRule,
  isoDateRule,
  fractionRule,
  ordinalRule,
  decadeRule,
  dayRule,
  rangeRule,
  unitRule,
  numberRule,
  saintOrStreetRule,
  abbreviationRule,
  romanRule,
  initialsRule,
  capitalsRule,
  signRule,
];

export function normalise(text: string, pronunciations: Pronunciations = {}): Normalised {
  const tokens = tokenise(text);
  const said = sayAll(tokens, pronunciations);
  const spoken: string[] = [];
  const sounds: Record<number, string> = {};
  const words = tokens.map((token, index): NarrationWord => {
    const { words: own, stopIsPart } = said[index]!;
    const first = spoken.length;
    if (own.length === 0) {
      if (spoken.length > 0) spoken[first - 1] = addMarks(spoken[first - 1]!, token.before + token.after);
      return { text: token.text, first, count: 0 };
    }
    const isLast = !said.slice(index + 1).some((later) => later.words.length > 0);
    const after = stopIsPart && !isLast ? token.after.replace(/^\./u, '') : token.after;
    own.forEach((word, place) => {
      if (word.ipa !== undefined) sounds[spoken.length] = word.ipa;
      const before = place === 0 ? token.before : '';
      spoken.push(before + word.text + (place === own.length - 1 ? after : ''));
    });
    return { text: token.text, first, count: own.length };
  });
  return { spoken: spoken.join(' '), sounds, words };
}

function sayAll(tokens: readonly Token[], pronunciations: Pronunciations): Said[] {
  const said: Said[] = [];
  while (said.length < tokens.length) {
    const index = said.length;
    const token = tokens[index]!;
    const given = token.core === '' ? [{ words: [] }] : fromDictionary(token.core, pronunciations);
    said.push(...(given ?? fromRules(tokens, index)));
  }
  return said;
}

function fromRules(tokens: readonly Token[], index: number): readonly Said[] {
  for (const rule of RULES) {
    const said = rule(tokens, index);
    if (said && said.every(({ words }) => words.length > 0)) return said;
  }
  return [plainWords(tokens[index]!.core)];
}

function fromDictionary(core: string, pronunciations: Pronunciations): readonly Said[] | undefined {
  const [, stem = core, ending = ''] = /^(.+?)('s|'|)$/u.exec(core) ?? [];
  for (const [word, tail] of [
    [core, ''],
    [stem, ending],
  ] as const) {
    const key = word.toLocaleLowerCase('en');
    const given = Object.hasOwn(pronunciations, key) ? pronunciations[key]!.trim() : '';
    if (given === '') continue;
    const ipa = /^\/(.+)\/$/u.exec(given)?.[1];
    if (ipa !== undefined) return [{ words: [{ text: core, ipa: tail === '' ? ipa : ipa + possessive(ipa) }] }];
    const words = given.split(/\s+/u).map((text): SpokenWord => ({ text }));
    return [{ words: [...words.slice(0, -1), { text: words.at(-1)!.text + tail }] }];
  }
  return undefined;
}

/** How 's sounds after the IPA of a name. */
function possessive(ipa: string): string {
  if (/[szʃʒ]$/u.test(ipa)) return 'ɪz';
  return /[ptkfθ]$/u.test(ipa) ? 's' : 'z';
}

/** A lone dash or dots (". . .") lean on the word before them; one pause is enough. */
function addMarks(word: string, marks: string): string {
  return (word + marks).replace(/\.{2,}|…\.+/gu, '…').replace(/([…—])[.…—]+$/u, '$1');
}
