import * as furniture from '../../scenery/furniture.ts';
import type { Kit } from '../backdrop.ts';
import { windowView } from './window-view.ts';

type Pattern = Parameters<typeof furniture.wallAndFloor>[7];

interface Room {
  readonly wall: string;
  readonly floor: string;
  readonly pattern: Pattern;
  readonly floorY: number;
}

export function shell(kit: Kit, room: Room): void {
  kit.pass('far', 0, 0, (ink) =>
    furniture.wallAndFloor(ink, kit.width, kit.height, room.floorY, room.wall, room.floor, kit.random, room.pattern),
  );
}

/** A window with its view; daylight falls in. `x` is the middle. */
export function windowAt(kit: Kit, x: number, y: number, w: number, h: number, curtain?: string): void {
  kit.pass('far', 0, y - w * 0.3, (ink) => windowView(kit, ink, x - w / 2, y, w, h), false);
  kit.pass('scenery', 0, y - w * 0.3, (ink) => furniture.windowFrame(ink, x - w / 2, y, w, h, curtain));
  if (kit.graph.time === 'night') kit.glow(x, y + h * 0.6, w * 1.5, 0.18, [0.6, 0.72, 1]);
  else kit.glow(x, y + h * 0.6, w * 1.7, 0.13, [1, 0.95, 0.8]);
}

/** Seeded sides: `at(0.2)` is 0.2 of the width from the left or from the right. */
export function sides(kit: Kit): (t: number) => number {
  const flip = kit.random() < 0.5;
  return (t) => (flip ? 1 - t : t) * kit.width;
}
