/** RGB to luma and chroma of HD video (ITU-R BT.709, 16..235), premultiplied, in planes that are padded for the kernel. */
import { LAYER_MARGIN, type LayerLayout } from './layout.ts';
import type { Pixels } from './pixels.ts';

/** Sixteen fraction bits. */
const ONE = 65_536;
const RED = Math.round(((0.2126 * 219) / 255) * ONE);
const GREEN = Math.round(((0.7152 * 219) / 255) * ONE);
const BLUE = Math.round(((0.0722 * 219) / 255) * ONE);
const BLACK = Math.round((16 / 255) * ONE);
const FROM_BLUE = ((224 / 255) * ONE) / 1.8556;
const FROM_RED = ((224 / 255) * ONE) / 1.5748;

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
  const { size, stride, chromaStride, chroma, opaque } = layout;
  const columns = lookUp(size.width, LAYER_MARGIN, pixels.width, layout.wraps, edges.left, edges.right);
  const rows = lookUp(size.height, LAYER_MARGIN, pixels.height, false, edges.top, edges.bottom);
  const { rgba } = pixels;
  for (const [index, row] of rows.entries()) {
    const luma = layout.luma + index * stride;
    const alpha = layout.alpha + index * stride;
    if (row < 0) {
      bytes.fill(0, luma, luma + stride);
      if (!opaque) bytes.fill(0, alpha, alpha + stride);
      continue;
    }
    const from = row * pixels.width;
    for (let x = 0; x < columns.length; x += 1) {
      const column = columns[x]!;
      if (column < 0) {
        bytes[luma + x] = 0;
        if (!opaque) bytes[alpha + x] = 0;
        continue;
      }
      const at = (from + column) * 4;
      const opacity = rgba[at + 3]!;
      const sum = RED * rgba[at]! + GREEN * rgba[at + 1]! + BLUE * rgba[at + 2]! + BLACK * opacity;
      bytes[luma + x] = (sum + ONE / 2) >> 16;
      if (!opaque) bytes[alpha + x] = opacity;
    }
  }
  // Chroma: the row of two luma rows, the column around the left one of two: 1 2 1.
  const half = LAYER_MARGIN;
  for (let y = -half; y < size.height / 2 + half; y += 1) {
    const target = (y + half) * chromaStride;
    const upper = rowAt(rows, 2 * y) * pixels.width;
    const lower = rowAt(rows, 2 * y + 1) * pixels.width;
    for (let x = -half; x < size.width / 2 + half; x += 1) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (let step = -1; step <= 1; step += 1) {
        const column = rowAt(columns, 2 * x + step);
        if (column < 0) continue;
        const weight = step === 0 ? 2 : 1;
        for (const row of [upper, lower]) {
          if (row < 0) continue;
          const at = (row + column) * 4;
          red += rgba[at]! * weight;
          green += rgba[at + 1]! * weight;
          blue += rgba[at + 2]! * weight;
          opacity += rgba[at + 3]! * weight;
        }
      }
      const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      const into = target + x + half;
      bytes[chroma[0] + into] = 128 + Math.round(((blue - light) * FROM_BLUE) / (8 * ONE));
      bytes[chroma[1] + into] = 128 + Math.round(((red - light) * FROM_RED) / (8 * ONE));
      if (!opaque) bytes[layout.chromaAlpha + into] = (opacity + 4) >> 3;
    }
  }
}

/** For each kept sample, margins included, the content's column or row that it shows; -1 for nothing. */
function lookUp(kept: number, margin: number, content: number, wraps: boolean, first: boolean, last: boolean) {
  return Int32Array.from({ length: kept + 2 * margin }, (_, index) => {
    const at = index - margin;
    if (wraps) return ((at % content) + content) % content;
    if (at < 0) return first ? 0 : -1;
    if (at >= content) return last ? content - 1 : -1;
    return at;
  });
}

function rowAt(map: Int32Array, sample: number): number {
  return map[Math.min(Math.max(sample + LAYER_MARGIN, 0), map.length - 1)]!;
}
