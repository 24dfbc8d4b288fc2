/** What is wished, refused, and wished back. */
import { partsOf } from './clause-parts.ts';
import { pushEvent, rawEvent } from './event.ts';
import type { Part } from './parts.ts';
import { phraseAt } from './phrase.ts';
import type { SentenceReading } from './reading.ts';
import { verbGroupAt, type VerbGroup } from './verb-group.ts';
import { beingsOf, isBeing, type Being } from './world.ts';

const WISHING = new Set('want wish hope long dream yearn'.split(' '));

/** 'wants to fly', 'cannot swim', 'does not want to melt'. Returns whether the verb was one of those. */
export function readWish(reading: SentenceReading, group: VerbGroup, end: number): boolean {
  const { tokens, world } = reading;
  const { base, end: at } = group;
  // 'does not want to melt': what is not wished is refused.
  if (group.negated && WISHING.has(base)) {
    const to = tokens[at]?.lower === 'to' ? verbGroupAt(tokens, at + 1) : undefined;
    if (!to) return true;
    const refused: Part[] = [
      { is: 'word', text: 'to' },
      { is: 'word', text: to.base },
    ];
    pushEvent(reading, { ...group, base: 'refuse' }, [...refused, ...partsOf(reading, to.end, end, to.base)]);
    return true;
  }
  // 'cannot stop laughing' is nothing that one wishes.
  if (group.able && group.negated && /^(?:stop|help)$/u.test(base) && tokens[at]?.lower.endsWith('ing')) {
    pushEvent(reading, { ...group, base: 'keep' }, partsOf(reading, at, end, base));
    return true;
  }
  if (WISHING.has(base) || (base === 'like' && group.adverbs.length > 0)) {
    const wished = wishAt(reading, at, end);
    if (wished) {
      const wish = rawEvent(reading, wished, partsOf(reading, wished.end, end, wished.base));
      if (world.wish) world.events.push(wish);
      else world.wish = wish;
      return true;
    }
  }
  if (group.able && group.negated) {
    const wish = rawEvent(reading, group, partsOf(reading, at, end, base));
    world.wish ??= wish;
    return true;
  }
  return false;
}

/** 'forgot how to shine': what is lost is wished back. */
export function readForgetting(reading: SentenceReading, { base, end: at }: VerbGroup, end: number): void {
  const { tokens, world } = reading;
  if (base === 'forget' && tokens[at]?.lower === 'how' && tokens[at + 1]?.lower === 'to') {
    const skill = verbGroupAt(tokens, at + 2);
    if (skill) world.wish ??= rawEvent(reading, skill, partsOf(reading, skill.end, end, skill.base));
  }
}

/** 'has a friend called Otto', 'has a dream'. */
export function readOwning(reading: SentenceReading, own: readonly Being[], start: number, end: number): boolean {
  const { tokens, world } = reading;
  const phrase = phraseAt(tokens, start, false);
  if (!phrase || own.length === 0) return false;
  if (isBeing(world, phrase, '', false)) {
    beingsOf(world, phrase);
    return phrase.end >= end;
  }
  if (/^(?:dream|wish)$/u.test(phrase.head)) {
    const to = tokens.findIndex((token, index) => index >= phrase.end && index < end && token.lower === 'to');
    const verb = to > 0 ? verbGroupAt(tokens, to + 1) : undefined;
    if (verb) world.wish ??= rawEvent(reading, verb, partsOf(reading, verb.end, end, verb.base));
    return verb !== undefined;
  }
  return false;
}

/** The verb of 'to fly', 'of flying', 'that he could fly'; 'for a friend' wishes to have one. */
function wishAt({ tokens }: SentenceReading, start: number, end: number): VerbGroup | undefined {
  for (let at = start; at < Math.min(start + 4, end); at++) {
    const { lower } = tokens[at]!;
    if (lower === 'to') return verbGroupAt(tokens, at + 1);
    if (lower === 'of') return verbGroupAt(tokens, at + 1);
    if (['he', 'she', 'it', 'they'].includes(lower)) return verbGroupAt(tokens, at + 1);
    if (lower === 'for' || tokens[at]!.tag === 'DET')
      return {
        base: 'have',
        end: lower === 'for' ? at + 1 : at,
        must: false,
        negated: false,
        able: false,
        adverbs: [],
      };
  }
  return undefined;
}
