import { box, ellipse, round } from '../../ink.ts';
import { pick } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, sides, windowAt } from './room.ts';

export function kitchen(kit: Kit): Places {
  const { u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  shell(kit, { wall: pick(random, ['#f3e2bd', '#cfe3d6', '#f2d5c4']), floor: '#c99e78', pattern: 'stripes', floorY });
  windowAt(kit, at(0.5), down(0.14), 240 * u, 240 * u, '#e98b7a');
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = furniture.stove(ink, at(0.16), floorY + 40 * u, 260 * u, lights);
    out += furniture.goodsShelf(ink, at(0.82), floorY - 330 * u, 330 * u, 2, 130 * u, random, 'jars');
    out +=
      box(at(0.82) - 180 * u, floorY - 190 * u, 360 * u, 230 * u, ink.linear('#f7efe0', '#d9c6a8'), 10 * u) +
      box(at(0.82) - 195 * u, floorY - 212 * u, 390 * u, 30 * u, ink.linear('#c58d5c', '#96643f'), 8 * u);
    for (const k of [-90, 90])
      out +=
        box(
          at(0.82) + (k - 76) * u,
          floorY - 160 * u,
          152 * u,
          180 * u,
          'none',
          8 * u,
          `stroke="#cbb391" stroke-width="${round(5 * u)}"`,
        ) + ellipse(at(0.82) + k * 0.25 * u, floorY - 75 * u, 9 * u, 9 * u, '#b98550');
    return out;
  });
  const tableX = at(0.58);
  const tableY = floorY + 90 * u;
  kit.pass('ground', 0, floorY - 120 * u, (ink) => furniture.table(ink, tableX, tableY, 400 * u, 160 * u, '#f3b7a8'));
  if (kit.look.lamps) kit.glow(at(0.16), floorY - 40 * u, 340 * u, 0.6, [1, 0.6, 0.3]);
  kit.pass('scenery', 0, 0, (ink, lights) => furniture.hangingLamp(ink, tableX, down(0.2), 150 * u, lights));
  if (kit.look.lamps) kit.glow(tableX, down(0.22), 620 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 30 * u,
    standY: down(0.85),
    surface: { x: tableX, y: tableY - 172 * u, width: 340 * u },
  };
}
