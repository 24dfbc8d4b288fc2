/** Noun phrases of an idea: 'a shy dragon named Ember', 'Milo the mouse', 'two brothers, Sam and Theo', 'his voice'. */
import type { Token } from '../../story/language/tag.ts';
import { baseOf, isVerb } from '../grammar/verbs.ts';

export interface Phrase {
  readonly first: number;
  /** Index after its last token, relative clause not included. */
  readonly end: number;
  readonly determiner: string | undefined;
  readonly modifiers: readonly string[];
  /** Head noun with what belongs to it: 'loaf of bread', 'night train'; '' for a name alone. */
  readonly noun: string;
  /** The head alone: 'loaf', 'train'. */
  readonly head: string;
  readonly names: readonly string[];
  readonly plural: boolean;
  readonly count: number | undefined;
  /** 'of winter' of a being. */
  readonly of: string | undefined;
  readonly pronoun: string | undefined;
  /** Range of a relative clause that follows: from 'who' on; its end is for the sentence to find. */
  readonly relative: number | undefined;
}

const DETERMINERS = new Set(
  'a an the this that these those some any every each no another both all my your his her its our their'.split(' '),
);
export const POSSESSIVES = new Set('my your his her its our their'.split(' '));
const PRONOUNS = new Set('he she it they him her them himself herself itself themselves'.split(' '));
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
/** What one is called by before a name, and the kind that it says. */
export const TITLES: Readonly<Record<string, string>> = {
  mr: 'man',
  mrs: 'woman',
  miss: 'woman',
  ms: 'woman',
  dr: 'doctor',
  sir: 'knight',
  lady: 'lady',
  lord: 'lord',
  captain: 'captain',
  king: 'king',
  queen: 'queen',
  prince: 'prince',
  princess: 'princess',
  uncle: 'uncle',
  aunt: 'aunt',
  auntie: 'aunt',
  grandma: 'grandmother',
  grandpa: 'grandfather',
  granny: 'grandmother',
  grandad: 'grandfather',
  father: 'father',
  mother: 'mother',
  professor: 'professor',
  farmer: 'farmer',
  nurse: 'nurse',
  wizard: 'wizard',
  witch: 'witch',
  baker: 'baker',
  doctor: 'doctor',
  detective: 'detective',
  knight: 'knight',
};
/** What several are called by before their names. */
const KIN = new Set('twins brothers sisters siblings cousins friends'.split(' '));
const NAMING = new Set(['named', 'called']);
export const RELATIVES = new Set(['who', 'that', 'which', 'whose']);

export function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\p{Lu}/u.test(token.text) &&
    !DETERMINERS.has(token.lower) &&
    !PRONOUNS.has(token.lower) &&
    /^\p{L}/u.test(token.text)
  );
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && TITLES[token.lower.replace('.', '')] !== undefined;
}

const CLAUSES = new Set('and but so where who that which because until when while if as'.split(' '));

/** Does a verb of a clause stand after `from` and before the next stop? */
function hasVerbAfter(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < tokens.length; index++) {
    const { tag, lower } = tokens[index]!;
    if (/^[.;!?,:—–-]$/u.test(lower) || CLAUSES.has(lower)) return false;
    if (
      (tag === 'VERB' || tag === 'AUX') &&
      tokens[index - 1]?.lower !== 'to' &&
      !NAMING.has(lower) &&
      !lower.endsWith('ing')
    )
      return true;
  }
  return false;
}

