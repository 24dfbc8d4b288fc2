import type { SceneEntity } from '../../../shared/story.ts';
import { pluralOf } from '../language/plural.ts';

const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };
/** What stands without an article: it has one, is many, or is not counted. */
const BARE =
  /^(?:an?|the|some|his|her|their|its|my|our|your)\s|(?:[^s]s|bread|\bcorn|popcorn|fog|gold|grass|ice|mist|parsley|sand|smoke|snow|water|wheat|wood)$/iu;
/** 'She took the coat off' is no kind of coat. */
const NO_LOOK = /^(?:off|on|own|other|same|last|first|next|such|whole)$/iu;

/** 'a gold key', 'three gulls', 'parsley'. */
export function nounWords({ word, count, attributes }: Pick<SceneEntity, 'word' | 'count' | 'attributes'>): string {
  const look = attributes.find((each) => !NO_LOOK.test(each) && !word.toLowerCase().includes(each.toLowerCase()));
  const noun = look === undefined ? word : `${look} ${word}`;
  if (count > 1) return `${COUNTS[count] ?? 'many'} ${noun}`;
  if (BARE.test(noun)) return noun;
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** 'three small rabbits'. @param nouns of one, without an article; the last word is the noun */
export function manyWords(count: number, nouns: string): string {
  return `${COUNTS[count] ?? 'many'} ${pluralOf(nouns)}`;
}

/** 'a, b and c'. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
