/** Abbreviations, titles, numerals after names, letters, addresses of the web. */
import { isNumber } from './amounts.ts';
import { cardinal, ordinal } from './numbers.ts';
import { parseRoman } from './roman.ts';
import { coreAt, expand, match, type Rule, say, spell } from './say.ts';
import type { Token } from './tokens.ts';

/** With a full stop or, the first of them, without one (the British way). */
const ALWAYS: Readonly<Record<string, string>> = {
  mr: 'Mister',
  mrs: 'Missus',
  ms: 'Miz',
  messrs: 'Messers',
  mme: 'Madame',
  mlle: 'Mademoiselle',
  vs: 'versus',
  etc: 'et cetera',
  'e.g': 'for example',
  eg: 'for example',
  'i.e': 'that is',
  ie: 'that is',
  'a.k.a': 'also known as',
  approx: 'approximately',
};

const WITH_STOP: Readonly<Record<string, string>> = {
  prof: 'Professor',
  capt: 'Captain',
  col: 'Colonel',
  gen: 'General',
  lt: 'Lieutenant',
  sgt: 'Sergeant',
  rev: 'Reverend',
  hon: 'Honorable',
  gov: 'Governor',
  sen: 'Senator',
  pres: 'President',
  jr: 'Junior',
  sr: 'Senior',
  mt: 'Mount',
  ft: 'Fort',
  ave: 'Avenue',
  rd: 'Road',
  blvd: 'Boulevard',
  dept: 'Department',
  viz: 'namely',
  cf: 'compare',
  jan: 'January',
  feb: 'February',
  aug: 'August',
  sept: 'September',
  oct: 'October',
  nov: 'November',
  dec: 'December',
};

const BEFORE_NUMBER: Readonly<Record<string, string>> = {
  no: 'number',
  nos: 'numbers',
  vol: 'volume',
  ch: 'chapter',
  p: 'page',
  pp: 'pages',
  pg: 'page',
  fig: 'figure',
};

export const abbreviationRule: Rule = (tokens, index) => {
  const word = coreAt(tokens, index).toLowerCase();
  const always = own(ALWAYS, word);
  if (always !== undefined) return [expand(always)];
  const hasStop = tokens[index]!.after.startsWith('.');
  if (!hasStop) return undefined;
  const next = coreAt(tokens, index + 1);
  if (own(BEFORE_NUMBER, word) !== undefined && (isNumber(next) || parseRoman(next) !== undefined)) {
    return [expand(own(BEFORE_NUMBER, word)!)];
  }
  return own(WITH_STOP, word) === undefined ? undefined : [expand(own(WITH_STOP, word)!)];
};

const SMALL_WORDS = new Set('a an and at by for from in into near of old on or our the to with past until'.split(' '));

/** Saint and Doctor stand before a name; Street and Drive after one. */
export const saintOrStreetRule: Rule = (tokens, index) => {
  const word = match(/^(st|dr)$/iu, tokens, index)?.[1]?.toLowerCase();
  if (word === undefined || !/^\p{Lu}/u.test(coreAt(tokens, index))) return undefined;
  const afterName = isName(tokens[index - 1]) && tokens[index - 1]!.after === '';
  const beforeName = isName(tokens[index + 1]) && !/[^.]/u.test(tokens[index]!.after);
  const [before, after] = word === 'st' ? ['Saint', 'Street'] : ['Doctor', 'Drive'];
  return [expand(afterName && !(beforeName && isTitle(tokens[index - 1])) ? after : beforeName ? before : after)];
};

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.core) && !SMALL_WORDS.has(token.core.toLowerCase());
}

/** "Saint Dr. No" is no street; neither is "Hello St. Nick": a first word is capital without being a name. */
function isTitle(token: Token | undefined): boolean {
  return token !== undefined && (token.opens || /^(?:dear|good|old|mr|mrs|prof|king|queen|sir)$/iu.test(token.core));
}

const TITLES = /^(?:king|queen|pope|emperor|empress|tsar|czar|kaiser|sultan|prince|princess)$/iu;
const RULERS = new Set(
  (
    'henry louis george charles edward james william richard elizabeth mary john paul pius benedict francis frederick ' +
    'philip peter alexander nicholas catherine napoleon leo gregory innocent urban clement boniface robert david ivan ' +
    'wilhelm otto ferdinand alfonso carlos juan haakon olav christian gustav margaret victor ramesses ptolemy darius xerxes'
  ).split(' '),
);
const PARTS = /^(?:chapter|part|act|scene|book|volume|vol|war|section|canto|stage|phase|type|class|lesson|no)$/iu;