/** The phrase at `start`. As a subject it stops before its verb, also where the tagger took that for a noun. */
export function phraseAt(tokens: readonly Token[], start: number, isSubject: boolean): Phrase | undefined {
  const opening = tokens[start];
  if (!opening) return undefined;
  if (PRONOUNS.has(opening.lower) && !(POSSESSIVES.has(opening.lower) && isNominal(tokens[start + 1]))) {
    return { ...EMPTY, first: start, end: start + 1, pronoun: opening.lower, plural: opening.lower.startsWith('the') };
  }
  let index = start;
  let determiner: string | undefined;
  let count: number | undefined;
  const words: Token[] = [];
  // 'grandma's attic', 'the king's crown': the owner goes with the determiner.
  const owner = ownerAt(tokens, index);
  if (owner) {
    determiner = tokens
      .slice(start, owner)
      .map((token) => token.text)
      .join(' ')
      .replaceAll(" 's", "'s")
      .replaceAll(" '", "'");
    index = owner;
  }
  for (; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (
      words.length === 0 &&
      DETERMINERS.has(token.lower) &&
      (token.tag !== 'PRON' || POSSESSIVES.has(token.lower) || isNominal(tokens[index + 1]))
    ) {
      if (determiner !== undefined) determiner += ` ${token.lower}`;
      else determiner = token.lower;
      continue;
    }
    if (words.length === 0 && (NUMBERS[token.lower] !== undefined || /^\d+$/u.test(token.text))) {
      count = NUMBERS[token.lower] ?? Number(token.text);
      continue;
    }
    if (
      token.text === ',' &&
      words.length > 0 &&
      words.every((word) => word.tag === 'ADJ') &&
      tokens[index + 1]?.tag === 'ADJ'
    )
      continue;
    if (!isPart(token, words, tokens, index, isSubject, determiner !== undefined || count !== undefined)) break;
    words.push(token);
  }
  while (
    words.length > 0 &&
    ['ADV', 'ADJ'].includes(words.at(-1)!.tag) &&
    !isName(words.at(-1)) &&
    words.some((word) => word.tag === 'NOUN' || word.tag === 'PROPN')
  ) {
    words.pop();
    index--;
  }
  if (
    words.length === 0 ||
    (determiner === undefined &&
      count === undefined &&
      words.every((word) => !['NOUN', 'PROPN'].includes(word.tag) && !isName(word)))
  )
    return undefined;
  return complete(tokens, { start, index, words, determiner, count });
}

const EMPTY: Phrase = {
  first: 0,
  end: 0,
  determiner: undefined,
  modifiers: [],
  noun: '',
  head: '',
  names: [],
  plural: false,
  count: undefined,
  of: undefined,
  pronoun: undefined,
  relative: undefined,
};

function isNominal(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.tag) || (token.tag === 'VERB' && /(?:ing|ed)$/u.test(token.lower)))
  );
}

