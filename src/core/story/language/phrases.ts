/** Noun phrases: 'a tall white lighthouse', 'old Mrs. Rabbit', 'his', 'Mr. McGregor's garden'. */
import { numberOf } from './numbers.ts';
import type { Token } from './tag.ts';

export interface NounPhrase {
  /** Index of the first and last token in the sentence. */
  readonly first: number;
  readonly last: number;
  /** Index of the head noun, name or pronoun. */
  readonly head: number;
  readonly kind: 'noun' | 'name' | 'pronoun';
  /** The words from the first modifier to the head, without article, number and owner, as the author wrote them. */
  readonly words: readonly string[];
  /** 'a', 'the', 'no', 'some', 'his'; lower case. */
  readonly determiner: string | undefined;
  /** 'little', 'blue', and nouns before the head ('brass'). */
  readonly adjectives: readonly string[];
  readonly plural: boolean;
  /** What the text says, if it gives a number. */
  readonly count: number | undefined;
  /** The phrase before 's, or the pronoun his/her/its/their. */
  readonly owner: NounPhrase | undefined;
  readonly quoted: boolean;
}

const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);
export const HONORIFICS = new Set(
  'mr mrs miss ms dr sir lady lord madam captain king queen prince princess uncle aunt auntie grandma grandpa granny father mother brother sister old saint st professor farmer nurse'.split(
    ' ',
  ),
);
const PERSONAL = new Set(
  'i you he she it we they me him us them himself herself itself themselves myself yourself'.split(' '),
);
/** Pronouns that stand for nobody in the story. */
const EMPTY = new Set(
  'there that this these those what which who whom whose whoever everyone everybody all nothing something anything'.split(
    ' ',
  ),
);
const RELATIVES = new Set(['who', 'whom', 'which', 'that', 'where', 'whose']);

export function isRelative(token: Token): boolean {
  return RELATIVES.has(token.lower);
}

/** The phrase that begins at `start`, if one does. */
export function nounPhraseAt(tokens: readonly Token[], start: number, owner?: NounPhrase): NounPhrase | undefined {
  const opening = tokens[start];
  if (!opening) return undefined;
  if (!owner && opening.tag === 'PRON' && !POSSESSIVES.has(opening.lower)) return pronounPhrase(tokens, start);
  let index = start;
  let determiner: string | undefined;
  let possessive: NounPhrase | undefined = owner;
  let count: number | undefined;
  const modifiers: Token[] = [];
  let head = -1;
  for (; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.quoted !== opening.quoted) break;
    if (token.tag === 'DET' && modifiers.length > 0 && head < 0) return undefined;
    if (head < 0 && token.tag === 'DET') determiner ??= token.lower;
    else if (head < 0 && POSSESSIVES.has(token.lower) && (token.tag === 'PRON' || token.tag === 'DET')) {
      determiner = token.lower;
      possessive = ownerPronoun(token, index);
    } else if (token.tag === 'NUM' || numberOf(token.lower) !== undefined) {
      if (head >= 0) break;
      count = (count ?? 0) + (numberOf(token.lower) ?? 0);
    } else if (
      head < 0 &&
      count !== undefined &&
      token.lower === 'and' &&
      numberOf(tokens[index + 1]?.lower ?? '') !== undefined
    ) {
      continue;
    } else if (token.tag === 'ADJ' && head < 0) modifiers.push(token);
    else if (token.tag === 'ADV' && head < 0 && isBeforeAdjective(tokens, index) && index > start) continue;
    else if (
      token.tag === 'VERB' &&
      head < 0 &&
      modifiers.length + (determiner ? 1 : 0) > 0 &&
      isParticipleModifier(tokens, index)
    )
      modifiers.push(token);
    else if (token.tag === 'NOUN' || token.tag === 'PROPN') {
      // A name after a common noun is another phrase ('the otter Nib' is kept for the cast to see).
      if (
        head >= 0 &&
        tokens[head]!.tag !== token.tag &&
        !isHonorific(tokens[head]!) &&
        token.tag === 'PROPN' &&
        !isTitled(tokens, start, head)
      )
        break;
      if (head >= 0) modifiers.push(tokens[head]!);
      head = index;
    } else if (
      token.tag === 'PUNCT' &&
      token.text === ',' &&
      head < 0 &&
      modifiers.length > 0 &&
      tokens[index + 1]?.tag === 'ADJ'
    )
      continue;
    else break;
  }
  if (head < 0) return lonePhrase(tokens, start, index, determiner, count, possessive);
  const phrase: NounPhrase = {
    first: owner?.first ?? start,
    last: head,
    head,
    // 'four little Rabbits' is a kind in capitals, not a name.
    kind: tokens[head]!.tag === 'PROPN' && !(count !== undefined && isPlural(tokens[head]!)) ? 'name' : 'noun',
    words: [...modifiers, tokens[head]!].map((token) => token.text),
    determiner,
    adjectives: modifiers.map((token) => token.lower),
    // 'Goldilocks' is one, 'the Rabbits' are many.
    plural:
      isPlural(tokens[head]!) && (tokens[head]!.tag !== 'PROPN' || determiner !== undefined || count !== undefined),
    count,
    owner: possessive,
    quoted: opening.quoted,
  };
  const next = tokens[head + 1];
  if (next && /^['’]s?$/u.test(next.text)) {
    return nounPhraseAt(tokens, head + 2, { ...phrase, last: head + 1 }) ?? { ...phrase, last: head + 1 };
  }
  return phrase;
}

