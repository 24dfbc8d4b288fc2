import type { LayeredLayout } from '../layers/layout.ts';
import { LAYER_MARGIN } from '../layers/layout.ts';
import type { SharedMemory } from '../web-assembly.ts';
import type { Life } from './life.ts';
import { chance } from './random.ts';

/** A star's light falls to this part of itself, and back. */
const FAINTEST = 0.25;
/** Seconds from bright to bright. */
const SLOWEST = 4.5;
const QUICKEST = 1.6;

interface Patch {
  readonly address: number;
  readonly width: number;
  readonly height: number;
  /** As it was drawn. */
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
  const patches = life.stars.flatMap(({ x, y, radius }, index): Patch[] => {
    const middleX = x * picture.width * scale;
    const middleY = y * picture.height * scale;
    const reach = radius * picture.width * scale + 2;
    const left = Math.max(0, Math.floor(middleX - reach));
    const top = Math.max(0, Math.floor(middleY - reach));
    const width = Math.min(sky.size.width, Math.ceil(middleX + reach)) - left;
    const height = Math.min(sky.size.height, Math.ceil(middleY + reach)) - top;
    if (width < 3 || height < 3) return [];
    const address = sky.luma + (top + LAYER_MARGIN) * sky.stride + left + LAYER_MARGIN;
    const drawn = new Uint8Array(width * height);
    for (let row = 0; row < height; row += 1) {
      drawn.set(bytes.subarray(address + row * sky.stride, address + row * sky.stride + width), row * width);
    }
    const period = QUICKEST + (SLOWEST - QUICKEST) * chance(life.seed, index, 1);
    return [
      { address, width, height, drawn, dark: rimOf(drawn, width, height), period, phase: chance(life.seed, index, 2) },
    ];
  });
  return (seconds) => {
    for (const { address, width, height, drawn, dark, period, phase } of patches) {
      const wave = 0.5 + 0.5 * Math.sin(2 * Math.PI * (seconds / period + phase));
      const light = FAINTEST + (1 - FAINTEST) * wave * wave * (3 - 2 * wave);
      for (let row = 0; row < height; row += 1) {
        const into = address + row * sky.stride;
        for (let column = 0; column < width; column += 1) {
          const value = drawn[row * width + column]!;
          // What is darker than the sky is not the star's.
          bytes[into + column] = value > dark ? Math.round(dark + (value - dark) * light) : value;
        }
      }
    }
  };
}

/** The middle one of the values along a patch's rim. */
function rimOf(drawn: Uint8Array, width: number, height: number): number {
  const rim = drawn.filter((_value, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  return rim.sort()[rim.length >> 1]!;
}
