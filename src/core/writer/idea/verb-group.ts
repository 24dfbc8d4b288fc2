/** The verb of a clause with its helpers: 'must give', 'has to earn', 'is looking for', 'does not want', 'is chased by'. */
import type { Token } from '../../story/language/tag.ts';
import { baseOf, isVerb, participleOf, pastModal } from '../grammar/verbs.ts';

export interface VerbGroup {
  readonly base: string;
  /** Index of the first token after the verb. */
  readonly end: number;
  /** 'must', 'has to', 'needs to'. */
  readonly must: boolean;
  /** 'cannot', 'never': what is not done. */
  readonly negated: boolean;
  /** 'can', 'cannot': a gift or the lack of it. */
  readonly able: boolean;
  /** 'always', 'secretly'. */
  readonly adverbs: readonly string[];
}

const NOT = new Set(['not', "n't", 'never']);
const MUST = new Set(['must', 'should', 'ought']);
const ABLE = new Set(['can', 'ca', 'could', 'cannot', "can't"]);
const DUTY = new Set(['have', 'need']);
/** 'they all laugh': stands before the verb and is none. */
const ALL = new Set(['all', 'both']);

export function isFinite(tokens: readonly Token[], at: number, plural?: boolean): boolean {
  let index = at;
  while (tokens[index]?.tag === 'ADV' || NOT.has(tokens[index]?.lower ?? '') || isAllBeforeVerb(tokens, index)) index++;
  const token = tokens[index];
  if (!token) return false;
  if (token.tag === 'AUX') return true;
  const base = baseOf(token.lower, token.lemma);
  if (token.tag === 'VERB') return !token.lower.endsWith('ing') || base === token.lower;
  if (token.lower.endsWith('er') && !base.endsWith('er')) return false;
  if (!isVerb(base) || (token.tag !== 'NOUN' && token.tag !== 'ADJ' && token.tag !== 'ADP')) return false;
  // Taken for a noun: 'and fall asleep', 'and sails home'.
  if (
    ['of', 'is', 'are', 'was'].includes(tokens[index + 1]?.lower ?? '') ||
    ['a', 'an', 'the'].includes(tokens[index - 1]?.lower ?? '')
  )
    return false;
  if (plural === undefined) return true;
  return plural ? token.lower === base : token.lower !== base;
}

function isAllBeforeVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    ALL.has(tokens[at]?.lower ?? '') &&
    next !== undefined &&
    (next.tag === 'AUX' || isVerb(baseOf(next.lower, next.lemma)))
  );
}

export function verbGroupAt(tokens: readonly Token[], start: number): VerbGroup | undefined {
  let index = start;
  let must = false;
  let negated = false;
  let able = false;
  const adverbs: string[] = [];
  for (; index < tokens.length; index++) {
    const token = tokens[index]!;
    const next = tokens[index + 1];
    if (isAllBeforeVerb(tokens, index)) continue;
    if (NOT.has(token.lower)) negated = true;
    else if (token.tag === 'ADV' && token.lower !== 'back') adverbs.push(token.lower);
    else if (MUST.has(token.lower)) must = true;
    else if (ABLE.has(token.lower)) {
      able = true;
      negated ||= token.lower !== 'can' && token.lower !== 'could' && token.lower !== 'ca';
    } else if (pastModal(token.lower) !== undefined || token.lower === 'wo' || token.lower === "'ll") continue;
    else {
      const base = baseOf(token.lower, token.lemma);
      if (DUTY.has(base) && next?.lower === 'to') {
        must = true;
        index++;
      } else if (base === 'do' && (NOT.has(next?.lower ?? '') || next?.tag === 'VERB')) continue;
      else if ((base === 'be' || base === 'have') && isMainNext(tokens, index, base)) continue;
      else return { base, end: index + 1, must, negated, able, adverbs };
    }
  }
  return undefined;
}

/** 'is looking', 'has lost': the next verb is the one that counts. 'is chased by' and 'is lost' are not. */
function isMainNext(tokens: readonly Token[], index: number, helper: 'be' | 'have'): boolean {
  let at = index + 1;
  while (tokens[at]?.tag === 'ADV' || NOT.has(tokens[at]?.lower ?? '')) at++;
  const main = tokens[at];
  if (!main || (main.tag !== 'VERB' && main.tag !== 'AUX')) return false;
  if (helper === 'be') return main.lower.endsWith('ing') && main.lower.length > 4;
  const base = baseOf(main.lower, main.lemma);
  return main.lower === participleOf(base);
}
