/**
 * A prompt in phrases, so that what matters least can be left out where a model's text encoder reads no more. In the order in
 * which they are said; what is said first weighs most with these models.
 */
export interface PromptPhrase {
  readonly text: string;
  /** What parts it from the phrase before it. */
  readonly joint: ', ' | ' ' | ' and ';
  /** 0 stays as long as anything does; of the others the highest go first, and of equals the last. */
  readonly rank: number;
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
