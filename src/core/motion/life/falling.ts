import type { Size } from '../layout.ts';
import type { View } from '../path.ts';
import { createBrush } from './brush.ts';
import type { Falling } from './life.ts';
import { chance } from './random.ts';

interface Kind {
  /** At full strength. */
  readonly count: number;
  /** Seconds from the picture's upper edge to its lower one, of the nearest. */
  readonly seconds: number;
  /** The farthest falls, and is as large, as this part of the nearest. */
  readonly farthest: number;
  readonly opacity: number;
  /** Luma and chroma (BT.709, 16..235). */
  readonly colour: readonly [number, number, number];
}

const RAIN = [214, 133, 122] as const;
const SNOW = [235, 128, 128] as const;
const KINDS: Readonly<Record<Falling['kind'], Kind>> = {
  rain: { count: 330, seconds: 0.62, farthest: 0.45, opacity: 0.5, colour: RAIN },
  storm: { count: 460, seconds: 0.46, farthest: 0.45, opacity: 0.52, colour: RAIN },
  snow: { count: 420, seconds: 5.5, farthest: 0.3, opacity: 0.95, colour: SNOW },
};
/** Above and below the picture, in parts of its height: nothing appears or ends within it. */
const BEYOND = 0.08;

/**
 * Rain or snow between the camera and a drawing: `(frame, view, seconds) => void` draws it onto a frame (yuv420p). Each drop
 * falls again and again, every time somewhere else; the nearer it is the larger and faster. No state: a moment looks the same
 * whenever it is drawn.
 */
export function createFalling(
  { kind, strength, slant }: Falling,
  seed: number,
  picture: Size,
  frame: Size,
): (pixels: Uint8Array, view: View, seconds: number) => void {
  const { count, seconds: quickest, farthest, opacity, colour } = KINDS[kind];
  const unit = Math.min(picture.height, picture.width * 0.75) / 1000;
  const height = picture.height * (1 + 2 * BEYOND);
  const aside = slant * height;
  const drops = Array.from({ length: Math.round(count * (0.35 + 0.65 * strength)) }, (_, index) => {
    // More of them far away than near.
    const near = farthest + (1 - farthest) * chance(seed, index, 1) ** 1.7;
    return { near, start: chance(seed, index, 2), wave: chance(seed, index, 3), swing: chance(seed, index, 4) };
  });
  return (pixels, view, seconds) => {
    const brush = createBrush(pixels, frame, colour);
    const zoom = frame.width / (view.width * picture.width);
    for (const [index, { near, start, wave, swing }] of drops.entries()) {
      const fallen = start + (seconds * near) / quickest;
      const round = Math.floor(fallen);
      const part = fallen - round;
      // Where it comes from is drawn anew each time; wide enough that wind carries it everywhere.
      const from = -Math.max(0, aside) + chance(seed, index, 5, round) * (picture.width + Math.abs(aside));
      const y = (part * height - BEYOND * picture.height - view.y * picture.height) * zoom;
      let x = from + part * aside;
      if (kind === 'snow') {
        x += (10 + 22 * swing) * unit * near * Math.sin(2 * Math.PI * (wave + seconds / (2.4 + 2.6 * swing)));
        const radius = 8.5 * unit * zoom * near * (0.75 + 0.25 * swing);
        brush.flake((x - view.x * picture.width) * zoom, y, radius, opacity * (0.45 + 0.55 * near));
      } else {
        const length = (34 + 46 * near) * near * unit * zoom;
        const thickness = 2.9 * unit * zoom * near;
        brush.streak((x - view.x * picture.width) * zoom, y, length, slant, thickness, opacity * (0.35 + 0.65 * near));
      }
    }
  };
}
