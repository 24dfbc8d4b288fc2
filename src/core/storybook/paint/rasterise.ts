import { Resvg } from '@resvg/resvg-js';
import { type Sprite, toSprite } from './blit.ts';

/** The least recently used sprites go first once all together hold more bytes than this. */
const LIMIT_BYTES = 160_000_000;

const cache = new Map<string, Sprite>();
let bytes = 0;

/** Draws an SVG document to `width` pixels; premultiplied RGBA. */
export function rasterise(svg: string, width: number): Sprite {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render();
  return toSprite({ width: image.width, height: image.height, pixels: image.pixels });
}

/** The sprite under `key`, made by `make` when it is not there any more. Kept per thread. */
export function cachedSprite(key: string, make: () => Sprite): Sprite {
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const sprite = make();
  cache.set(key, sprite);
  bytes += sizeOf(sprite);
  for (const [oldKey, old] of cache) {
    if (bytes <= LIMIT_BYTES || oldKey === key) break;
    cache.delete(oldKey);
    bytes -= sizeOf(old);
  }
  return sprite;
}

/** With its halves, all levels together are at most a third more. */
function sizeOf(sprite: Sprite): number {
  return Math.ceil((sprite.pixels.length * 4) / 3);
}

export function clearSpriteCache(): void {
  cache.clear();
  bytes = 0;
}
