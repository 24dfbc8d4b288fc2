import { LAYER_MARGIN, type LayeredLayout, type LayerLayout } from '../layers/layout.ts';
import type { SharedMemory } from '../web-assembly.ts';
import type { Life } from './life.ts';
import { chance } from './random.ts';

/** A star's light falls to this part of itself, and back. */
const FAINTEST = 0.25;
/** Seconds from bright to bright. */
const SLOWEST = 4.5;
const QUICKEST = 1.6;

/** The samples that a star lightens. */
interface Shine {
  readonly addresses: Uint32Array;
  /** As they were drawn. */
  readonly drawn: Uint8Array;
  /** Of the sky around it. */
  readonly dark: number;
  readonly period: number;
  readonly phase: number;
}

/**
 * Has the stars of a drawing's sky twinkle: `(seconds) => void` sets their light in the sky's own luma plane, before a frame
 * is rendered from it. Colour stays: against a night sky nobody sees it.
 */
export function createTwinkle(
  memory: SharedMemory,
  { layers, picture }: LayeredLayout,
  life: Life,
): (seconds: number) => void {
  const bytes = new Uint8Array(memory.buffer);
  const sky = layers[0];
  if (!sky) return () => undefined;
  const scale = sky.content.width / sky.box.width;
  // Where two stars touch, a sample is one's alone.
  const taken = new Set<number>();
  const shines = life.stars.map(({ x, y, radius }, index): Shine => {
    const place = { x: x * picture.width * scale, y: y * picture.height * scale };
    const found = findShine(bytes, sky, place, radius * picture.width * scale + 2, taken);
    const period = QUICKEST + (SLOWEST - QUICKEST) * chance(life.seed, index, 1);
    return { ...found, period, phase: chance(life.seed, index, 2) };
  });
  return (seconds) => {
    for (const { addresses, drawn, dark, period, phase } of shines) {
      const wave = 0.5 + 0.5 * Math.sin(2 * Math.PI * (seconds / period + phase));
      const light = FAINTEST + (1 - FAINTEST) * wave * wave * (3 - 2 * wave);
      for (let index = 0; index < drawn.length; index += 1) {
        bytes[addresses[index]!] = Math.round(dark + (drawn[index]! - dark) * light);
      }
    }
  };
}

/** Samples around a place that are brighter than the sky there. */
function findShine(
  bytes: Uint8Array,
  { luma, stride, size }: LayerLayout,
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
  taken: Set<number>,
): Pick<Shine, 'addresses' | 'drawn' | 'dark'> {
  const near: number[] = [];
  const rim: number[] = [];
  for (let row = Math.max(0, Math.floor(y - reach)); row <= Math.min(size.height - 1, y + reach); row += 1) {
    for (let column = Math.max(0, Math.floor(x - reach)); column <= Math.min(size.width - 1, x + reach); column += 1) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (distance > reach) continue;
      const address = luma + (row + LAYER_MARGIN) * stride + column + LAYER_MARGIN;
      near.push(address);
      if (distance > reach - 1.5) rim.push(bytes[address]!);
    }
  }
  const dark = rim.sort((a, b) => a - b)[rim.length >> 1] ?? 255;
  const addresses = Uint32Array.from(near.filter((address) => bytes[address]! > dark && !taken.has(address)));
  for (const address of addresses) taken.add(address);
  return { addresses, drawn: Uint8Array.from(addresses, (address) => bytes[address]!), dark };
}
