import { ellipse } from '../../ink.ts';
import { lighter } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { frontCorners, nearDetails } from './greenery.ts';
import { isSnowy, land, leaf } from './land.ts';

export function castleGrounds(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.6);
  const at = random() < 0.5 ? between(random, 0.3, 0.4) : between(random, 0.6, 0.7);
  kit.pass(
    'far',
    0.85,
    down(0.3),
    (ink) =>
      ground.mountains(width, horizon + 40 * u, 300 * u, '#8fa6c9', random, true, 4) +
      ground.hill(ink, width, height, horizon - 20 * u, 40 * u, far, random),
  );
  kit.pass(
    'scenery',
    0.3,
    0,
    (ink, lights) =>
      ground.hill(ink, width, height, horizon + 30 * u, 20 * u, mid, random) +
      ellipse(at * width, horizon + 120 * u, 520 * u, 140 * u, ink.linear(lighter(mid, 0.1), mid)) +
      building.castle(
        ink,
        at * width,
        horizon + 60 * u,
        640 * u,
        '#d9d2dc',
        isSnowy(kit) ? '#dfe9f3' : pick(random, ['#7a6fb5', '#c0586a', '#4f86b5']),
        lights,
      ) +
      plant.bush(ink, at * width - 330 * u, horizon + 75 * u, 80 * u, leaf(kit)) +
      plant.bush(ink, at * width + 330 * u, horizon + 75 * u, 80 * u, leaf(kit)),
  );
  kit.pass(
    'ground',
    0.04,
    horizon + 70 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 120 * u, 14 * u, near, random) +
      ground.way(ink, width * 0.5, down(1.02), width * 0.4, at * width, horizon + 62 * u, '#ead6b0') +
      nearDetails(kit, ink, horizon + 180 * u, down(0.97), 22),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u, tall: { x: at * width, width: 560 * u } };
}
