/** What two lists of words have in common, in order: the longest common subsequence, whose gaps are what differs. */

type Range = readonly [from: number, to: number];

export interface Run {
  readonly before: Range;
  readonly after: Range;
  readonly isSame: boolean;
}

/** Pairs of words that are compared; beyond them all between the common ends is one difference. */
const MOST_PAIRS = 4e6;

/** Runs that together are both lists whole, same and different ones in turn. Words are the same in any case and with any marks. */
export function sameRuns(before: readonly string[], after: readonly string[]): Run[] {
  const old = before.map(bare);
  const now = after.map(bare);
  const pairs = commonPairs(old, now);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  const differ = (toOld: number, toNow: number): void => {
    if (toOld > i || toNow > j) runs.push({ before: [i, toOld], after: [j, toNow], isSame: false });
  };
  for (const [atOld, atNow] of pairs) {
    differ(atOld, atNow);
    const last = runs.at(-1);
    if (last?.isSame && last.before[1] === atOld && last.after[1] === atNow) {
      runs[runs.length - 1] = { ...last, before: [last.before[0], atOld + 1], after: [last.after[0], atNow + 1] };
    } else runs.push({ before: [atOld, atOld + 1], after: [atNow, atNow + 1], isSame: true });
    [i, j] = [atOld + 1, atNow + 1];
  }
  differ(old.length, now.length);
  return runs;
}

/** A lone mark is only like itself. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word;
}

function commonPairs(old: readonly string[], now: readonly string[]): Range[] {
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - start;
  while (tail < room && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const middle = longestCommon(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
  return [
    ...Array.from({ length: start }, (_, at): Range => [at, at]),
    ...middle.map(([i, j]): Range => [i + start, j + start]),
    ...Array.from({ length: tail }, (_, at): Range => [old.length - tail + at, now.length - tail + at]),
  ];
}

function longestCommon(old: readonly string[], now: readonly string[]): Range[] {
  if (old.length * now.length > MOST_PAIRS) return [];
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: Range[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      pairs.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
