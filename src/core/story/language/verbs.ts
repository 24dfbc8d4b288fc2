/** Verb groups: 'had never seemed', 'was waving', 'to light', 'did not go'. */
import type { Token } from './tag.ts';

export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly lemma: string;
  /** 'up' of 'climbed up', 'off' of 'took off', when it follows at once. */
  readonly particle: string | undefined;
  readonly negated: boolean;
  readonly infinitive: boolean;
  /** A participle alone: 'waving a rake', 'wrapped in a cloak'. */
  readonly participle: boolean;
  readonly gerund: boolean;
  /** Done to the subject: 'was put in a pie'. */
  readonly passive: boolean;
  readonly reality: 'real' | 'before' | 'unreal';
  readonly quoted: boolean;
}

const NEGATIONS = new Set(['not', "n't", 'never', 'cannot', 'nor', 'hardly', 'scarcely']);
const MODALS = new Set([
  'will',
  'would',
  'could',
  'can',
  'should',
  'shall',
  'may',
  'might',
  'must',
  'wo',
  'ca',
  "'ll",
  "'d",
  'ought',
]);
const PARTICLES = new Set('up down off on out away over along back around in through by asleep'.split(' '));
const SKIPPED = new Set(['ADV', 'PART']);

/** The group that begins at `start`, if one does. */
export function verbGroupAt(tokens: readonly Token[], start: number): VerbGroup | undefined {
  const opening = tokens[start]!;
  const isInfinitive = opening.tag === 'PART' && opening.lower === 'to';
  const isNegation = NEGATIONS.has(opening.lower);
  if (opening.tag !== 'AUX' && opening.tag !== 'VERB' && !isInfinitive && !isNegation) return undefined;
  const auxiliaries: Token[] = [];
  let negated = false;
  let index = start;
  let main = -1;
  for (; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.quoted !== opening.quoted) break;
    if (NEGATIONS.has(token.lower)) {
      negated = true;
      if (token.lower === 'cannot') auxiliaries.push(token);
    } else if (token.tag === 'AUX') auxiliaries.push(token);
    else if (token.tag === 'VERB') {
      main = index;
      break;
    } else if (!(SKIPPED.has(token.tag) && index > start) && !(isInfinitive && index === start)) break;
  }
  if (main < 0) {
    const copula = lastAuxiliary(tokens, start, index);
    // A modal alone ('as he could', 'should he meet') says nothing by itself.
    if (copula < 0 || MODALS.has(tokens[copula]!.lower)) return undefined;
    return group(tokens, start, copula, auxiliaries, negated, isInfinitive);
  }
  return group(tokens, start, main, auxiliaries, negated, isInfinitive);
}

/** 'was', 'had' without another verb are verbs themselves. */
function lastAuxiliary(tokens: readonly Token[], start: number, end: number): number {
  for (let index = end - 1; index >= start; index--) if (tokens[index]!.tag === 'AUX') return index;
  return -1;
}

function group(
  tokens: readonly Token[],
  first: number,
  main: number,
  auxiliaries: readonly Token[],
  negated: boolean,
  infinitive: boolean,
): VerbGroup {
  const verb = tokens[main]!;
  const has = (lemma: string): boolean => auxiliaries.some((token) => token.lemma === lemma && token !== verb);
  const isGerund = verb.lower.endsWith('ing');
  const next = tokens[main + 1];
  const isModal = auxiliaries.some((token) => MODALS.has(token.lower) || token.lower === 'cannot');
  // One that could see does see.
  const isPerceived =
    ['see', 'hear', 'smell', 'feel'].includes(verb.lemma) && auxiliaries.some((token) => token.lower === 'could');
  // 'had to carry' is done; 'had forgotten' was before.
  const isDuty = tokens.slice(first, main).some((token) => token.lower === 'to');
  const isPerfect = !isDuty && auxiliaries.some((token) => token.lower === 'had' && token !== verb) && !has('be');
  // 'Whom should he meet but ...': he does.
  const isMeeting =
    ['meet', 'see', 'find'].includes(verb.lemma) && tokens.slice(0, first).some((token) => token.lower === 'whom');
  return {
    first,
    last:
      next &&
      PARTICLES.has(next.lower) &&
      (next.tag === 'ADP' || next.tag === 'ADV' || next.tag === 'PART') &&
      !opensPlace(tokens, main + 1)
        ? main + 1
        : main,
    lemma: verb.lemma,
    particle: next && PARTICLES.has(next.lower) ? next.lower : undefined,
    negated,
    infinitive,
    participle:
      auxiliaries.length === 0 &&
      !infinitive &&
      (isGerund || (/(?:ed|en|own)$/u.test(verb.lower) && tokens[main + 1]?.tag === 'ADP')),
    gerund: isGerund && auxiliaries.length === 0,
    passive: has('be') && !isGerund && verb.lemma !== 'be',
    reality: isModal && !isPerceived && !isMeeting ? 'unreal' : isPerfect ? 'before' : 'real',
    quoted: verb.quoted,
  };
}

/** A particle that a noun phrase follows is a preposition ('up the hill'), but 'off his cloak' belongs to the verb. */
function opensPlace(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (!next || ['off', 'away', 'out', 'back'].includes(tokens[index]!.lower)) return false;
  return ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.tag) || (next.tag === 'PRON' && next.lower !== 'i');
}
