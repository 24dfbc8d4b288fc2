import { ellipse, line, round } from '../../ink.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, sides, windowAt } from './room.ts';

export function workshop(kit: Kit): Places {
  const { u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  shell(kit, { wall: '#c39a72', floor: '#a67a52', pattern: 'planks', floorY });
  windowAt(kit, at(0.78), down(0.15), 260 * u, 250 * u);
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = furniture.goodsShelf(ink, at(0.3), floorY - 300 * u, 480 * u, 2, 150 * u, random, 'tools');
    for (const [t, y, r] of [
      [0.53, 0.2, 62],
      [0.6, 0.36, 40],
      [0.5, 0.42, 30],
    ] as const) {
      const x = at(t);
      out +=
        ellipse(x, down(y), r * u, r * u, ink.ball('#e8c27c', '#9c6a35')) +
        ellipse(x, down(y), r * 0.8 * u, r * 0.8 * u, '#fff8e6') +
        line(
          `M${round(x)} ${round(down(y))}v${round(-r * 0.55 * u)}M${round(x)} ${round(down(y))}l${round(r * 0.4 * u)} ${round(r * 0.2 * u)}`,
          '#4d3d3a',
          r * 0.09 * u,
        );
    }
    out +=
      furniture.table(ink, at(0.3), floorY + 56 * u, 540 * u, 190 * u) +
      furniture.hangingLamp(ink, at(0.34), down(0.18), 150 * u, lights, '#4f8a78');
    return out;
  });
  if (kit.look.lamps) kit.glow(at(0.34), down(0.24), 620 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 60 * u,
    standY: down(0.85),
    surface: { x: at(0.3), y: floorY - 152 * u, width: 440 * u },
  };
}
