/** Where one of those who act stands in a tall picture. */
export interface Stand {
  /** Part of the picture's width; undefined when all stand in one row, which has its own places. */
  readonly across: number | undefined;
  /** How far behind the first row, in thousandths of the picture's measure. */
  readonly behind: number;
  /** A part of the usual size, as the row fits into the width; further back it is smaller. */
  readonly scale: number;
}

/** What somebody usually takes, in thousandths of the picture's measure. */
export interface Usual {
  readonly width: number;
  readonly height: number;
}

/** Between these a row is so far behind the row in front that its faces are seen over those before it. */
const [LEAST_STEP, MOST_STEP] = [190, 310];
/** Where a chin is, as a part of the height from the ground. */
const CHIN = 0.5;
const SMALLER = 0.9;
/** The part of the width that a row may take. */
const FILLED = 0.88;
const LEAST = 0.62;

/**
 * Stands for a tall picture, one for each of `ones`: several rows where one would be too long, the small in front, each row
 * in the gaps of the one before, as for a photograph.
 * @param room the picture's width, in thousandths of its measure
 * @param tall the shape's, 0..1
 */
export function standsOf(ones: readonly Usual[], room: number, tall: number): readonly Stand[] {
  const rows = rowsOf(ones.length, tall > 0.85 ? 2 : 3);
  const order = ones.map((_, index) => index);
  if (rows.length > 1) order.sort((a, b) => ones[a]!.height - ones[b]!.height);
  const stands: Stand[] = [];
  let scale = Infinity;
  let behind = 0;
  let highest = 0;
  for (const [row, length] of rows.entries()) {
    const members = order.splice(0, length);
    const filled = members.reduce((sum, index) => sum + ones[index]!.width, 0);
    scale = Math.max(LEAST, Math.min(scale * SMALLER, mostOf(length, tall), (FILLED * room) / filled));
    const heights = members.map((index) => ones[index]!.height * scale);
    if (row > 0) behind += Math.min(MOST_STEP, Math.max(LEAST_STEP, highest - Math.min(...heights) * CHIN));
    highest = Math.max(...heights);
    for (const [i, index] of members.entries()) {
      const across = rows.length === 1 ? undefined : acrossOf(i, length, rows[row - 1], row);
      stands[index] = { across, behind, scale };
    }
  }
  return stands;
}

function mostOf(length: number, tall: number): number {
  if (length === 1) return 1.14 + 0.24 * tall;
  return length === 2 ? 1.04 + 0.16 * tall : 1 + 0.12 * tall;
}

function acrossOf(index: number, length: number, before: number | undefined, row: number): number {
  if (before === length + 1) return (evenly(index, before) + evenly(index + 1, before)) / 2;
  const aside = before === length ? (row % 2 === 1 ? 0.3 : -0.3) / (length + 0.6) : 0;
  return evenly(index, length) + aside;
}

function evenly(index: number, length: number): number {
  const edge = 0.5 / (length + 0.35);
  return length === 1 ? 0.5 : edge + (index / (length - 1)) * (1 - 2 * edge);
}

function rowsOf(count: number, most: number): readonly number[] {
  if (count <= most) return [count];
  const first = most === 2 && count <= 5 ? 2 : Math.min(4, Math.ceil(count / 2));
  const second = Math.min(4, count - first);
  return count > 8 ? [first, second, count - first - second] : [first, second];
}