function pronounPhrase(tokens: readonly Token[], index: number): NounPhrase | undefined {
  const token = tokens[index]!;
  if (!PERSONAL.has(token.lower) || EMPTY.has(token.lower)) return undefined;
  return {
    first: index,
    last: index,
    head: index,
    kind: 'pronoun',
    words: [token.text],
    determiner: undefined,
    adjectives: [],
    plural: ['they', 'them', 'we', 'us', 'themselves'].includes(token.lower),
    count: undefined,
    owner: undefined,
    quoted: token.quoted,
  };
}

function ownerPronoun(token: Token, index: number): NounPhrase {
  return {
    first: index,
    last: index,
    head: index,
    kind: 'pronoun',
    words: [token.text],
    determiner: undefined,
    adjectives: [],
    plural: token.lower === 'their' || token.lower === 'our',
    count: undefined,
    owner: undefined,
    quoted: token.quoted,
  };
}

/** 'the two', 'the oldest': a number or an adjective that stands for a noun shows nothing by itself. */
function lonePhrase(
  tokens: readonly Token[],
  start: number,
  end: number,
  determiner: string | undefined,
  count: number | undefined,
  owner: NounPhrase | undefined,
): NounPhrase | undefined {
  // 'one of his shoes': the number counts what follows 'of'.
  if (count === undefined || determiner !== undefined || tokens[end]?.lower !== 'of') return undefined;
  const rest = nounPhraseAt(tokens, end + 1, owner);
  return rest && { ...rest, first: start, count };
}

function isHonorific(token: Token): boolean {
  return HONORIFICS.has(token.lower.replace('.', ''));
}

function isTitled(tokens: readonly Token[], start: number, head: number): boolean {
  return tokens.slice(start, head + 1).some(isHonorific);
}

function isBeforeAdjective(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    next?.tag === 'ADJ' || next?.tag === 'ADV' || (next?.tag === 'VERB' && isParticipleModifier(tokens, index + 1))
  );
}

/** 'a lost penguin', 'the burning lamp'. */
function isParticipleModifier(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    /(?:ed|ing|en|lost|broken|hidden)$/u.test(tokens[index]!.lower) &&
    (next?.tag === 'NOUN' || next?.tag === 'PROPN' || next?.tag === 'ADJ')
  );
}

const PLURAL_WORDS = new Set(['mice', 'geese', 'children', 'men', 'women', 'people', 'oxen', 'teeth', 'feet', 'sheep']);

function isPlural(token: Token): boolean {
  if (PLURAL_WORDS.has(token.lower)) return true;
  return (
    /[^su']s$/u.test(token.lower) &&
    (token.lemma !== token.lower || token.tag === 'PROPN') &&
    token.lower.length > 3 &&
    !isNameInS(token)
  );
}

/** 'Tobias', 'James': a name in -s is one person; 'Rabbits' is not. */
function isNameInS(token: Token): boolean {
  return (
    token.tag === 'PROPN' && /(?:as|es|is|us|os|ss)$/u.test(token.lower) && !/(?:ches|xes|ies|ses)$/u.test(token.lower)
  );
}

/** 'Now, my dears,': those who are spoken to are there. */
export function isAddress(phrase: NounPhrase): boolean {
  return (
    phrase.quoted &&
    phrase.determiner === 'my' &&
    /^(?:dears|children|darlings|loves|ones|friends)$/u.test(phrase.words.at(-1)!.toLowerCase())
  );
}
