import { CLEAR, FULL } from './planes.ts';
import { LAYER_MARGIN, type LayerLayout } from './layout.ts';

/** What a layer is within a box. */
export const NOTHING = 0;
const SOMETHING = 1;
export const EVERYTHING = 2;

/** Samples of a cell's side: what is told apart. */
const CELL_SHIFT = 3;

/** Where a layer is transparent, where opaque; found in a few steps for a box of any size (summed-area tables). */
export interface Coverage {
  /** NOTHING, SOMETHING or EVERYTHING between these samples of the layer, ends included. */
  between(left: number, top: number, right: number, bottom: number): number;
}

/** Of a layer whose alpha plane is written. */
export function measureCoverage(bytes: Uint8Array, layout: LayerLayout): Coverage {
  if (layout.opaque) return { between: () => EVERYTHING };
  const width = layout.size.width + 2 * LAYER_MARGIN;
  const height = layout.size.height + 2 * LAYER_MARGIN;
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  const pitch = columns + 1;
  const inked = new Int32Array(pitch * (rows + 1));
  const open = new Int32Array(pitch * (rows + 1));
  const most = new Uint8Array(columns);
  const least = new Uint8Array(columns);
  for (let row = 0; row < rows; row += 1) {
    most.fill(0);
    least.fill(255);
    for (let y = row * 8; y < Math.min(height, row * 8 + 8); y += 1) {
      const from = layout.alpha + y * layout.stride;
      for (let x = 0; x < width; x += 1) {
        const alpha = bytes[from + x]!;
        const cell = x >> CELL_SHIFT;
        if (alpha > most[cell]!) most[cell] = alpha;
        if (alpha < least[cell]!) least[cell] = alpha;
      }
    }
    let [inkSum, openSum] = [0, 0];
    for (let column = 0; column < columns; column += 1) {
      if (most[column]! > CLEAR) inkSum += 1;
      if (least[column]! < FULL) openSum += 1;
      const at = (row + 1) * pitch + column + 1;
      inked[at] = inked[at - pitch]! + inkSum;
      open[at] = open[at - pitch]! + openSum;
    }
  }
  const sum = (table: Int32Array, left: number, top: number, right: number, bottom: number) =>
    table[bottom * pitch + right]! -
    table[top * pitch + right]! -
    table[bottom * pitch + left]! +
    table[top * pitch + left]!;
  return {
    between: (left, top, right, bottom) => {
      const firstColumn = Math.max(0, (left + LAYER_MARGIN) >> CELL_SHIFT);
      const firstRow = Math.max(0, (top + LAYER_MARGIN) >> CELL_SHIFT);
      const lastColumn = Math.min(columns, ((right + LAYER_MARGIN) >> CELL_SHIFT) + 1);
      const lastRow = Math.min(rows, ((bottom + LAYER_MARGIN) >> CELL_SHIFT) + 1);
      if (firstColumn >= lastColumn || firstRow >= lastRow) return NOTHING;
      if (sum(inked, firstColumn, firstRow, lastColumn, lastRow) === 0) return NOTHING;
      return sum(open, firstColumn, firstRow, lastColumn, lastRow) === 0 ? EVERYTHING : SOMETHING;
    },
  };
}
