import { joinPhrases, withoutPhrase, type PromptPhrase } from './phrases.ts';

export interface FittedPrompt {
  readonly prompt: string;
  /** What was left out, the least important first; usually nothing. */
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
  const dropped: string[] = [];
  while (!(await fits(joinPhrases(kept)))) {
    const least = leastOf(kept);
    if (!least) {
      const { prompt, rest } = await cutWords(joinPhrases(kept), fits);
      return { prompt, dropped: [...dropped, rest] };
    }
    const without = withoutPhrase(kept, least);
    kept = without.kept;
    dropped.push(...without.gone.map(({ text }) => text));
  }
  return { prompt: joinPhrases(kept), dropped };
}

function leastOf(phrases: readonly PromptPhrase[]): PromptPhrase | undefined {
  const droppable = phrases.filter(({ rank }) => rank > 0);
  const rank = Math.max(...droppable.map((phrase) => phrase.rank));
  return droppable.findLast((phrase) => phrase.rank === rank);
}

async function cutWords(
  text: string,
  fits: (text: string) => Promise<boolean>,
): Promise<{ readonly prompt: string; readonly rest: string }> {
  const words = text.split(/\s+/u).filter(Boolean);
  // By halves: a text may be ten thousand words long.
  let [least, most] = [0, words.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (await fits(words.slice(0, middle).join(' '))) least = middle;
    else most = middle - 1;
  }
  const prompt = words.slice(0, least).join(' ').replace(/,$/u, '');
  return { prompt, rest: words.slice(least).join(' ') };
}