/** Henry VIII -> Henry the eighth; Chapter IV -> Chapter four; World War II -> World War two. */
export const romanRule: Rule = (tokens, index) => {
  const core = coreAt(tokens, index);
  const [, numeral = core, possessive = ''] = /^([IVXLCDM]+)('s)?$/u.exec(core) ?? [];
  const value = parseRoman(numeral);
  const before = tokens[index - 1];
  if (value === undefined || !before || before.after.replace('.', '') !== '') return undefined;
  if (PARTS.test(before.core)) return [say(...cardinal(String(value)))];
  if (!isName(before)) return undefined;
  const afterTitle = TITLES.test(coreAt(tokens, index - 2));
  const isRuler = RULERS.has(before.core.toLowerCase());
  // "I" is far more often the word than the first of a name, unless the clause ends with it.
  if (
    numeral === 'I'
      ? !afterTitle && !(isRuler && tokens[index]!.after !== '')
      : !isRuler && !afterTitle && numeral.length === 1
  )
    return undefined;
  const words = ordinal(String(value));
  return [say('the', ...words.slice(0, -1), words.at(-1)! + possessive)];
};

/** U.S.A., J.M., and the initial in "J. Barrie". */
export const initialsRule: Rule = (tokens, index) => {
  const dotted = match(/^(?:\p{L}\.)+\p{L}$/u, tokens, index);
  if (dotted) return [{ words: spell(dotted[0].replaceAll('.', '')), stopIsPart: true }];
  const single = match(/^\p{Lu}$/u, tokens, index)?.[0];
  if (single === undefined || single === 'I' || !tokens[index]!.after.startsWith('.') || !tokens[index + 1])
    return undefined;
  return [{ words: spell(single), stopIsPart: true }];
};

const SPELLED = new Set(
  'BBC CNN USA UK US EU UN TV DVD CD PC AI ID IQ DIY CEO FBI CIA NHS PE UFO GPS ATM FAQ DNA RSVP PDF USB AD BC BCE CE AM PM'.split(
    ' ',
  ),
);

/** "STOP" is shouted, not spelled; "BBC" is spelled. */
export const capitalsRule: Rule = (tokens, index) => {
  const parts = match(/^(\p{Lu}{2,})('?s|'S)?$/u, tokens, index);
  if (!parts) return undefined;
  const [, letters = '', ending = ''] = parts;
  const isCode = SPELLED.has(letters) || (letters.length <= 5 && !/[AEIOUYÀ-Ý]/u.test(letters));
  const shouting = [tokens[index - 1], tokens[index + 1]].some((other) => /^\p{Lu}{4,}$/u.test(other?.core ?? ''));
  if (isCode && !(shouting && letters === 'US')) {
    const words = spell(letters);
    const last = words.at(-1)!;
    return [{ words: ending === '' ? words : [...words.slice(0, -1), { text: `${last.text}'s` }] }];
  }
  return [say((letters + ending).toLocaleLowerCase('en'))];
};

/** https://www.example.com/a -> example dot com slash a; me@example.com -> me at example dot com */
export const webRule: Rule = (tokens, index) => {
  const core = coreAt(tokens, index);
  const isAddress = /^(?:https?:\/\/|www\.)\S+$/iu.test(core) || /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(core);
  const isDomain = /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|co\.uk|info)(?:\/\S*)?$/iu.test(core);
  if (!isAddress && !isDomain) return undefined;
  const words = core
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/\/$/u, '')
    .split(/([./@:?=&#+_-])/u)
    .filter(Boolean)
    .flatMap((part) => WEB_SIGNS[part] ?? part.split(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u))
    .flatMap((part) => (/^\d+$/u.test(part) ? cardinal(part) : part.replace(/[^\p{L}\p{N}' ]/gu, '')));
  return [say(...words)];
};

const WEB_SIGNS: Readonly<Record<string, string>> = {
  '.': 'dot',
  '/': 'slash',
  '@': 'at',
  ':': 'colon',
  '?': 'question mark',
  '=': 'equals',
  '&': 'and',
  '#': 'hash',
  '+': 'plus',
  _: 'underscore',
  '-': 'dash',
};

/** A story may have the word "constructor". */
function own(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
