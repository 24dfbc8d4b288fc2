import type { CaptionWord } from './types.ts';

/** Times that only go forward, whatever was given. */
export function inOrder(words: readonly CaptionWord[]): CaptionWord[] {
  let last = 0;
  return words
    .filter(({ text }) => text.trim() !== '')
    .map((word) => {
      const start = Math.max(last, finite(word.start, last));
      const end = Math.max(start, finite(word.end, start));
      last = start;
      return { ...word, start, end };
    });
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
