import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { withoutPhrase, type PromptPhrase } from './phrases.ts';

const WORD = /[\p{L}\p{N}'’-]+/gu;
/** By age and gender; whoever is not known to be either is told as the text has it. */
const PEOPLE: Readonly<Record<string, string>> = {
  ...{ 'child male': 'boy', 'child female': 'girl', 'adult male': 'man', 'adult female': 'woman' },
  ...{ 'old male': 'old man', 'old female': 'old woman' },
};

/** Words of our wording, not of the scene: nobody misses them. */
const OURS = new Set(['beside', 'clothes', 'mood', 'near']);

export interface TaughtPrompt {
  readonly phrases: readonly PromptPhrase[];
  /** Words of the scene that the model cannot know. */
  readonly untaught: readonly string[];
}

/**
 * A prompt for a model that was taught few words: to it others are noise, which spoils what it could paint. Phrases with such words
 * are left out, traits word by word; what the picture is about stays, and is told. What the storybook draws alike goes by the name that
 * the model knows ('a dog' for a puppy), and people that it does not know are men and women, boys and girls.
 */
export function keepTaught(
  prompt: readonly PromptPhrase[],
  words: ReadonlySet<string>,
  lexicon: Lexicon,
): TaughtPrompt {
  const isTaught = (word: string): boolean => words.has(word.toLowerCase());
  const untaught = new Set<string>();
  const alike = drawnAlike(words, lexicon);
  const phrases = prompt.map((phrase): PromptPhrase => {
    const text = replaceWords(phrase.text, (word) => {
      const thing = isTaught(word) || phrase.traits?.includes(word) ? undefined : lexicon.find(word);
      const name = thing && alike.get(thing.drawing);
      const person = thing && personLike(thing, words);
      if (name === undefined && person !== undefined) untaught.add(word);
      return name ?? person;
    });
    return text === phrase.text ? phrase : { ...phrase, text };
  });
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

/** Names that the model knows, by what the storybook draws for them. */
function drawnAlike(words: ReadonlySet<string>, lexicon: Lexicon): ReadonlyMap<string, string> {
  const things = [...words].map((word) => [lexicon.find(word), word] as const);
  // Of people a drawing says too little: a queen is drawn as a king is.
  return new Map(things.flatMap(([thing, word]) => (thing && thing.kind !== 'person' ? [[thing.drawing, word]] : [])));
}

function personLike({ kind, age, gender }: Thing, words: ReadonlySet<string>): string | undefined {
  const name = kind === 'person' ? PEOPLE[`${age} ${gender}`] : undefined;
  return name?.split(' ').every((word) => words.has(word)) ? name : undefined;
}

/** What is said already is not said again: 'an old grandmother' is 'an old woman'. */
function replaceWords(text: string, other: (word: string) => string | undefined): string {
  const said = new Set(wordsOf(text));
  const unsaid = (name: string): string => name.replace(WORD, (word) => (said.has(word) ? '' : word)).trim();
  return withFittingArticle(text.replace(WORD, (word) => unsaid(other(word) ?? '') || word));
}

function withoutWords(text: string, gone: ReadonlySet<string>): string {
  const left = text.split(' ').filter((word) => !gone.has(word));
  return withFittingArticle(left.join(' '));
}

/** The article goes with the word that follows it now. */
function withFittingArticle(text: string): string {
  return text.replace(/^an? (?=(.))/u, (_, next: string) => (/[aeiou]/iu.test(next) ? 'an ' : 'a '));
}
