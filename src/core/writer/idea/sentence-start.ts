/** Where an idea's sentence begins to tell: what only leads up to it is left out. */
import type { Token } from '../../story/language/tag.ts';
import { phraseAt } from './phrase.ts';

/** 'a vacuum cleaner named Gus': the tagger takes it for more than clean. */
export function doersAsNouns(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) =>
    token.tag === 'ADJ' &&
    token.lower.endsWith('er') &&
    tokens[index - 1]?.tag === 'NOUN' &&
    /^(?:named|called|who|that|which)$/u.test(tokens[index + 1]?.lower ?? '')
      ? { ...token, tag: 'NOUN', lemma: token.lower }
      : token,
  );
}

/** 'A story about', 'What if', 'Once upon a time there was': where the idea itself begins. */
export function withoutStart(tokens: readonly Token[]): readonly Token[] {
  const text = tokens.map((token) => token.lower).join(' ');
  const opening =
    /^(?:please )?(?:(?:write|tell|make|invent|give)(?: me| us)? )?(?:a|an|the|my)?(?: \w+)? ?(?:story|tale|fairy tale|book|film|idea) (?:about|of|where|in which|for \w+ about) (?:how )?/u.exec(
      text,
    )?.[0] ??
    /^(?:what if|how|why|when|imagine(?: that)?|the (?:day|night|time)(?: when| that)?) (?:does |do |did )?/u.exec(
      text,
    )?.[0] ??
    '';
  let rest = tokens.slice(opening === '' ? 0 : opening.trim().split(' ').length);
  const once = /^(?:once(?: upon a time)? ,? ?)?there (?:was|is|are|were|lives|lived) (?:once )?/u.exec(
    rest.map((token) => token.lower).join(' '),
  )?.[0];
  if (once !== undefined) rest = rest.slice(once.trim().split(' ').length);
  else if (/^once upon a time/u.test(rest.map((token) => token.lower).join(' ')))
    rest = rest.slice(rest[4]?.text === ',' ? 5 : 4);
  // 'Can a snail win a race?': the helper goes after its subject.
  if (rest[0]?.tag === 'AUX' && /^(?:can|could|will|would|does|do|should|may)$/u.test(rest[0].lower))
    rest = rest.slice(1);
  return rest;
}

/** 'One night,', 'In a small village,': returns where the clause begins. */
export function skipFrontedPlace(tokens: readonly Token[]): number {
  const opening = tokens[0]!;
  const comma = tokens.findIndex((token) => token.text === ',');
  const isWhen =
    /^(?:one|every|each|on|in|at|during|after|before|last|long|far|deep|high|under|beneath|behind|near|beyond|tonight|today|suddenly|then|finally)$/u.test(
      opening.lower,
    );
  if (comma > 0 && comma < 9 && isWhen && phraseAt(tokens, comma + 1, true)) {
    const row = /^(?:one)$/u.test(opening.lower)
      ? /night|day|morning|evening|winter|summer|autumn|spring|afternoon/u.test(tokens[1]?.lower ?? '')
      : true;
    if (row) return comma + 1;
  }
  if (
    /^(?:one|every|each)$/u.test(opening.lower) &&
    /^(?:night|day|morning|evening|winter|summer|autumn|spring|afternoon)$/u.test(tokens[1]?.lower ?? '')
  )
    return 2;
  if (/^(?:then|tonight|suddenly|finally|but|and|so|today)$/u.test(opening.lower)) return 1;
  return 0;
}
