/** One clause whose subject is known: its verb says whether something happens, is wished, or is only so. */
import { placeOf } from '../../story/place/words.ts';
import { baseOf, isVerb } from '../grammar/verbs.ts';
import { partsOf } from './clause-parts.ts';
import { pushEvent } from './event.ts';
import type { SentenceReading } from './reading.ts';
import { readState, STATES } from './state.ts';
import { verbGroupAt, type VerbGroup } from './verb-group.ts';
import { readForgetting, readOwning, readWish } from './wish.ts';
import type { Being } from './world.ts';

const GOING = new Set(
  'travel go sail fly climb journey walk run swim come set drive ride march hurry cross venture return head voyage float leave row'.split(
    ' ',
  ),
);
/** What one does not do for long, and so is like. */
const KNOWING = new Set('know like have believe understand remember own trust'.split(' '));

/** Reads it into the world, and remembers of whom it spoke: the next sentence may say only 'he'. */
export function readClause(reading: SentenceReading, start: number, end: number): void {
  const { tokens, world, subjects } = reading;
  const group = verbGroupAt(tokens, start);
  if (!group || group.end > end) return;
  const before = new Set(world.beings);
  const spoken = tokens.slice(start, end).map((token) => token.lower);
  readVerb(reading, group, end);
  const others = world.beings.filter(
    (being) =>
      !subjects.includes(being.key) &&
      (!before.has(being) ||
        (being.name !== undefined && spoken.includes(being.name.toLowerCase())) ||
        spoken.includes(being.kind)),
  );
  if (subjects.length > 0) world.last = { subjects, others: others.map((being) => being.key) };
}

function readVerb(reading: SentenceReading, group: VerbGroup, end: number): void {
  const { tokens, world, subjects } = reading;
  const own = world.beings.filter((being) => subjects.includes(being.key));
  const { base, end: at } = group;
  if (STATES.has(base)) {
    const state = readState(reading, own, base, at, end);
    if (state === 'read') return;
    if (state) {
      readVerb(reading, state, end);
      return;
    }
  }
  if (base === 'fear' && own.length > 0) {
    world.fear = partsOf(reading, at, end, base);
    return;
  }
  if (
    base === 'live' &&
    tokens[at]?.tag === 'ADP' &&
    placeOf(
      tokens
        .slice(at + 1, end)
        .map((token) => token.lower.replace(/'s$/u, ''))
        .reverse(),
    )
  ) {
    // Where one lives is nothing that happens; who and what is named there is known from now on.
    partsOf(reading, at, end, base);
    return;
  }
  if (base === 'have' && readOwning(reading, own, at, end)) return;
  if (readWish(reading, group, end)) return;
  // 'does not know anybody' says what one is like; other things that do not happen are nothing to tell.
  if (group.negated && own.length === 1 && own[0]!.after.length === 0 && KNOWING.has(base)) {
    own[0]!.after.push({ is: 'word', text: `${whoOf(own[0]!)} did not ${base}` }, ...partsOf(reading, at, end, base));
    return;
  }
  if (group.negated) return;
  readForgetting(reading, group, end);
  // 'travel to the Pole to find a star' are two things that happen.
  const purpose = GOING.has(base) ? purposeAt(reading, at, end) : undefined;
  pushEvent(reading, group, partsOf(reading, at, purpose ?? end, base));
  if (purpose !== undefined) {
    const verb = verbGroupAt(tokens, purpose + 1)!;
    pushEvent(reading, verb, partsOf(reading, verb.end, end, verb.base));
  }
}

/** Where 'to find a star' begins: what one goes for. */
function purposeAt({ tokens }: SentenceReading, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    if (tokens[at]!.lower !== 'to') continue;
    const next = tokens[at + 1];
    if (next && (next.tag === 'VERB' || next.tag === 'PART') && isVerb(baseOf(next.lower, next.lemma))) return at;
  }
  return undefined;
}

function whoOf({ nature }: Being): string {
  return nature === 'thing' || nature === 'machine' || nature === 'element' ? 'that' : 'who';
}
