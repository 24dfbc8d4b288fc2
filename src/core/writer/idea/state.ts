/** What one is, and how one feels. */
import { partsOf } from './clause-parts.ts';
import { pushEvent } from './event.ts';
import { isAfraid, readFear } from './fear.ts';
import { phraseAt } from './phrase.ts';
import type { SentenceReading } from './reading.ts';
import { verbGroupAt, type VerbGroup } from './verb-group.ts';
import { setKind, type Being } from './world.ts';

export const STATES = new Set('be seem feel become look get'.split(' '));

/**
 * 'is afraid of the dark', 'is too shy', 'is a mouse': what one is like, not what happens.
 * Returns the verb that says it in its stead ('is a bear who is afraid of thunder'), 'read', or nothing where it is no state.
 */
export function readState(
  reading: SentenceReading,
  own: readonly Being[],
  base: string,
  start: number,
  end: number,
): VerbGroup | 'read' | undefined {
  const { tokens, world } = reading;
  let at = start;
  while (
    ['too', 'very', 'so', 'really', 'quite', 'always', 'a-little', 'rather', 'all'].includes(tokens[at]?.lower ?? '')
  )
    at++;
  const token = tokens[at];
  if (!token || own.length === 0) return own.length > 0 && at >= end ? 'read' : undefined;
  if (isAfraid(token)) {
    readFear(reading, base, at, end);
    return 'read';
  }
  if (base === 'be' && token.lower === 'about' && tokens[at + 1]?.lower === 'to') {
    const verb = verbGroupAt(tokens, at + 2);
    if (verb) pushEvent(reading, verb, partsOf(reading, verb.end, end, verb.base));
    return 'read';
  }
  if (base === 'be') {
    const phrase = phraseAt(tokens, at, false);
    if (
      phrase &&
      phrase.pronoun === undefined &&
      phrase.names.length === 0 &&
      phrase.end >= end &&
      own.every((being) => being.kind === '')
    ) {
      for (const being of own) setKind(world, being, phrase);
      return 'read';
    }
    // 'is a bear who is afraid of thunder'
    if (
      phrase?.relative !== undefined &&
      phrase.relative < end &&
      phrase.pronoun === undefined &&
      own.length > 0 &&
      own.every((being) => being.kind === '')
    ) {
      for (const being of own) setKind(world, being, phrase);
      const group = verbGroupAt(tokens, phrase.relative + 1);
      return group && group.end <= end ? group : 'read';
    }
    if (phrase && phrase.names.length > 0 && phrase.noun === '' && own.length === 1) {
      own[0]!.name ??= phrase.names[0];
      return 'read';
    }
  }
  const isLast =
    at + 1 >= end ||
    tokens[at + 1]?.lower === 'to' ||
    tokens[at + 1]?.lower === 'and' ||
    tokens[at + 1]?.lower === 'for';
  if ((base === 'be' || base === 'feel') && (token.tag === 'ADJ' || /(?:ed|y)$/u.test(token.lower)) && isLast) {
    for (const being of own) if (!being.traits.includes(token.lower)) being.traits.push(token.lower);
    if (tokens[at + 1]?.lower === 'and' && tokens[at + 2]?.tag === 'ADJ')
      for (const being of own) being.traits.push(tokens[at + 2]!.lower);
    return 'read';
  }
  return undefined;
}
