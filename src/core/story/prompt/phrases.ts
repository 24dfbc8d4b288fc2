/**
 * A prompt in phrases, so that what matters least can be left out where a model's text encoder reads no more. In the order in
 * which they are said; what is said first weighs most with these models.
 */
export interface PromptPhrase {
  readonly text: string;
  /** What parts it from the phrase before it. */
  readonly joint: ', ' | ' ' | ' with ' | ' and ';
  /** 0 stays as long as anything does; of the others the highest go first, and of equals the last. */
  readonly rank: number;
  /** Words of it that may be left out one by one: 'small' of 'a small otter'. */
  readonly traits?: readonly string[];
}

/** What a model is asked to paint of a scene. Plain data. */
export interface ScenePrompt {
  readonly phrases: readonly PromptPhrase[];
  /** What is not to be seen; counts only where a model is guided. */
  readonly negative: string;
  /** The same for all scenes of one take that are about the same member of the cast, so that they look alike. */
  readonly seed: number;
}

export function joinPhrases(phrases: readonly PromptPhrase[]): string {
  return phrases.map(({ text, joint }, index) => (index === 0 ? text : `${joint}${text}`)).join('');
}

/**
 * Without one of them: what is said of it goes too, a figure's scarf with the figure; what was told along with it takes its place,
 * 'with a key and a boat' becomes 'with a boat'.
 */
export function withoutPhrase(
  phrases: readonly PromptPhrase[],
  phrase: PromptPhrase,
): { readonly kept: readonly PromptPhrase[]; readonly gone: readonly PromptPhrase[] } {
  const index = phrases.indexOf(phrase);
  const [before, after] = [phrases.slice(0, index), phrases.slice(index + 1)];
  if (phrase.joint === ' ') return { kept: [...before, ...after], gone: [phrase] };
  const end = after.findIndex(({ joint }) => joint !== ' ');
  const own = end === -1 ? after : after.slice(0, end);
  const [next, ...others] = after.slice(own.length);
  const rest = next?.joint === ' and ' ? [{ ...next, joint: phrase.joint }, ...others] : after.slice(own.length);
  return { kept: [...before, ...rest], gone: [phrase, ...own] };
}
