/** Where one clause of a sentence ends and the next begins. */
import { phraseAt } from './phrase.ts';
import { isPlural, type SentenceReading } from './reading.ts';
import { isFinite } from './verb-group.ts';

/** What may join two clauses. */
export const CONNECTORS = new Set(
  ', and but so then yet or ; : — – - until when while because as after before where though although if'.split(' '),
);
const SUBORDINATE = new Set('until when while because as after before where though although if'.split(' '));
/** What may stand before a clause and says only when. */
const FILLERS = new Set(
  'then finally tonight soon suddenly together also even still later now today eventually instead'.split(' '),
);

export interface ClauseEnd {
  /** The first token that is no longer of the clause. */
  readonly at: number;
  /** Where the next one begins, behind what joins them; the number of tokens where there is none. */
  readonly next: number;
  /** The next one has a subject of its own. */
  readonly isClause: boolean;
}

/** Where the clause from `start` on ends, and what begins there. */
export function clauseEnd(reading: SentenceReading, start: number): ClauseEnd {
  const { tokens } = reading;
  const plural = isPlural(reading);
  let isReason = false;
  for (let at = start + 1; at < tokens.length; at++) {
    if (!CONNECTORS.has(tokens[at]!.lower)) continue;
    // The reason belongs to what happens; only a comma or somebody else ends it.
    if (tokens[at]!.lower === 'because') {
      isReason = true;
      continue;
    }
    if (isReason && tokens[at]!.text !== ',') continue;
    let next = at;
    let isSubordinate = false;
    while (
      next < tokens.length &&
      (CONNECTORS.has(tokens[next]!.lower) ||
        FILLERS.has(tokens[next]!.lower) ||
        (tokens[next]!.tag === 'ADV' && tokens[next - 1]!.text === ','))
    ) {
      isSubordinate ||= SUBORDINATE.has(tokens[next]!.lower);
      next++;
    }
    if (!isSubordinate && isFinite(tokens, next, plural) && !isNounHere(reading, next))
      return { at, next, isClause: false };
    const phrase = phraseAt(tokens, next, true);
    if (!phrase) continue;
    let verb = phrase.end;
    if (phrase.relative !== undefined)
      verb = tokens.findIndex((_, index) => index > phrase.relative! + 1 && isFinite(tokens, index));
    // 'and his dog Rusty': no verb, no clause.
    if (verb > 0 && isFinite(tokens, verb) && tokens[verb - 1]?.lower !== 'to') return { at, next, isClause: true };
  }
  return { at: tokens.length, next: tokens.length, isClause: false };
}

/** 'the walk begins': what could be a verb stands before one. */
function isNounHere({ tokens }: SentenceReading, at: number): boolean {
  const token = tokens[at]!;
  return token.tag === 'NOUN' && tokens[at + 1]?.tag === 'VERB';
}
