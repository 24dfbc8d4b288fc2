/** One stretch of a text, and the words that it became. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What changed between two versions of a text, as the shortest stretch that has all of it. */
function stretchOf(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, words: after.slice(start, after.length - same) };
}

/**
 * Two hands wrote over the same words: gives what both wrote, where that was in different places or both added at one.
 * Where they changed the same words, mine stand: they are being typed.
 */
export function mergeWords(base: string, mine: string, theirs: string): string {
  const [own, other] = [stretchOf(base, mine), stretchOf(base, theirs)];
  const isApart = other.end <= own.start || own.end <= other.start;
  if (!isApart) return mine;
  const [first, last] = other.start <= own.start ? [other, own] : [own, other];
  return (
    base.slice(0, first.start) + first.words + base.slice(first.end, last.start) + last.words + base.slice(last.end)
  );
}

/** Where a place of a text is in its next version: beside the same letters. */
export function movedPlace(before: string, after: string, place: number): number {
  const { start, end, words } = stretchOf(before, after);
  if (place <= start) return place;
  return place >= end ? place + after.length - before.length : start + words.length;
}
