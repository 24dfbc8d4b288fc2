import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { nearDetails } from './greenery.ts';

export function swamp(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.58);
  kit.pass('far', 0.85, down(0.1), (ink) => {
    let out = ground.hill(ink, width, height, horizon - 10 * u, 15 * u, '#7f9a68', random);
    for (let i = 0; i < 8; i++)
      out += plant.bareTree(
        (i / 7) * width + between(random, -50, 50) * u,
        horizon + 16 * u,
        between(random, 260, 400) * u,
        '#6b6a5a',
        random,
      );
    return out;
  });
  kit.pass(
    'scenery',
    0.35,
    0,
    (ink) =>
      ground.water(ink, width, height, horizon + 10 * u, '#6f8f6a', random, 0.1) +
      [0.06, 0.9].map((t) => plant.bareTree(t * width, horizon + 110 * u, 560 * u, '#5c5248', random)).join('') +
      [0.2, 0.32, 0.68, 0.8]
        .map((t) => plant.lilyPad(t * width, horizon + between(random, 50, 120) * u, 38 * u))
        .join(''),
  );
  kit.pass(
    'ground',
    0.05,
    horizon + 40 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 150 * u, 16 * u, '#7d9452', random) +
      [0.03, 0.12, 0.86, 0.96].map((t) => plant.reeds(ink, t * width, horizon + 200 * u, 150 * u, random)).join('') +
      nearDetails(kit, ink, horizon + 200 * u, down(0.97), 14),
  );
  return { horizon, backY: horizon + 150 * u, waterY: horizon + 100 * u };
}
