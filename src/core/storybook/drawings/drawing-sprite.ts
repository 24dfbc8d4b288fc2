import { createInk, svgDocument } from '../ink.ts';
import { type Sprite, toSprite } from '../paint/blit.ts';
import { cachedSprite, rasterise } from '../paint/rasterise.ts';
import { inkBox } from '../paint/surface.ts';
import { ownDrawing } from './own.ts';
import { hasPacked, packedBody } from './pack.ts';

export function canDraw(id: string): boolean {
  return ownDrawing(id) !== undefined || hasPacked(id);
}

/** Sizes are rounded up to a few steps, so that one rasterised drawing serves many scenes. */
export function stepSize(pixels: number): number {
  for (const step of [48, 72, 108, 160, 240, 320, 420]) if (pixels <= step * 1.12) return step;
  return 560;
}

export function packedSvg(body: string, extra = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="32" height="32" viewBox="0 0 32 32">${body}${extra}</svg>`;
}

/** A drawing cut to its ink, about `pixels` on its longer side (a little more or less); undefined when unknown. */
export function drawingSprite(id: string, pixels: number, lit = false): Sprite | undefined {
  if (!canDraw(id)) return undefined;
  const step = stepSize(pixels);
  return cachedSprite(`d|${id}|${step}|${lit}`, () => cropped(rasteriseDrawing(id, step, lit)));
}

function rasteriseDrawing(id: string, step: number, lit: boolean): Sprite {
  const own = ownDrawing(id);
  if (!own) return rasterise(packedSvg(packedBody(id) ?? ''), step);
  const ink = createInk();
  let shining = '';
  const body = own.draw(ink, {
    add: (svg) => {
      shining += svg;
    },
  });
  const width = own.width >= own.height ? step : Math.max(2, Math.round((step * own.width) / own.height));
  return rasterise(svgDocument(ink, own.width, own.height, body + (lit ? shining : '')), width);
}

export function cropped(sprite: Sprite): Sprite {
  const ink = inkBox(sprite);
  if (!ink) return sprite;
  const pixels = new Uint8Array(ink.width * ink.height * 4);
  for (let y = 0; y < ink.height; y++) {
    const from = ((ink.y + y) * sprite.width + ink.x) * 4;
    pixels.set(sprite.pixels.subarray(from, from + ink.width * 4), y * ink.width * 4);
  }
  return toSprite({ width: ink.width, height: ink.height, pixels });
}
