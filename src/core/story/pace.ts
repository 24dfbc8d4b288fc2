/**
 * How long a text takes to read aloud. Measured on Kokoro's voices at speed 1 (14.5 characters a second, pauses
 * included): bare speech is a little faster, and the pauses are added by what the punctuation asks for.
 */
const CHARACTERS_PER_SECOND = 16;
/** Any script's letters; a Chinese or Japanese sign is a syllable or two, as long as three or four letters. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const WIDE_FACTOR = 3;

const PAUSES: readonly (readonly [RegExp, number])[] = [
  [/\n\s*\n/gu, 0.4],
  [/[.!?…。！？]+/gu, 0.3],
  [/[,;:—–、，；：]/gu, 0.15],
];

/** Seconds at speed 1; a pure estimate that planning uses before anything is narrated. */
export function estimateSeconds(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const letters = text.length + wide * (WIDE_FACTOR - 1);
  const pauses = PAUSES.reduce((sum, [mark, seconds]) => sum + (text.match(mark)?.length ?? 0) * seconds, 0);
  return letters / CHARACTERS_PER_SECOND + pauses;
}
