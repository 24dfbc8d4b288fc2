import type { Style } from '../../shared/story.ts';
import type { Sprite } from './paint/blit.ts';
import { toSprite } from './paint/blit.ts';
import type { Surface } from './paint/surface.ts';

/** How a style treats what is drawn: things one by one, then every layer as a whole. */
export interface StyleTreatment {
  /** Each thing gets the white edge and the flat colours of cut paper. */
  readonly cutOut: boolean;
  finish(layer: Surface, paper: Paper): void;
  /** By how many pixels it may move a small thing, at a scale of 1. */
  readonly moves: number;
}

/** How the paper lies under a layer: all layers of a picture have the same grain. */
export interface Paper {
  /** By how many pixels the layer begins left of the picture. */
  readonly left: number;
  /** The size of the grain and of all that water does: 1 up to a film of 1080 lines, 2 in one of 2160. */
  readonly scale: number;
}

/** The shorter side of the drawings for a film of 1080 lines. */
const USUAL = 1216;

export function paperFor(width: number, height: number): Paper {
  return { left: 0, scale: Math.max(1, Math.min(width, height) / USUAL) };
}

/** Where a layer's columns (or rows) lie on the paper, in units of the usual grain. */
function onPaper(length: number, before: number, scale: number): Int32Array {
  return Int32Array.from({ length }, (_, i) => Math.floor((i - before) / scale));
}

type Rgb = readonly [number, number, number];

/** Saturation, contrast about `pivot` (0..1), then a mix towards a tint. Works on premultiplied pixels. */
function grade(layer: Surface, saturation: number, contrast: number, pivot: number, tint: Rgb, part: number): void {
  const { pixels } = layer;
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3]!;
    if (alpha === 0) continue;
    const r = pixels[i]!;
    const g = pixels[i + 1]!;
    const b = pixels[i + 2]!;
    const grey = r * 0.3 + g * 0.59 + b * 0.11;
    const keep = contrast * (1 - part);
    const base = (alpha * pivot * (1 - contrast) + grey * (1 - saturation) * contrast) * (1 - part) + 0.5;
    const toned = (alpha * part) / 255;
    const red = base + r * saturation * keep + tint[0] * toned;
    const green = base + g * saturation * keep + tint[1] * toned;
    const blue = base + b * saturation * keep + tint[2] * toned;
    pixels[i] = red < 0 ? 0 : red > alpha ? alpha : red;
    pixels[i + 1] = green < 0 ? 0 : green > alpha ? alpha : green;
    pixels[i + 2] = blue < 0 ? 0 : blue > alpha ? alpha : blue;
  }
}

const NOISE = 256;
const textures = new Map<string, Float32Array>();

/** A repeating field of soft noise, -1..1; `grain` is the size of its spots in pixels. */
function noise(grain: number): Float32Array {
  const key = String(grain);
  const known = textures.get(key);
  if (known) return known;
  const cells = Math.max(4, Math.round(NOISE / grain));
  const values = new Float32Array(cells * cells);
  let state = 99991 + cells;
  for (let i = 0; i < values.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[i] = (state / 4294967296) * 2 - 1;
  }
  const out = new Float32Array(NOISE * NOISE);
  for (let y = 0; y < NOISE; y++) {
    const fy = (y * cells) / NOISE;
    const y0 = Math.floor(fy) % cells;
    const y1 = (y0 + 1) % cells;
    const ty = fy - Math.floor(fy);
    const sy = ty * ty * (3 - 2 * ty);
    for (let x = 0; x < NOISE; x++) {
      const fx = (x * cells) / NOISE;
      const x0 = Math.floor(fx) % cells;
      const x1 = (x0 + 1) % cells;
      const tx = fx - Math.floor(fx);
      const sx = tx * tx * (3 - 2 * tx);
      const top = values[y0 * cells + x0]! * (1 - sx) + values[y0 * cells + x1]! * sx;
      const bottom = values[y1 * cells + x0]! * (1 - sx) + values[y1 * cells + x1]! * sx;
      out[y * NOISE + x] = top * (1 - sy) + bottom * sy;
    }
  }
  textures.set(key, out);
  return out;
}