function ownerAt(tokens: readonly Token[], start: number): number | undefined {
  for (let index = start; index < Math.min(start + 5, tokens.length); index++) {
    const token = tokens[index]!;
    if (/^['’]s?$/u.test(token.text) && token.tag === 'PART' && index > start) return index + 1;
    if (!isNominal(token) && token.tag !== 'DET' && !POSSESSIVES.has(token.lower)) return undefined;
  }
  return undefined;
}

function isPart(
  token: Token,
  words: readonly Token[],
  tokens: readonly Token[],
  index: number,
  isSubject: boolean,
  determined: boolean,
): boolean {
  if (NAMING.has(token.lower) && words.length > 0) return false;
  const hasNoun = words.some((word) => word.tag === 'NOUN' || word.tag === 'PROPN' || isName(word));
  const next = tokens[index + 1];
  // A name after a common noun is told apart ('his dog Rusty').
  if (token.tag === 'PROPN' || (isName(token) && index > 0))
    return !(words.length > 0 && !words.every(isName) && hasNoun);
  if (hasNoun && words.every(isName) && !determined) {
    // 'Milo finds', 'Otter Bay': after a name only a name goes on.
    return false;
  }
  if (token.tag === 'NOUN' && hasNoun && /^(?:home|back|alone|asleep|together|aboard)$/u.test(token.lower))
    return false;
  if (token.tag === 'NOUN') {
    const base = baseOf(token.lower, token.lemma);
    // 'vacuum cleaner': no form of 'clean' ends like that.
    const isDoer = token.lower.endsWith('er') && !base.endsWith('er');
    const mayBeVerb = isSubject && hasNoun && isVerb(base) && !isDoer && !NAMING.has(next?.lower ?? '');
    return !(mayBeVerb && !hasVerbAfter(tokens, index + 1));
  }
  if (token.tag === 'ADJ') return !hasNoun;
  if (token.tag === 'VERB')
    return (
      !hasNoun &&
      determined &&
      /(?:ing|ed|en|lost|stolen|broken|hidden|forgotten|frozen)$/u.test(token.lower) &&
      isNominal(next)
    );
  if (token.tag === 'ADV') return !hasNoun && determined && next?.tag === 'ADJ';
  if (token.tag === 'NUM') return !hasNoun;
  return false;
}

interface Draft {
  readonly start: number;
  readonly index: number;
  readonly words: readonly Token[];
  readonly determiner: string | undefined;
  readonly count: number | undefined;
}

function complete(tokens: readonly Token[], { start, index, words, determiner, count }: Draft): Phrase {
  let end = index;
  let noun = '';
  let head = '';
  let of: string | undefined;
  const names: string[] = [];
  const modifiers: string[] = [];
  if (
    words.every(isName) &&
    determiner === undefined &&
    count === undefined &&
    words.some((word) => word.tag === 'PROPN' || start > 0 || isTitle(word))
  ) {
    const kin = words.length > 1 && KIN.has(words[0]!.lower) ? words[0]! : undefined;
    // 'Twins Kit and Joe'
    if (kin) {
      const row = nameRow(tokens, start + 1);
      const noun = kin.lower;
      return { ...EMPTY, first: start, end: row.end, noun, head: noun, names: row.names, plural: true };
    }
    names.push(words.map((word) => word.text).join(' '));
    const title = isTitle(words[0]) && words.length > 1 ? TITLES[words[0]!.lower.replace('.', '')] : undefined;
    if (title) noun = head = title;
    // 'Milo the mouse', 'Milo the brave little mouse'.
    const described = tokens[end]?.lower === 'the' ? phraseAt(tokens, end, true) : undefined;
    if (described && described.noun !== '' && described.names.length === 0) {
      return { ...described, first: start, names, determiner: undefined };
    }
  } else {
    const split = words.findLastIndex((word) => word.tag === 'ADJ' || word.tag === 'VERB' || word.tag === 'ADV') + 1;
    const nouns = words.slice(Math.min(split, words.length - 1));
    modifiers.push(...words.slice(0, words.length - nouns.length).map((word) => word.text));
    noun = nouns.map((word) => word.text).join(' ');
    head = nouns.at(-1)!.lower;
    if (tokens[end]?.lower === 'of') {
      const part = phraseAt(tokens, end + 1, true);
      if (part && part.pronoun === undefined) {
        of = tokens
          .slice(end, part.end)
          .map((token) => token.text)
          .join(' ')
          .replaceAll(" 's", "'s");
        end = part.end;
      }
    }
    if (NAMING.has(tokens[end]?.lower ?? '') && isName(tokens[end + 1])) {
      const row = nameRow(tokens, end + 1);
      names.push(...row.names);
      end = row.end;
    } else if (isName(tokens[end]) && tokens[end - 1]?.lower !== 'of') {
      const row = nameRow(tokens, end);
      names.push(...row.names);
      end = row.end;
    }
  }
  const plural = (count ?? 1) > 1 || (names.length !== 1 && isPluralWord(words.at(-1)!));
  const relative = RELATIVES.has(tokens[end]?.lower ?? '') && isRelativeVerb(tokens, end) ? end : undefined;
  return {
    first: start,
    end,
    determiner,
    modifiers,
    noun,
    head,
    names,
    plural,
    count,
    of,
    pronoun: undefined,
    relative,
  };
}

function isRelativeVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    (next.tag === 'VERB' ||
      next.tag === 'AUX' ||
      next.tag === 'ADV' ||
      tokens[at]!.lower === 'whose' ||
      isVerb(baseOf(next.lower, next.lemma)))
  );
}

function isPluralWord(token: Token): boolean {
  return (
    (/[^s'u]s$/u.test(token.lower) && token.lemma !== token.lower && token.tag !== 'PROPN') ||
    /^(?:mice|geese|children|men|women|people|wolves|elves|feet|teeth)$/u.test(token.lower)
  );
}

/** 'Sam and Theo', 'Flopsy, Mopsy and Peter' from `start` on. */
export function nameRow(tokens: readonly Token[], start: number): { readonly names: string[]; readonly end: number } {
  const names: string[] = [];
  let index = start;
  let end = start;
  while (index < tokens.length) {
    const words: string[] = [];
    while (isName(tokens[index])) words.push(tokens[index++]!.text);
    if (words.length === 0 || tokens[index]?.lower === 'the') break;
    names.push(words.join(' '));
    end = index;
    while (tokens[index] && /^(?:,|and|&)$/u.test(tokens[index]!.lower)) index++;
    if (index === end) break;
  }
  return { names, end };
}
