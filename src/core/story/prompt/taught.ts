import { withoutPhrase, type PromptPhrase } from './phrases.ts';

/** Words of our wording, not of the scene: nobody misses them. */
const OURS = new Set(['beside', 'clothes', 'mood', 'near']);

export interface TaughtPrompt {
  readonly phrases: readonly PromptPhrase[];
  /** Words of the scene that the model cannot know. */
  readonly untaught: readonly string[];
}

/**
 * A prompt for a model that was taught few words: to it others are noise, which spoils what it could paint. Phrases with such words
 * are left out, traits word by word; what the picture is about stays, and is told.
 */
export function keepTaught(phrases: readonly PromptPhrase[], words: ReadonlySet<string>): TaughtPrompt {
  const isTaught = (word: string): boolean => words.has(word.toLowerCase());
  const untaught = new Set<string>();
  const strangeIn = ({ text }: PromptPhrase): readonly string[] => wordsOf(text).filter((word) => !isTaught(word));
  const plain = phrases.map((phrase): PromptPhrase => {
    const strange = strangeIn(phrase);
    for (const word of strange.filter((one) => !OURS.has(one))) untaught.add(word);
    const traits = strange.filter((word) => phrase.traits?.includes(word));
    return traits.length === 0 ? phrase : { ...phrase, text: withoutWords(phrase.text, new Set(traits)) };
  });
  let kept: readonly PromptPhrase[] = plain;
  for (;;) {
    const strange = kept.find((phrase) => phrase.rank > 0 && strangeIn(phrase).length > 0);
    if (!strange) return { phrases: kept, untaught: [...untaught] };
    kept = withoutPhrase(kept, strange).kept;
  }
}

/** Words of a text, each once, that a model was not taught. */
export function untaughtWords(text: string, words: ReadonlySet<string>): readonly string[] {
  return [...new Set(wordsOf(text).filter((word) => !words.has(word.toLowerCase())))];
}

/** Of what is not to be seen, what the model knows. */
export function taughtNegative(negative: string, words: ReadonlySet<string>): string {
  const parts = negative.split(', ');
  return parts.filter((part) => wordsOf(part).every((word) => words.has(word))).join(', ');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’-]+|\p{Extended_Pictographic}/gu) ?? [];
}

/** The article goes with the word that follows it now. */
function withoutWords(text: string, gone: ReadonlySet<string>): string {
  const left = text.split(' ').filter((word) => !gone.has(word));
  return left.join(' ').replace(/^an? (?=(.))/u, (_, next: string) => (/[aeiou]/iu.test(next) ? 'an ' : 'a '));
}
