import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { frontCorners, nearDetails } from './greenery.ts';
import { BARK } from './land.ts';

export function snow(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.6);
  kit.pass(
    'far',
    0.8,
    down(0.25),
    (ink) =>
      ground.mountains(width, horizon + 20 * u, 280 * u, '#a9bfdf', random, true, 5) +
      ground.hill(ink, width, height, horizon - 10 * u, 40 * u, '#cfe0ef', random),
  );
  kit.pass(
    'scenery',
    0.3,
    horizon - 260 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 55 * u, 26 * u, '#dfebf6', random) +
      [0.03, 0.12, 0.2, 0.8, 0.9, 0.98]
        .map((t) =>
          plant.pine(
            ink,
            (t + between(random, -0.02, 0.02)) * width,
            horizon + between(random, 90, 125) * u,
            between(random, 210, 330) * u,
            '#6f9f98',
            BARK,
            true,
          ),
        )
        .join(''),
  );
  kit.pass(
    'ground',
    0.02,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 130 * u, 18 * u, '#f1f7fd', random) +
      nearDetails(kit, ink, horizon + 190 * u, down(0.97), 20),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u };
}
