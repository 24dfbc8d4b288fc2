/** Amounts: plain numbers, years, ordinals, fractions, ranges. */
import { cardinal, decimal, ordinal, plural, spellDigits, year } from './numbers.ts';
import { coreAt, match, type Rule, say } from './say.ts';
import type { Token } from './tokens.ts';

/** Digits with or without thousands' commas, with or without a decimal part. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)?(?:(?<=\d)|\.(?=\d))(?:(?<=\.)\d+|\.\d+)?`;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** A bare "may" or "march" is rather a verb. */
const MONTH = new RegExp(`^(?:${MONTHS.join('|')}|jan|feb|aug|sept|oct|nov|dec)$`, 'iu');

const YEAR_CUES = new Set(
  (
    'in since until till year from by before after during circa around of early late mid and to spring summer autumn ' +
    `fall winter ${MONTHS.join(' ')}`
  ).split(' '),
);

/** '1,205.5' -> words; undefined when it is not a number. */
export function readNumber(text: string): string[] | undefined {
  const parts = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/u.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction] = parts;
  if (whole === '' && fraction === undefined) return undefined;
  const digits = whole.replaceAll(',', '');
  const words = fraction === undefined ? cardinal(digits) : decimal(digits, fraction);
  return [...(sign === '-' ? ['minus'] : sign === '+' ? ['plus'] : []), ...words];
}

export function isNumber(text: string): boolean {
  return readNumber(text) !== undefined;
}

export const fractionRule: Rule = (tokens, index) => {
  const parts = match(/^(?:(\d+)\+)?(\d+)\/(\d+)$/u, tokens, index);
  if (!parts) return undefined;
  const [, whole, over, under] = parts as unknown as [string, string | undefined, string, string];
  if (Number(over) >= Number(under) || Number(under) > 100) return undefined;
  const words = readFraction(over, under);
  const follows = whole === undefined && /^\d+$/u.test(coreAt(tokens, index - 1)) && tokens[index - 1]!.after === '';
  if (follows) return [say('and', ...(over === '1' ? ['a', ...words.slice(1)] : words))];
  if (whole === undefined) return [say(...words)];
  return [say(...cardinal(whole), 'and', ...(over === '1' ? ['a', ...words.slice(1)] : words))];
};

function readFraction(over: string, under: string): string[] {
  const name = under === '2' ? ['half'] : under === '4' ? ['quarter'] : ordinal(under);
  if (over === '1') return ['one', ...name];
  const last = name.at(-1)!;
  return [...cardinal(over), ...name.slice(0, -1), last === 'half' ? 'halves' : plural(last)];
}

export const ordinalRule: Rule = (tokens, index) => {
  const digits = match(/^(\d[\d,]*)(?:st|nd|rd|th)$/iu, tokens, index)?.[1];
  return digits === undefined ? undefined : [say(...ordinal(digits.replaceAll(',', '')))];
};

/** 1920s, 1800s, '90s */
export const decadeRule: Rule = (tokens, index) => {
  const digits = match(/^'?(\d{4}|\d0)'?s$/u, tokens, index)?.[1];
  if (digits === undefined) return undefined;
  const words = digits.length === 4 ? year(digits) : cardinal(digits);
  return [say(...words.slice(0, -1), plural(words.at(-1)!))];
};

/** 'July 4' and '4 July' are days. */
export const dayRule: Rule = (tokens, index) => {
  const day = match(/^(?:[1-9]|[12]\d|3[01])$/u, tokens, index)?.[0];
  if (day === undefined) return undefined;
  if (isMonth(tokens[index - 1]) && tokens[index - 1]!.after.replace('.', '') === '') return [say(...ordinal(day))];
  if (isMonth(tokens[index + 1]) && tokens[index]!.after === '') return [say('the', ...ordinal(day), 'of')];
  return undefined;
};

function isMonth(token: Token | undefined): boolean {
  return token !== undefined && MONTH.test(token.core) && /^\p{Lu}/u.test(token.core);
}

/** 2024-07-12 */
export const isoDateRule: Rule = (tokens, index) => {
  const parts = match(/^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, tokens, index);
  if (!parts) return undefined;
  const month = MONTHS[Number(parts[2]) - 1]!;
  const name = month.charAt(0).toUpperCase() + month.slice(1);
  return [say(name, ...ordinal(String(Number(parts[3]))), ...year(parts[1]!))];
};

/** 1914-1918, 5–10, 1914–18; 555-1234 is a telephone number. */
export const rangeRule: Rule = (tokens, index) => {
  const parts = match(new RegExp(`^(${NUMBER})[-–—](${NUMBER})$`, 'u'), tokens, index);
  if (!parts) return undefined;
  const [, from = '', to = ''] = parts;
  if (/^\d{3}$/u.test(from) && /^\d{4}$/u.test(to)) return [say(...spellDigits(from + to))];
  const years = isYear(from) && /^\d{2}(?:\d{2})?$/u.test(to);
  return [
    say(...(years ? year(from) : readNumber(from)!), 'to', ...(years && isYear(to) ? year(to) : readNumber(to)!)),
  ];
};

/** 5%, 20°C, #5, -3, 1,205, 3.14, 1984 */
export const numberRule: Rule = (tokens, index) => {
  const parts = match(new RegExp(`^(#?)([-+]?${NUMBER})(%|°[CF]?)?$`, 'u'), tokens, index);
  const words = parts && readNumber(parts[2]!);
  if (!words) return undefined;
  const [, hash, digits = '', sign] = parts;
  const after = sign === undefined ? [] : SIGNS[sign]!;
  if (hash === '' && after.length === 0 && isYear(digits) && looksLikeYear(tokens, index))
    return [say(...year(digits))];
  const last = digits === '1' && after[0] === 'degrees' ? ['degree', ...after.slice(1)] : after;
  return [say(...(hash === '' ? [] : ['number']), ...words, ...last)];
};

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '%': ['percent'],
  '°': ['degrees'],
  '°C': ['degrees', 'Celsius'],
  '°F': ['degrees', 'Fahrenheit'],
};

function isYear(digits: string): boolean {
  return /^(?:1[1-9]|20)\d\d$/u.test(digits);
}

function isDay(text: string): boolean {
  return /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u.test(text);
}

/** "nineteen hundred sheep" is natural, "twenty twenty-four sheep" is not: the 2000s need a cue. */
function looksLikeYear(tokens: readonly Token[], index: number): boolean {
  const before = coreAt(tokens, index - 1).toLowerCase();
  const alone = tokens[index]!.after !== '' || index === tokens.length - 1;
  return tokens[index]!.core.startsWith('1') || YEAR_CUES.has(before) || alone || isDay(before);
}
