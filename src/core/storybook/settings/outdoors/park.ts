import { box, line, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { meadow } from './meadow.ts';

export function park(kit: Kit): Places {
  const { width, u, random, down } = kit;
  const places = meadow(kit);
  const horizon = down(0.585);
  const x = (random() < 0.5 ? between(random, 0.2, 0.28) : between(random, 0.72, 0.8)) * width;
  const lamp = (x < width / 2 ? 0.9 : 0.1) * width;
  kit.pass('ground', 0.05, horizon - 200 * u, (ink, lights) => {
    const y = horizon + 178 * u;
    return (
      ground.way(ink, width * 0.5, down(1.03), width * 0.5, width * 0.5, horizon + 150 * u, '#ead9b8') +
      building.lampPost(ink, lamp, y, 300 * u, lights) +
      box(x - 105 * u, y - 96 * u, 210 * u, 22 * u, ink.linear('#c58a55', '#96633c'), 6 * u) +
      box(x - 105 * u, y - 68 * u, 210 * u, 18 * u, '#b57c4a', 6 * u) +
      box(x - 110 * u, y - 44 * u, 220 * u, 18 * u, ink.linear('#d39a64', '#a26d42'), 6 * u) +
      line(
        `M${round(x - 90 * u)} ${round(y - 90 * u)}V${round(y)}M${round(x + 90 * u)} ${round(y - 90 * u)}V${round(y)}`,
        '#4d5470',
        9 * u,
      )
    );
  });
  if (kit.look.lamps) kit.glow(lamp, horizon + 178 * u - 275 * u, 330 * u, 0.75);
  return places;
}
