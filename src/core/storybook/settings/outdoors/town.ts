import { type Ink, box, ellipse } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import type { Kit, Places } from '../backdrop.ts';
import { ROOFS, WALLS } from './house-colours.ts';
import { isSnowy } from './land.ts';

export function town(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const base = down(0.7);
  const row = (
    ink: Ink,
    lights: building.Lights,
    y: number,
    w: number,
    low: number,
    high: number,
    shop: boolean,
  ): string => {
    let out = '';
    for (let x = -w * 0.2; x < width + w; x += w * 1.02)
      out += building.townHouse(
        ink,
        x,
        y,
        w,
        between(random, low, high),
        pick(random, [...WALLS, '#e8b79c', '#bcd0d9', '#efc97e']),
        isSnowy(kit) ? '#e6eef6' : pick(random, ROOFS),
        lights,
        shop && random() < 0.45,
      );
    return out;
  };
  kit.pass('far', 0.6, down(0.15), (ink, lights) => row(ink, lights, base, 150 * u, 300 * u, 420 * u, false));
  kit.pass('scenery', 0.12, down(0.1), (ink, lights) => row(ink, lights, base, 250 * u, 250 * u, 400 * u, true));
  const stoneColour = isSnowy(kit) ? '#e4ebf3' : '#cdbfb2';
  const posts = [0.13, 0.86];
  kit.pass('ground', 0.02, base - 340 * u, (ink, lights) => {
    let out =
      box(0, base, width, 36 * u, ink.linear('#ddd3c8', '#b9aca4')) +
      box(0, base + 34 * u, width, height - base, ink.linear(lighter(stoneColour, 0.1), darker(stoneColour, 0.2)));
    for (let r = 0; r < 6; r++) {
      const y = base + 52 * u + (height - base) * (r / 6) ** 1.25;
      for (let x = ((r % 2) * 60 - 30) * u; x < width; x += (100 + r * 16) * u)
        out += ellipse(x, y, (42 + r * 7) * u, (9 + r * 2.6) * u, lighter(stoneColour, 0.18), 'opacity=".5"');
    }
    for (const t of posts) out += building.lampPost(ink, t * width, base + 30 * u, 320 * u, lights);
    return out;
  });
  if (kit.look.lamps) for (const t of posts) kit.glow(t * width, base + 30 * u - 290 * u, 330 * u, 0.75);
  return { horizon: base, standY: down(0.845), backY: base + 20 * u };
}
