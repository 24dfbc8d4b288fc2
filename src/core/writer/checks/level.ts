/** Whether the words suit the age, by length of sentences and words (Kincaid et al. 1975, "Derivation of New Readability Formulas"). */
import type { Age } from '../../../shared/writing.ts';
import type { Check } from './finding.ts';
import type { StoryText } from './story-text.ts';

/** Read aloud, children follow more than they could read: the limits are well above their own reading. */
const HARDEST: Readonly<Record<Age, { readonly grade: number; readonly words: number }>> = {
  '3-5': { grade: 7.5, words: 18.5 },
  '6-8': { grade: 9.5, words: 24 },
  '9-12': { grade: 12, words: 30 },
};

export const checkLevel: Check = ({ text, request, idea }) => {
  if (text.sentences.length < 3 || idea?.language !== 'en') return [];
  const { grade, words } = readingLevel(text);
  const hardest = HARDEST[request.age];
  if (grade <= hardest.grade && words <= hardest.words) return [];
  const facts = `${words.toFixed(0)} words a sentence, reading grade ${grade.toFixed(1)}`;
  return [{ kind: 'level', message: `It is hard to follow at ${request.age} years: ${facts}.` }];
};

/** `words`: the mean of a sentence. */
function readingLevel({ sentences }: Pick<StoryText, 'sentences'>): { grade: number; words: number } {
  const all = sentences.flatMap(({ words }) => words);
  const words = all.length / Math.max(1, sentences.length);
  const syllables = all.reduce((sum, word) => sum + syllablesOf(word), 0) / Math.max(1, all.length);
  return { grade: 0.39 * words + 11.8 * syllables - 15.59, words };
}

/** Groups of vowels, without silent endings. */
function syllablesOf(word: string): number {
  const bare = word
    .replaceAll(/[^a-z]/gu, '')
    .replace(/(?<=[a-z]{2})(?:(?<![td])ed|(?<![sxz]|[cs]h|[cg])es|(?<!l)e)$/u, '');
  return Math.max(1, bare.match(/[aeiouy]+/gu)?.length ?? 1);
}
