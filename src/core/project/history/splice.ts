/** The one place in which two texts or lists differ: what is cut out there, and what is put in. */
export interface Splice<Sequence> {
  readonly at: number;
  readonly out: Sequence;
  readonly in: Sequence;
}

interface Sliceable<Sequence> {
  readonly length: number;
  slice(start: number, end?: number): Sequence;
}

/** By what they have in common at their beginnings and ends. Texts are compared by UTF-16 unit, which JSON keeps. */
export function spliceBetween<Sequence extends Sliceable<Sequence> & ArrayLike<string>>(
  before: Sequence,
  after: Sequence,
): Splice<Sequence> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at: start, out: before.slice(start, before.length - end), in: after.slice(start, after.length - end) };
}

/** Undefined when `splice` does not fit: what it would cut out is not there. */
export function spliceText(text: string, { at, out, in: put }: Splice<string>): string | undefined {
  return text.startsWith(out, at) ? text.slice(0, at) + put + text.slice(at + out.length) : undefined;
}

/** Undefined when `splice` does not fit. */
export function spliceList(list: readonly string[], splice: Splice<readonly string[]>): string[] | undefined {
  const { at, out, in: put } = splice;
  return out.every((one, index) => list[at + index] === one) ? list.toSpliced(at, out.length, ...put) : undefined;
}

export function inverseSplice<Sequence>({ at, out, in: put }: Splice<Sequence>): Splice<Sequence> {
  return { at, out: put, in: out };
}