/** Lightens and darkens by noise as paper does. */
function paperGrain(layer: Surface, { left, scale }: Paper, fine: number, coarse: number): void {
  const { pixels, width, height } = layer;
  const a = noise(2);
  const b = noise(24);
  const columns = onPaper(width, left, scale);
  const rows = onPaper(height, 0, scale);
  for (let y = 0; y < height; y++) {
    const row = (rows[y]! & 255) << 8;
    const wide = ((rows[y]! >> 1) & 255) << 8;
    let i = y * width * 4;
    for (let x = 0; x < width; x++, i += 4) {
      const alpha = pixels[i + 3]!;
      if (alpha === 0) continue;
      const on = columns[x]!;
      const k = 1 + a[row + (on & 255)]! * fine + b[wide + ((on >> 1) & 255)]! * coarse;
      const r = pixels[i]! * k;
      const g = pixels[i + 1]! * k;
      const bl = pixels[i + 2]! * k;
      pixels[i] = r > alpha ? alpha : r;
      pixels[i + 1] = g > alpha ? alpha : g;
      pixels[i + 2] = bl > alpha ? alpha : bl;
    }
  }
}

/** Where more water stood the paper shines through: soft light spots of several sizes, never dark ones. */
function blooms(layer: Surface, { left, scale }: Paper, strength: number): void {
  const { pixels, width, height } = layer;
  const field = noise(40);
  const columns = onPaper(width, left, scale);
  const rows = onPaper(height, 0, scale);
  for (let y = 0; y < height; y++) {
    const row = ((rows[y]! >> 2) & 255) << 8;
    const other = ((rows[y]! >> 1) & 255) << 8;
    let i = y * width * 4;
    for (let x = 0; x < width; x++, i += 4) {
      const alpha = pixels[i + 3]!;
      if (alpha === 0) continue;
      const on = columns[x]!;
      const wet = field[row + ((on >> 2) & 255)]! * 0.7 + field[other + ((on >> 1) & 255)]! * 0.3;
      if (wet <= 0) continue;
      const k = wet * strength;
      pixels[i] = pixels[i]! + (alpha - pixels[i]!) * k;
      pixels[i + 1] = pixels[i + 1]! + (alpha - pixels[i + 1]!) * k;
      pixels[i + 2] = pixels[i + 2]! + (alpha * 0.97 - pixels[i + 2]!) * k;
    }
  }
}

/** Water carries the colour a little way along: every pixel comes from a few pixels beside it, by smooth noise. */
function bleed(layer: Surface, { left, scale }: Paper, usualReach: number): void {
  const reach = usualReach * scale;
  const { pixels, width, height } = layer;
  const source = new Uint32Array(new Uint8Array(pixels).buffer);
  const target = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const wide = noise(32);
  const fine = noise(8);
  const columns = onPaper(width, left, scale);
  const rows = onPaper(height, 0, scale);
  for (let y = 0; y < height; y++) {
    const row = (rows[y]! & 255) << 8;
    const other = ((rows[y]! + 97) & 255) << 8;
    for (let x = 0; x < width; x++) {
      const at = row + (columns[x]! & 255);
      const at2 = other + ((columns[x]! + 31) & 255);
      const dx = Math.round(wide[at]! * reach + fine[at]! * reach * 0.15);
      const dy = Math.round(wide[at2]! * reach + fine[at2]! * reach * 0.15);
      const sx = x + dx < 0 ? 0 : x + dx >= width ? width - 1 : x + dx;
      const sy = y + dy < 0 ? 0 : y + dy >= height ? height - 1 : y + dy;
      target[y * width + x] = source[sy * width + sx]!;
    }
  }
}

