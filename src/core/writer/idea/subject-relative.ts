/** What is said of the subject before its verb: 'A boy who tells lies loses his shadow'. */
import { CONNECTORS } from './clause-end.ts';
import { partsOf } from './clause-parts.ts';
import { isAfraid } from './fear.ts';
import { RELATIVES, type Phrase } from './phrase.ts';
import type { SentenceReading } from './reading.ts';
import { isFinite, verbGroupAt } from './verb-group.ts';
import type { Being } from './world.ts';

/** 'who tells lies': until the verb that the subject itself waits for. Returns where that is. */
export function readRelative(reading: SentenceReading, phrase: Phrase, beings: readonly Being[]): number {
  const { tokens, world } = reading;
  const start = phrase.relative!;
  const group = tokens[start]!.lower === 'whose' ? undefined : verbGroupAt(tokens, start + 1);
  let at = group?.end ?? start + 2;
  const hasOwn = tokens.some(
    ({ tag }, index) => index > at && (tag === 'VERB' || tag === 'AUX') && tokens[index - 1]!.lower !== 'to',
  );
  for (; at < tokens.length; at++) {
    if (tokens[at]!.text === ',' && isFinite(tokens, at + 1)) break;
    // 'tells lies loses': a noun is taken for the verb only where there is no other.
    const isLikelyNoun = !(tokens[at - 1]!.tag === 'NOUN' && tokens[at + 1]?.tag === 'ADP');
    if (hasOwn && tokens[at]!.tag === 'NOUN' && isLikelyNoun) continue;
    if (
      isFinite(tokens, at, phrase.plural) &&
      tokens[at - 1]!.lower !== 'to' &&
      !CONNECTORS.has(tokens[at - 1]!.lower) &&
      tokens[at]!.tag !== 'ADP' &&
      tokens[at]!.tag !== 'ADV' &&
      !RELATIVES.has(tokens[at - 1]!.lower)
    )
      break;
  }
  const keys = beings.map((being) => being.key);
  const parts = partsOf(reading, start, at, '', keys);
  for (const being of beings) being.after.push(...parts);
  const isMain = at < tokens.length;
  // 'who is afraid of the dark meets the moon'
  if (isMain && isAfraid(tokens[start + 2]) && tokens[start + 3]?.lower === 'of')
    world.fear ??= partsOf(reading, start + 4, at, '', keys);
  // 'A dragon who is afraid of fire.' has no other verb: what the relative says is what happens.
  if (!isMain && group && beings.length > 0) {
    for (const being of beings) being.after.splice(0);
    return start + 1;
  }
  return tokens[at]?.text === ',' ? at + 1 : at;
}
