/** Models that lose the thread say things again. Old tales do so too, on purpose: a few words, or someone's cry. */
import type { Check, Finding } from './finding.ts';
import { wordsOf, type CheckedSentence } from './story-text.ts';

/** Shorter ones may come again: 'And so they did.' */
const LONG = 7;
/** Two sentences with so many words in common say the same. */
const ALIKE = 0.85;
/** Share of all runs of six words that were there before: a refrain makes a few per cent, a loop half. */
const MOST_RUNS = 0.12;
const RUN = 6;

export const checkRepetition: Check = ({ text, refrains = [] }) => {
  const allowed = new Set(refrains.map((refrain) => wordsOf(refrain).join(' ')));
  const found: Finding[] = [];
  const earlier: CheckedSentence[] = [];
  for (const sentence of text.sentences) {
    const isRefrain = [...allowed].some((refrain) => refrain !== '' && sentence.words.join(' ').includes(refrain));
    if (!isRefrain && isRepeated(sentence, earlier)) {
      found.push({ kind: 'repetition', message: `It says twice: ${shorten(sentence.text)}`, scene: sentence.scene });
    }
    earlier.push(sentence);
  }
  if (found.length === 0 && repeatedRuns(text.sentences, allowed) > MOST_RUNS) {
    found.push({ kind: 'repetition', message: 'It says the same things again and again.' });
  }
  return found;
};

function isRepeated(sentence: CheckedSentence, earlier: readonly CheckedSentence[]): boolean {
  const { words } = sentence;
  const before = earlier.at(-1);
  // Said twice in a row it is a stutter, however short, but for calls within quotes.
  if (before && words.length >= 4 && !isQuoted(sentence) && before.words.join(' ') === words.join(' ')) return true;
  // What is said aloud is said again by right: to wolves, kings and doors.
  if (words.length < LONG || isQuoted(sentence)) return false;
  return earlier.some(
    (other) => other.words.length >= LONG && !isQuoted(other) && likeness(words, other.words) >= ALIKE,
  );
}

function isQuoted({ text }: CheckedSentence): boolean {
  return /["“”„«»]/u.test(text);
}

/** Dice's coefficient of the pairs of words that follow each other. */
function likeness(left: readonly string[], right: readonly string[]): number {
  if (Math.min(left.length, right.length) / Math.max(left.length, right.length) < 0.7) return 0;
  const pairs = (words: readonly string[]) => words.slice(1).map((word, index) => `${words[index]!} ${word}`);
  const known = new Set(pairs(left));
  const others = pairs(right);
  const common = others.filter((pair) => known.has(pair)).length;
  return (2 * common) / (known.size + others.length);
}

function repeatedRuns(sentences: readonly CheckedSentence[], allowed: ReadonlySet<string>): number {
  const words = sentences
    .filter((each) => !isQuoted(each) && !allowed.has(each.words.join(' ')))
    .flatMap((each) => each.words);
  const seen = new Set<string>();
  let again = 0;
  const count = words.length - RUN + 1;
  for (let index = 0; index < count; index += 1) {
    const run = words.slice(index, index + RUN).join(' ');
    if (seen.has(run)) again += 1;
    seen.add(run);
  }
  return count < 40 ? 0 : again / count;
}

export function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77).trimEnd()}…`;
}
