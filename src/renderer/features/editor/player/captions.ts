/** A line of caption: the words `from`..`to` (exclusive) of the scene. */
export interface CaptionLine {
  readonly from: number;
  readonly to: number;
}

interface TimedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters that fit under a picture in one line; a line rather ends with a clause than full. */
const LONGEST = 52;
const LONG_ENOUGH = 30;
/** A silence that parts lines, seconds. */
const SILENCE = 0.9;

/** Cuts a scene's words into lines that can be read at a glance: at sentence ends, then clauses, then where it is full. */
export function captionLines(words: readonly TimedWord[]): CaptionLine[] {
  const lines: CaptionLine[] = [];
  let from = 0;
  let length = 0;
  words.forEach((word, index) => {
    const next = words[index + 1];
    length += word.text.length + 1;
    const isFull = next !== undefined && length + next.text.length > LONGEST;
    const isOver =
      next === undefined ||
      isFull ||
      /[.!?…]["'”’)\]]*$/u.test(word.text) ||
      (length >= LONG_ENOUGH && /[,;:—–]["'”’)\]]*$/u.test(word.text)) ||
      next.start - word.end >= SILENCE;
    if (!isOver) return;
    lines.push({ from, to: index + 1 });
    from = index + 1;
    length = 0;
  });
  return lines;
}

/** The word that is being said at a moment, or was said last; -1 before the first. */
export function wordAt(words: readonly TimedWord[], seconds: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The line to show at a moment: it stays until the next one begins, and goes when all has been said for a while. */
export function lineAt(
  words: readonly TimedWord[],
  lines: readonly CaptionLine[],
  seconds: number,
): CaptionLine | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || seconds < first.start - 0.25 || seconds > last.end + SILENCE) return undefined;
  const word = Math.max(0, wordAt(words, seconds + 0.1));
  return lines.find((line) => word >= line.from && word < line.to);
}
