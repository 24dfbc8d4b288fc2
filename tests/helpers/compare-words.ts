import { soundsLike } from './transcribe.ts';

interface Timed {
  readonly text: string;
  readonly start: number;
}

export interface Comparison {
  readonly said: number;
  /** Words put in, left out and changed. */
  readonly errors: number;
  /** Of words that are the same: how far apart their beginnings are, in seconds, sorted. */
  readonly apart: readonly number[];
  /** For people: 'said > heard'. */
  readonly wrong: readonly string[];
}

/** What was said held against what was heard, word by word, by the fewest changes. */
export function compareWords(said: readonly Timed[], heard: readonly Timed[]): Comparison {
  const [a, b] = [soundsOf(said), soundsOf(heard)];
  const costs = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = costs[i - 1]![j - 1]! + Number(a[i - 1]!.text !== b[j - 1]!.text);
      row.push(Math.min(change, costs[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    costs.push(row);
  }
  const apart: number[] = [];
  const wrong: string[] = [];
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0;) {
    const cost = costs[i]![j]!;
    const isSame = i > 0 && j > 0 && a[i - 1]!.text === b[j - 1]!.text;
    if (i > 0 && j > 0 && cost === costs[i - 1]![j - 1]! + Number(!isSame)) {
      [i, j] = [i - 1, j - 1];
      if (isSame) apart.push(Math.abs(a[i]!.start - b[j]!.start));
      else wrong.unshift(`${a[i]!.text} > ${b[j]!.text}`);
    } else if (i > 0 && cost === costs[i - 1]![j]! + 1) wrong.unshift(`${a[--i]!.text} > -`);
    else wrong.unshift(`- > ${b[--j]!.text}`);
  }
  return {
    said: a.length,
    errors: costs[a.length]![b.length]!,
    apart: apart.filter(Number.isFinite).sort((x, y) => x - y),
    wrong,
  };
}

/** A word may be several as it sounds ('sand bank'): the first has its beginning. */
function soundsOf(words: readonly Timed[]): Timed[] {
  return words.flatMap(({ text, start }) =>
    soundsLike(text).map((sound, index) => ({ text: sound, start: index === 0 ? start : Number.NaN })),
  );
}
