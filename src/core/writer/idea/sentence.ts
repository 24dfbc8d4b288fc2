/** One sentence of an idea: its clauses, who does them, and what is wished, feared and asked for at the end. */
import type { Token } from '../../story/language/tag.ts';
import { baseOf, isVerb } from '../grammar/verbs.ts';
import { clauseEnd } from './clause-end.ts';
import { partsOf } from './clause-parts.ts';
import { readClause } from './clause.ts';
import { pushEvent } from './event.ts';
import type { SentenceReading } from './reading.ts';
import { doersAsNouns, skipFrontedPlace, withoutStart } from './sentence-start.ts';
import { STATES } from './state.ts';
import { subjectAt, type Subject } from './subject.ts';
import type { World } from './world.ts';

/** 'it is a lie': it is nobody. */
const SAYS_OF_IT =
  /^(?:a|an|the|just|only|not|all|true) ?(?:a )?(?:lie|dream|trick|joke|secret|mistake|accident|game|surprise|true)?$/u;

export function readSentence(world: World, all: readonly Token[], endingAsked: boolean): void {
  const tokens = withoutStart(doersAsNouns(all).filter((token) => !/^[.!?"'“”‘’«»„]+$/u.test(token.text)));
  if (tokens.length === 0) return;
  const reading: SentenceReading = { tokens, world, subjects: [], other: [] };
  const start = skipFrontedPlace(tokens);
  const firstEvent = world.events.length;
  const opened = subjectAt(reading, start);
  if (opened) readClauses(reading, opened);
  else loneVerb(reading, start);
  if (endingAsked) {
    const last = world.events.slice(firstEvent).at(-1);
    if (last) last.ending = true;
  }
}

function readClauses(reading: SentenceReading, opened: Subject): void {
  const { tokens, world } = reading;
  let index = takeSubject(reading, opened);
  if (world.first.length === 0) world.first = reading.subjects;
  while (index < tokens.length) {
    const end = clauseEnd(reading, index);
    readClause(reading, index, end.at);
    if (end.next >= tokens.length) return;
    if (end.isClause) {
      const next = subjectAt(reading, end.next);
      if (!next) return;
      index = takeSubject(reading, next);
      if (saysOfIt(reading, end.next, index)) return;
    } else index = end.next;
  }
}

/** Returns where the verb of its clause is. */
function takeSubject(reading: SentenceReading, { subjects, other, end }: Subject): number {
  reading.subjects = subjects;
  reading.other = other;
  return end;
}

/** 'it is a lie': the clause judges what was told and tells nothing more. */
function saysOfIt(reading: SentenceReading, subject: number, verb: number): boolean {
  const { tokens } = reading;
  if (tokens[subject]!.lower !== 'it' || !STATES.has(baseOf(tokens[verb]!.lower, ''))) return false;
  const said = tokens.slice(verb + 1, clauseEnd(reading, verb).at).map((token) => token.lower);
  return SAYS_OF_IT.test(said.join(' '));
}

/** 'Learning to ride a bike': nobody is named. */
function loneVerb(reading: SentenceReading, start: number): void {
  const token = reading.tokens[start]!;
  const base = baseOf(token.lower, token.lemma);
  if (!isVerb(base)) return;
  const end = clauseEnd(reading, start);
  pushEvent(
    reading,
    { base, end: start + 1, must: false, negated: false, able: false, adverbs: [] },
    partsOf(reading, start + 1, end.at, base),
  );
}