/** Pigment gathers where colours meet: edges grow darker, the middle of a wash lighter. */
function pigmentEdges(layer: Surface, { scale }: Paper, strength: number): void {
  const { pixels, width, height } = layer;
  const copy = new Uint8Array(pixels);
  const stride = width * 4;
  const far = Math.round(3 * scale);
  for (let y = far; y < height - far; y++) {
    let i = y * stride + far * 4;
    for (let x = far; x < width - far; x++, i += 4) {
      const alpha = copy[i + 3]!;
      if (alpha < 8) continue;
      const g = copy[i + 1]!;
      const edge =
        Math.abs(copy[i + 1 - far * 4]! - copy[i + 1 + far * 4]!) +
        Math.abs(copy[i + 1 - far * stride]! - copy[i + 1 + far * stride]!);
      const k = 1 - Math.min(0.3, (edge / 255) * strength) + (g > 150 && edge < 6 ? 0.012 : 0);
      for (let c = 0; c < 3; c++) {
        const value = copy[i + c]! * k;
        pixels[i + c] = value > alpha ? alpha : value;
      }
    }
  }
}

/** A thing as a paper cut-out: a white edge of `edge` pixels all round. */
export function cutOut(sprite: Sprite, edge: number): { readonly sprite: Sprite; readonly grown: number } {
  const grown = Math.ceil(edge) + 1;
  const width = sprite.width + grown * 2;
  const height = sprite.height + grown * 2;
  // Two passes of a running maximum make the alpha grow as a rounded square; the small radius hides the corners.
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < sprite.height; y++)
    for (let x = 0; x < sprite.width; x++)
      alpha[(y + grown) * width + x + grown] = sprite.pixels[(y * sprite.width + x) * 4 + 3]!;
  const reach = Math.max(1, Math.round(edge));
  const wide = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let most = 0;
      for (let k = -reach; k <= reach; k++) {
        const at = x + k;
        if (at >= 0 && at < width) {
          const value = alpha[y * width + at]!;
          if (value > most) most = value;
        }
      }
      wide[y * width + x] = most;
    }
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let most = 0;
      for (let k = -reach; k <= reach; k++) {
        const at = y + k;
        if (at >= 0 && at < height) {
          const value = wide[at * width + x]!;
          if (value > most) most = value;
        }
      }
      const i = (y * width + x) * 4;
      const sx = x - grown;
      const sy = y - grown;
      const inside = sx >= 0 && sy >= 0 && sx < sprite.width && sy < sprite.height;
      const s = inside ? (sy * sprite.width + sx) * 4 : -1;
      const over = inside ? sprite.pixels[s + 3]! : 0;
      const rest = (255 - over) / 255;
      const paper = most * rest;
      pixels[i] = (inside ? sprite.pixels[s]! : 0) + paper;
      pixels[i + 1] = (inside ? sprite.pixels[s + 1]! : 0) + paper * 0.985;
      pixels[i + 2] = (inside ? sprite.pixels[s + 2]! : 0) + paper * 0.95;
      pixels[i + 3] = Math.min(255, over + paper);
    }
  return { sprite: toSprite({ width, height, pixels }), grown };
}

/** Pixels that water carries colour along. */
const BLEED = 6;

export const STYLE_TREATMENTS: Readonly<Record<Style, StyleTreatment>> = {
  'day-storybook': { cutOut: false, moves: 0, finish: () => undefined },
  'night-storybook': {
    cutOut: false,
    moves: 0,
    finish: (layer) => {
      grade(layer, 1.16, 1.08, 0.42, [44, 30, 120], 0.1);
    },
  },
  paper: {
    cutOut: true,
    moves: 0,
    finish: (layer, paper) => {
      grade(layer, 1.08, 1.02, 0.5, [255, 246, 226], 0.04);
      paperGrain(layer, paper, 0.04, 0.016);
    },
  },
  watercolour: {
    cutOut: false,
    moves: BLEED + 1,
    finish: (layer, paper) => {
      bleed(layer, paper, BLEED);
      pigmentEdges(layer, paper, 0.5);
      grade(layer, 1.02, 0.78, 1, [255, 251, 240], 0.12);
      blooms(layer, paper, 0.34);
      paperGrain(layer, paper, 0.045, 0.012);
    },
  },
  pastel: {
    cutOut: false,
    moves: 0,
    finish: (layer, paper) => {
      grade(layer, 0.86, 0.62, 1, [255, 226, 226], 0.12);
      paperGrain(layer, paper, 0.03, 0.01);
    },
  },
};
