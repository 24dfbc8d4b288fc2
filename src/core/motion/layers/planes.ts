/** RGB to luma and chroma of HD video (ITU-R BT.709, 16..235), premultiplied, in planes that are padded for the kernel. */
import { LAYER_MARGIN, type LayerLayout } from './layout.ts';
import type { Pixels } from './pixels.ts';

/** What luma is premultiplied from, and how alpha is kept (kernel/tiles.as). */
const BLACK = 16;
export const CLEAR = 16;
export const FULL = 240;
/** Sixteen fraction bits. */
const ONE = 65_536;
const RED = Math.round(((0.2126 * 219) / 255) * ONE);
const GREEN = Math.round(((0.7152 * 219) / 255) * ONE);
const BLUE = Math.round(((0.0722 * 219) / 255) * ONE);
const OF_ALPHA = Math.round(((FULL - CLEAR) / 255) * ONE);
/** From the differences of blue and of red to luma, each eight times, to chroma. */
const FROM_BLUE = 224 / 255 / 1.8556 / 8;
const FROM_RED = 224 / 255 / 1.5748 / 8;

/**
 * Writes a layer's planes into the shared memory.
 * @param pixels premultiplied, of the layout's `content`
 * @param edges on which the picture ends where the layer ends: there its last samples are repeated; elsewhere there is nothing
 */
export function writePlanes(
  bytes: Uint8Array,
  layout: LayerLayout,
  pixels: Pixels,
  edges: { readonly left: boolean; readonly top: boolean; readonly right: boolean; readonly bottom: boolean },
): void {
  const { size, wraps } = layout;
  const columns = lookUp(size.width, pixels.width, wraps, edges.left, edges.right);
  const rows = lookUp(size.height, pixels.height, false, edges.top, edges.bottom);
  for (let index = 0; index < rows.length; index += 1) writeLuma(bytes, layout, pixels, columns, rows[index]!, index);
  const sums = new Int32Array(4 * (columns.length + 1));
  for (let index = 0; index < rows.length / 2; index += 1) {
    // Chroma lies between two rows.
    sums.fill(0);
    addRow(sums, pixels, columns, rows[2 * index]!);
    addRow(sums, pixels, columns, rows[2 * index + 1]!);
    writeChroma(bytes, layout, sums, columns.length / 2, index);
  }
}

function writeLuma(
  bytes: Uint8Array,
  { luma, alpha, stride, opaque }: LayerLayout,
  { width, words }: Pixels,
  columns: Int32Array,
  row: number,
  index: number,
): void {
  const into = luma + index * stride;
  const alphaInto = alpha + index * stride;
  bytes.fill(BLACK, into, into + stride);
  if (!opaque) bytes.fill(CLEAR, alphaInto, alphaInto + stride);
  if (row < 0) return;
  for (let x = 0; x < columns.length; x += 1) {
    const column = columns[x]!;
    if (column < 0) continue;
    const word = words[row * width + column]!;
    if (word === 0) continue;
    const light = RED * (word & 255) + GREEN * ((word >> 8) & 255) + BLUE * ((word >> 16) & 255);
    bytes[into + x] = BLACK + ((light + ONE / 2) >> 16);
    if (!opaque) bytes[alphaInto + x] = CLEAR + ((OF_ALPHA * (word >>> 24) + ONE / 2) >> 16);
  }
}

/** Adds a row's colours: four sums for each kept column, after four for what is left of the first. */
function addRow(sums: Int32Array, { width, words }: Pixels, columns: Int32Array, row: number): void {
  if (row < 0) return;
  for (let x = 0; x < columns.length; x += 1) {
    const column = columns[x]!;
    if (column < 0) continue;
    const word = words[row * width + column]!;
    if (word === 0) continue;
    const into = x * 4 + 4;
    sums[into] = sums[into]! + (word & 255);
    sums[into + 1] = sums[into + 1]! + ((word >> 8) & 255);
    sums[into + 2] = sums[into + 2]! + ((word >> 16) & 255);
    sums[into + 3] = sums[into + 3]! + (word >>> 24);
  }
}

/** Chroma lies level with the left of two columns: it is that one's twice, and those beside it. */
function writeChroma(
  bytes: Uint8Array,
  { chroma, chromaAlpha, chromaStride, opaque }: LayerLayout,
  sums: Int32Array,
  columns: number,
  index: number,
): void {
  const blueInto = chroma[0] + index * chromaStride;
  const redInto = chroma[1] + index * chromaStride;
  const alphaInto = chromaAlpha + index * chromaStride;
  for (let x = 0; x < columns; x += 1) {
    const left = x * 8;
    const middle = left + 4;
    const right = left + 8;
    const red = sums[left]! + 2 * sums[middle]! + sums[right]!;
    const green = sums[left + 1]! + 2 * sums[middle + 1]! + sums[right + 1]!;
    const blue = sums[left + 2]! + 2 * sums[middle + 2]! + sums[right + 2]!;
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    bytes[blueInto + x] = (128.5 + (blue - light) * FROM_BLUE) | 0;
    bytes[redInto + x] = (128.5 + (red - light) * FROM_RED) | 0;
    if (opaque) continue;
    const opacity = sums[left + 3]! + 2 * sums[middle + 3]! + sums[right + 3]!;
    bytes[alphaInto + x] = CLEAR + ((OF_ALPHA * opacity + 4 * ONE) >> 19);
  }
}

/** For each kept sample, margins included, the content's column or row that it shows; -1 for nothing. */
function lookUp(kept: number, content: number, wraps: boolean, first: boolean, last: boolean): Int32Array {
  return Int32Array.from({ length: kept + 2 * LAYER_MARGIN }, (_, index) => {
    const at = index - LAYER_MARGIN;
    if (wraps) return ((at % content) + content) % content;
    if (at < 0) return first ? 0 : -1;
    if (at >= content) return last ? content - 1 : -1;
    return at;
  });
}
