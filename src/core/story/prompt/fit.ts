import { joinPhrases, type PromptPhrase } from './phrases.ts';

export interface FittedPrompt {
  readonly prompt: string;
  /** What was left out, in the order of the prompt; usually nothing. */
  readonly dropped: readonly string[];
}

/**
 * A prompt that is no longer than a text encoder reads: what matters least is left out, phrase by phrase, and of what then is
 * still too long the last words. A word is never cut.
 * @param window tokens; of CLIP 75 of its 77, without the beginning and the end
 * @param countTokens as the encoder's tokenizer cuts a text
 */
export async function fitPrompt(
  phrases: readonly PromptPhrase[],
  window: number,
  countTokens: (text: string) => Promise<number>,
): Promise<FittedPrompt> {
  const fits = async (text: string): Promise<boolean> => (await countTokens(text)) <= window;
  let kept = phrases;
  while (!(await fits(joinPhrases(kept)))) {
    const least = leastOf(kept);
    if (!least) return cutWords(kept, phrases, fits);
    kept = kept.filter((phrase) => phrase !== least);
  }
  return { prompt: joinPhrases(kept), dropped: textsOf(phrases, kept) };
}

function leastOf(phrases: readonly PromptPhrase[]): PromptPhrase | undefined {
  const droppable = phrases.filter(({ rank }) => rank > 0);
  const rank = Math.max(...droppable.map((phrase) => phrase.rank));
  return droppable.findLast((phrase) => phrase.rank === rank);
}

async function cutWords(
  kept: readonly PromptPhrase[],
  all: readonly PromptPhrase[],
  fits: (text: string) => Promise<boolean>,
): Promise<FittedPrompt> {
  const words = joinPhrases(kept).split(/\s+/u).filter(Boolean);
  // By halves: a text may be ten thousand words long.
  let [least, most] = [0, words.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (await fits(words.slice(0, middle).join(' '))) least = middle;
    else most = middle - 1;
  }
  const prompt = words.slice(0, least).join(' ').replace(/,$/u, '');
  return { prompt, dropped: [words.slice(least).join(' '), ...textsOf(all, kept)] };
}

function textsOf(all: readonly PromptPhrase[], kept: readonly PromptPhrase[]): string[] {
  const there = new Set(kept);
  return all.filter((phrase) => !there.has(phrase)).map(({ text }) => text);
}
