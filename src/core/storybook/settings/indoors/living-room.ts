import { pick } from '../../random.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, sides, windowAt } from './room.ts';

export function livingRoom(kit: Kit): Places {
  const { width, u, random, down } = kit;
  const at = sides(kit);
  const floorY = down(0.68);
  shell(kit, { wall: pick(random, ['#e9cfa9', '#c9d8c4', '#e6c4bd']), floor: '#b98759', pattern: 'stripes', floorY });
  windowAt(kit, at(0.5), down(0.13), 280 * u, 290 * u, '#b8656b');
  kit.pass(
    'scenery',
    0,
    0,
    (ink, lights) =>
      furniture.fireplace(ink, at(0.2), floorY + 30 * u, 340 * u, lights) +
      furniture.pictureOnWall(ink, at(0.2), down(0.22), 190 * u, 140 * u, random) +
      furniture.bookshelf(ink, at(0.9), floorY + 16 * u, 220 * u, 440 * u, random) +
      furniture.armchair(ink, at(0.74), floorY + 70 * u, 250 * u, pick(random, ['#5f9a94', '#c0705f', '#7a78b8'])),
  );
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width * 0.5, floorY + 165 * u, 760 * u, '#b5605f'));
  kit.glow(at(0.2), floorY - 30 * u, kit.look.lamps ? 520 * u : 260 * u, kit.look.lamps ? 0.8 : 0.35, [1, 0.62, 0.3]);
  return { horizon: floorY, backY: floorY + 30 * u, standY: down(0.85) };
}
