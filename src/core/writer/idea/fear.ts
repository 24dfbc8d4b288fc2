/** What somebody of the idea is afraid of. */
import type { Token } from '../../story/language/tag.ts';
import { gerundOf } from '../grammar/verbs.ts';
import { partsOf } from './clause-parts.ts';
import type { SentenceReading } from './reading.ts';
import { verbGroupAt } from './verb-group.ts';

const AFRAID = new Set('afraid scared frightened terrified fearful'.split(' '));

export function isAfraid(token: Token | undefined): boolean {
  return AFRAID.has(token?.lower ?? '');
}

/**
 * 'afraid of the dark', 'afraid to jump'.
 *
 * @param base of the verb before it: 'be' or 'feel'
 * @param at index of 'afraid'
 */
export function readFear(reading: SentenceReading, base: string, at: number, end: number): void {
  const { tokens, world } = reading;
  const of = tokens[at + 1]?.lower;
  const reason = tokens.findIndex((one, index) => index > at && index < end && one.lower === 'because');
  if (of === 'of') world.fear = partsOf(reading, at + 2, reason > 0 ? reason : end, base);
  else if (of === 'to') {
    const verb = verbGroupAt(tokens, at + 2);
    if (verb) world.fear = [{ is: 'word', text: gerundOf(verb.base) }, ...partsOf(reading, verb.end, end, verb.base)];
  }
}
