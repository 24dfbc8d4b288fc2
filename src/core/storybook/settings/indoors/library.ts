import { line, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, windowAt } from './room.ts';

export function library(kit: Kit): Places {
  const { width, u, random, down } = kit;
  const floorY = down(0.69);
  shell(kit, { wall: '#b98f6d', floor: '#a9764d', pattern: 'planks', floorY });
  const gap = between(random, 0.42, 0.58) * width;
  windowAt(kit, gap, down(0.12), 210 * u, 330 * u, '#7a4f8c');
  kit.pass('scenery', 0, 0, (ink) => {
    let out = '';
    for (let x = gap - 300 * u; x > -140 * u; x -= 292 * u)
      out += furniture.bookshelf(ink, x, floorY + 14 * u, 285 * u, 640 * u, random);
    for (let x = gap + 300 * u; x < width + 140 * u; x += 292 * u)
      out += furniture.bookshelf(ink, x, floorY + 14 * u, 285 * u, 640 * u, random);
    const lx = (gap < width / 2 ? 0.8 : 0.2) * width;
    out += line(
      `M${round(lx - 55 * u)} ${round(floorY + 30 * u)}L${round(lx - 25 * u)} ${round(floorY - 560 * u)}M${round(lx + 55 * u)} ${round(floorY + 30 * u)}L${round(lx + 25 * u)} ${round(floorY - 560 * u)}`,
      '#d9a767',
      13 * u,
    );
    for (let i = 1; i < 9; i++)
      out += line(
        `M${round(lx - (55 - i * 3.3) * u)} ${round(floorY + (30 - i * 65) * u)}H${round(lx + (55 - i * 3.3) * u)}`,
        '#c08a4d',
        10 * u,
      );
    return out;
  });
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width / 2, floorY + 165 * u, 820 * u, '#8f4f63'));
  if (kit.look.lamps) for (const t of [0.25, 0.75]) kit.glow(t * width, down(0.42), 520 * u, 0.5);
  return { horizon: floorY, backY: floorY + 30 * u, standY: down(0.85) };
}
