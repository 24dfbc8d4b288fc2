import type { Reserve, Size } from '../layout.ts';
import type { Box } from '../path.ts';
import { BLOCK } from '../taps.ts';

/** Pixels of a tile's side (TILE in kernel/tiles.as). */
export const TILE = 32;
/** Samples by which a layer's planes are padded: a tile that lies across the layer's edge looks beyond it. */
export const LAYER_MARGIN = 64;
export const CHROMA_MARGIN = LAYER_MARGIN / 2;
/** Above this step from one pixel to the next a tile would need more rows than the kernel has room for, or more margin. */
export const MOST_STEP = 1.6;

/** One plane of depth: what is drawn in it moves as one. */
export interface LayerPlan {
  /** The pictures (RGBA PNG) that are laid over each other, back to front, each where it lies in the whole picture (pixels). */
  readonly parts: readonly { readonly path: string; readonly box: Box }[];
  /** Around all of them. */
  readonly box: Box;
  /** How much of the camera's move it takes part in: 0 none, 1 all. */
  readonly nearness: number;
  /** Nothing behind it is ever seen. */
  readonly opaque: boolean;
  /** It repeats sideways every `box.width`, and drifts. */
  readonly wraps: boolean;
  /** It is seen for moments only: lightning. */
  readonly flashes: boolean;
}

export interface LayeredSource {
  readonly kind: 'layers';
  /** The whole picture's. */
  readonly picture: Size;
  /** Samples that are kept of each of its pixels, 1 or less. */
  readonly scale: number;
  /** Back to front; the first is opaque and as large as the picture. */
  readonly layers: readonly LayerPlan[];
}

export interface LayerLayout extends LayerPlan {
  /** The samples that the box is scaled to. */
  readonly content: Size;
  /** Samples as they are kept: the content, repeated if it wraps, and even. */
  readonly size: Size;
  readonly stride: number;
  readonly chromaStride: number;
  /** Addresses of padded planes; an opaque layer has no alpha. */
  readonly luma: number;
  readonly alpha: number;
  readonly chroma: readonly [number, number];
  readonly chromaAlpha: number;
  /** The kernel's plans of all tiles of a row. */
  readonly plan: number;
  readonly chromaPlan: number;
  /** What the kernel is told of the layer for a frame. */
  readonly record: number;
}

export interface LayeredLayout extends Omit<LayeredSource, 'layers'> {
  readonly layers: readonly LayerLayout[];
  /** The kernel's working space for a tile. */
  readonly scratch: number;
}

const SCRATCH_BYTES = 8192;
const RECORD_BYTES = 64;

/** Room for a drawing's layers. */
export function layoutLayers({ layers, ...source }: LayeredSource, frame: Size, reserve: Reserve): LayeredLayout {
  const tiles = Math.ceil(frame.width / TILE);
  const scratch = reserve(SCRATCH_BYTES);
  return {
    ...source,
    scratch,
    layers: layers.map((plan): LayerLayout => {
      const content = scaled(plan.box, source.scale);
      // One that wraps is kept a picture wider: wherever its seam lies, a view finds it in one piece.
      const more = plan.wraps ? scaled(source.picture, source.scale).width : 0;
      const size = { width: even(content.width + more), height: even(content.height) };
      const [stride, rows] = padded(size.width, size.height, LAYER_MARGIN);
      const [chromaStride, chromaRows] = padded(size.width / 2, size.height / 2, CHROMA_MARGIN);
      const alphas = plan.opaque ? 0 : 1;
      return {
        ...plan,
        content,
        size,
        stride,
        chromaStride,
        luma: reserve(stride * rows),
        alpha: reserve(stride * rows * alphas),
        chroma: [reserve(chromaStride * chromaRows), reserve(chromaStride * chromaRows)],
        chromaAlpha: reserve(chromaStride * chromaRows * alphas),
        plan: reserve(tiles * (TILE / 8) * BLOCK),
        chromaPlan: reserve(tiles * (TILE / 16) * BLOCK),
        record: reserve(RECORD_BYTES),
      };
    }),
  };
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}

function padded(width: number, height: number, margin: number): [stride: number, rows: number] {
  return [Math.ceil((width + 2 * margin) / 64) * 64, height + 2 * margin];
}
