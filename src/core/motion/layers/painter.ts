import type { Kernel } from '../kernel.ts';
import type { Size } from '../layout.ts';
import type { View } from '../path.ts';
import type { SharedMemory } from '../web-assembly.ts';
import { type Coverage, EVERYTHING, NOTHING } from './coverage.ts';
import { CHROMA_MARGIN, LAYER_MARGIN, type LayeredLayout, type LayerLayout, TILE } from './layout.ts';

/** What the kernel's filter and chroma's wider pixels look at beyond a tile, in samples. */
const SUPPORT = 6;

export interface LayerView {
  readonly view: View;
  /** How far a layer that wraps has drifted to the right, in parts of the picture's width. */
  readonly drift: number;
  /** 0..1. */
  readonly opacity: number;
}

/** Renders layers over each other: `(views, target) => void`, a view for each layer, `target` the frame's address. */
export type LayerPainter = (views: readonly LayerView[], target: number) => void;

/** Of a drawing whose planes are written. */
export function createLayerPainter(
  kernel: Kernel,
  memory: SharedMemory,
  source: LayeredLayout,
  coverages: readonly Coverage[],
  frame: Size,
  taps: number,
): LayerPainter {
  const { width, height } = frame;
  const columns = tileStarts(width);
  const rows = tileStarts(height);
  const layers = source.layers.map((layer, index) => new AimedLayer(memory, source, layer, coverages[index]!));
  const seen: AimedLayer[] = [];
  return (views, target) => {
    for (const [index, layer] of layers.entries()) layer.aim(kernel, views[index]!, frame, taps, columns, rows);
    for (const [row, y] of rows.entries()) {
      for (const [column, x] of columns.entries()) {
        // From the front backwards, until nothing behind can be seen.
        let covered = false;
        for (let index = layers.length - 1; index >= 0 && !covered; index -= 1) {
          const cover = layers[index]!.coverOf(column, row);
          if (cover === NOTHING) continue;
          seen.push(layers[index]!);
          covered = cover === EVERYTHING;
        }
        for (let first = 1; seen.length > 0; first = 0) {
          const { record } = seen.pop()!;
          kernel.paintTile(record, target, width, height, column, x, y, first, taps, source.scratch);
        }
      }
    }
  };
}

/** Where the tiles of a row or column begin; the last overlaps the one before when they do not fill the frame. */
function tileStarts(length: number): number[] {
  return Array.from({ length: Math.ceil(length / TILE) }, (_, index) => Math.min(index * TILE, length - TILE));
}

/** A layer as one frame sees it: where its samples lie under the frame's tiles. */
class AimedLayer {
  readonly record: number;
  readonly #source: LayeredLayout;
  readonly #layer: LayerLayout;
  readonly #coverage: Coverage;
  readonly #start: Float64Array;
  readonly #opacity: Int32Array;
  #lefts: number[] = [];
  #tops: number[] = [];
  #across = 0;
  #down = 0;
  #hidden = false;

  constructor(memory: SharedMemory, source: LayeredLayout, layer: LayerLayout, coverage: Coverage) {
    this.record = layer.record;
    this.#source = source;
    this.#layer = layer;
    this.#coverage = coverage;
    this.#start = new Float64Array(memory.buffer, layer.record, 2);
    const { luma, alpha, chroma, chromaAlpha, stride, chromaStride, plan, chromaPlan } = layer;
    const fields = [
      luma,
      alpha,
      ...chroma,
      chromaAlpha,
      stride,
      chromaStride,
      plan,
      chromaPlan,
      LAYER_MARGIN,
      CHROMA_MARGIN,
    ];
    new Int32Array(memory.buffer, layer.record + 16, fields.length).set(fields);
    this.#opacity = new Int32Array(memory.buffer, layer.record + 60, 1);
  }

  aim(
    kernel: Kernel,
    { view, drift, opacity }: LayerView,
    frame: Size,
    taps: number,
    columns: readonly number[],
    rows: readonly number[],
  ): void {
    const { picture } = this.#source;
    const { box, content, wraps, plan, chromaPlan } = this.#layer;
    const [scaleX, scaleY] = [content.width / box.width, content.height / box.height];
    const stepX = ((view.width * picture.width) / frame.width) * scaleX;
    const stepY = ((view.height * picture.height) / frame.height) * scaleY;
    const shift = (view.x - drift) * picture.width - box.x;
    const left = wraps ? ((shift % box.width) + box.width) % box.width : shift;
    const startX = left * scaleX + stepX / 2 - 0.5;
    const startY = (view.y * picture.height - box.y) * scaleY + stepY / 2 - 0.5;
    this.#opacity[0] = Math.round(32_767 * opacity);
    this.#hidden = opacity === 0;
    this.#start[0] = startY;
    this.#start[1] = stepY;
    this.#lefts = columns.map((x) => Math.floor(startX + stepX * x) - SUPPORT);
    this.#tops = rows.map((y) => Math.floor(startY + stepY * y) - SUPPORT);
    this.#across = Math.ceil(stepX * TILE) + 2 * SUPPORT;
    this.#down = Math.ceil(stepY * TILE) + 2 * SUPPORT;
    kernel.planTiles(plan, frame.width, TILE, startX, stepX, taps);
    kernel.planTiles(chromaPlan, frame.width / 2, TILE / 2, startX / 2, stepX, taps);
  }

  coverOf(column: number, row: number): number {
    if (this.#hidden) return NOTHING;
    const left = this.#lefts[column]!;
    const top = this.#tops[row]!;
    return this.#coverage.between(left, top, left + this.#across, top + this.#down);
  }
}
