import { mix } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { frontCorners, nearDetails } from './greenery.ts';
import { BARK, isSnowy, land } from './land.ts';

export function mountain(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [, mid, near] = land(kit);
  const horizon = down(0.62);
  kit.pass('far', 0.95, down(0.12), () => ground.mountains(width, horizon, 420 * u, '#8fa3cf', random, true, 5));
  kit.pass(
    'far',
    0.55,
    down(0.1),
    (ink) =>
      ground.mountains(width, horizon + 50 * u, 460 * u, '#7f8fb0', random, true, 3) +
      ground.hill(ink, width, height, horizon + 20 * u, 20 * u, mix('#8fa58f', mid, 0.5), random),
  );
  kit.pass(
    'scenery',
    0.25,
    horizon - 230 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 66 * u, 30 * u, mid, random) +
      [0.03, 0.1, 0.17, 0.82, 0.89, 0.97]
        .map((t) =>
          plant.pine(
            ink,
            t * width,
            horizon + between(random, 85, 120) * u,
            between(random, 190, 290) * u,
            '#4d8a70',
            BARK,
            isSnowy(kit),
          ),
        )
        .join(''),
  );
  kit.pass(
    'ground',
    0.04,
    horizon + 70 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 120 * u, 16 * u, near, random) +
      [0.06, 0.2, 0.79, 0.93]
        .map((t) =>
          ground.stone(ink, t * width, horizon + between(random, 150, 230) * u, between(random, 34, 64) * u, '#9fa3b5'),
        )
        .join('') +
      nearDetails(kit, ink, horizon + 180 * u, down(0.97), 18),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}
