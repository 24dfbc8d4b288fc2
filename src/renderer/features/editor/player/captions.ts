/** What stands under the picture at once: the words `from`..`to` (exclusive) of the scene, in one line or two. */
export interface CaptionLine {
  readonly from: number;
  readonly to: number;
}

interface TimedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters that are read at a glance: two lines of the usual 42. */
const LONGEST = 84;
/** A silence that parts captions, seconds. */
const SILENCE = 0.9;

/** Cuts a scene's words into captions: one to a sentence, a long sentence into parts of like length that end with a clause. */
export function captionLines(words: readonly TimedWord[]): CaptionLine[] {
  return sentencesOf(words).flatMap((sentence) => partsOf(words, sentence));
}

function sentencesOf(words: readonly TimedWord[]): CaptionLine[] {
  const sentences: CaptionLine[] = [];
  let from = 0;
  words.forEach((word, index) => {
    const next = words[index + 1];
    const isOver = next === undefined || /[.!?…]["'”’)\]]*$/u.test(word.text) || next.start - word.end >= SILENCE;
    if (!isOver) return;
    sentences.push({ from, to: index + 1 });
    from = index + 1;
  });
  return sentences;
}

function partsOf(words: readonly TimedWord[], { from, to }: CaptionLine): CaptionLine[] {
  const length = lengthOf(words, from, to);
  if (length <= LONGEST || to - from < 2) return [{ from, to }];
  const target = length / Math.ceil(length / LONGEST);
  let best = from + 1;
  let least = Infinity;
  for (let cut = from + 1; cut < to; cut++) {
    const part = lengthOf(words, from, cut);
    if (part > LONGEST) break;
    // A clause's end is worth as much as half a part.
    const isClause = /[,;:—–]["'”’)\]]*$/u.test(words[cut - 1]!.text);
    const cost = Math.abs(part - target) - (isClause ? target / 2 : 0);
    if (cost < least) [best, least] = [cut, cost];
  }
  return [{ from, to: best }, ...partsOf(words, { from: best, to })];
}

function lengthOf(words: readonly TimedWord[], from: number, to: number): number {
  return words.slice(from, to).reduce((sum, word) => sum + word.text.length + 1, -1);
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

/** The caption to show at a moment: it stays until the next one begins, and goes when all has been said for a while. */
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
