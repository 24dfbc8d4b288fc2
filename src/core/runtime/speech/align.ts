/**
 * Which stretch of a phrase's sounds belongs to which word. espeak writes "in the" as one word (ɪnðə) and "U.S.A." as
 * more: then the words, sounded one by one, are laid along the phrase by least edit cost.
 */

/** A word's sounds within the phrase, [from, to) in symbols. */
export type Span = readonly [from: number, to: number];

/**
 * @param phrase the whole phrase's sounds, with or without spaces where words meet
 * @param words each word's sounds when said alone
 * @returns one span a word, in order, covering the phrase; a word that is swallowed gets an empty span
 */
export function alignWords(phrase: readonly string[], words: readonly (readonly string[])[]): Span[] {
  const alone = words.flatMap((word, index) => word.map((symbol) => ({ symbol, index })));
  const owners = walkBack(phrase, alone, costTable(phrase, alone));
  return toSpans(phrase, owners, words.length);
}

type Owned = { readonly symbol: string; readonly index: number };

const SKIP = 1;
const STRESS = new Set(['ˈ', 'ˌ', 'ː', ' ']);
const VOWEL = /[aeiouɑɐɒæɔəɚɛɜɪʊʌᵊᵻAIOQWY]/u;

/** Changing one vowel into another is cheap: that is what a phrase does to "the" and "to". */
function change(a: string, b: string): number {
  if (a === b) return 0;
  if (VOWEL.test(a) && VOWEL.test(b)) return 0.6;
  return STRESS.has(a) || STRESS.has(b) ? 2 : 1.5;
}

function skip(symbol: string): number {
  return STRESS.has(symbol) ? 0.1 : SKIP;
}

function costTable(phrase: readonly string[], alone: readonly Owned[]): Float32Array {
  const width = alone.length + 1;
  const table = new Float32Array((phrase.length + 1) * width);
  for (let column = 1; column < width; column += 1) {
    table[column] = table[column - 1]! + skip(alone[column - 1]!.symbol);
  }
  for (let row = 1; row <= phrase.length; row += 1) {
    const symbol = phrase[row - 1]!;
    table[row * width] = table[(row - 1) * width]! + skip(symbol);
    for (let column = 1; column < width; column += 1) {
      table[row * width + column] = Math.min(
        table[(row - 1) * width + column - 1]! + change(symbol, alone[column - 1]!.symbol),
        table[(row - 1) * width + column]! + skip(symbol),
        table[row * width + column - 1]! + skip(alone[column - 1]!.symbol),
      );
    }
  }
  return table;
}

/** For every symbol of the phrase the word that it was matched with; undefined where it was matched with none. */
function walkBack(phrase: readonly string[], alone: readonly Owned[], table: Float32Array): (number | undefined)[] {
  const width = alone.length + 1;
  const owners = new Array<number | undefined>(phrase.length).fill(undefined);
  let row = phrase.length;
  let column = alone.length;
  while (row > 0 && column > 0) {
    const here = table[row * width + column]!;
    const symbol = phrase[row - 1]!;
    const other = alone[column - 1]!;
    if (near(here, table[(row - 1) * width + column - 1]! + change(symbol, other.symbol))) {
      owners[row - 1] = other.index;
      row -= 1;
      column -= 1;
    } else if (near(here, table[(row - 1) * width + column]! + skip(symbol))) row -= 1;
    else column -= 1;
  }
  return owners;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-3;
}

/** Symbols between two words' matches go to the later word when they are stress marks, else to the earlier one. */
function toSpans(phrase: readonly string[], owners: readonly (number | undefined)[], count: number): Span[] {
  const starts = new Array<number>(count).fill(-1);
  owners.forEach((owner, position) => {
    if (owner === undefined || starts[owner] !== -1) return;
    let start = position;
    while (start > 0 && owners[start - 1] === undefined && /[ˈˌ]/u.test(phrase[start - 1]!)) start -= 1;
    starts[owner] = start;
  });
  const spans: Span[] = [];
  let end = phrase.length;
  for (let index = count - 1; index >= 0; index -= 1) {
    const start = index === 0 ? 0 : starts[index] === -1 ? end : Math.min(starts[index]!, end);
    spans.unshift([start, end]);
    end = start;
  }
  return spans;
}
