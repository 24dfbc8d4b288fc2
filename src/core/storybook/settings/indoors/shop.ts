import { pick } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { counter } from './counter.ts';
import { shell, sides, windowAt } from './room.ts';

export function shop(kit: Kit): Places {
  const { u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  shell(kit, { wall: pick(random, ['#d4e3d0', '#f0dcc0', '#d6dcee']), floor: '#bb8f66', pattern: 'planks', floorY });
  windowAt(kit, at(0.83), down(0.17), 300 * u, 270 * u);
  kit.pass(
    'scenery',
    0,
    0,
    (ink, lights) =>
      furniture.goodsShelf(ink, at(0.3), floorY - 210 * u, 560 * u, 3, 120 * u, random, 'jars') +
      counter(kit, ink, at(0.3), floorY + 40 * u, 520 * u, '#7fa68c') +
      furniture.hangingLamp(ink, at(0.45), down(0.17), 140 * u, lights, '#c0605a'),
  );
  if (kit.look.lamps) kit.glow(at(0.45), down(0.2), 600 * u, 0.5);
  return {
    horizon: floorY,
    backY: floorY + 60 * u,
    standY: down(0.85),
    surface: { x: at(0.3), y: floorY - 134 * u, width: 420 * u },
  };
}
