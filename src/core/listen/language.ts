import type { LanguageInput } from './stages.ts';

export interface LanguageChoice {
  /** As Whisper writes it: 'en', 'de'. */
  readonly language: string;
  readonly notices: readonly string[];
}

/** Below this it may as well be another one. */
const SURE = 0.5;

type Probable = readonly (readonly [language: string, probability: number])[];

/** The language that was asked for, else the one that is the most probable in the recording's first windows together. */
export async function chooseLanguage<Sample extends Pick<LanguageInput, 'samples'>>(
  asked: string | undefined,
  windows: readonly Sample[],
  probable: (window: Sample) => Promise<Probable>,
): Promise<LanguageChoice> {
  if (asked !== undefined) return { language: asked, notices: [] };
  const sums = new Map<string, number>();
  let weights = 0;
  for (const window of windows) {
    const weight = window.samples.length;
    weights += weight;
    for (const [language, probability] of await probable(window)) {
      sums.set(language, (sums.get(language) ?? 0) + probability * weight);
    }
  }
  const [best, sum] = [...sums].sort(([, a], [, b]) => b - a)[0] ?? ['en', 0];
  const isSure = sum / Math.max(1, weights) >= SURE;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(best) ?? best;
  const notice = `It is not certain which language is spoken: it was taken for ${name}. If that is wrong, set the language.`;
  return { language: best, notices: isSure ? [] : [notice] };
}
