import { mix } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails } from './greenery.ts';
import { ROOFS, WALLS } from './house-colours.ts';
import { isSnowy, land } from './land.ts';

export function village(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.57);
  const roof = (): string => (isSnowy(kit) ? '#e6eef6' : pick(random, ROOFS));
  kit.pass('far', 0.8, horizon - 180 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 60 * u, 60 * u, far, random),
  );
  kit.pass('far', 0.5, horizon - 200 * u, (ink, lights) => {
    let out = ground.hill(ink, width, height, horizon + 14 * u, 20 * u, mix(far, mid, 0.6), random);
    for (let i = 0; i < 7; i++) {
      const x = ((i + between(random, 0.2, 0.8)) / 7) * width;
      out +=
        i % 3 === 2
          ? anyTree(kit, ink, x, horizon + 36 * u, 120 * u, 0.2)
          : building.house(ink, x, horizon + 40 * u, 110 * u, pick(random, WALLS), roof(), lights);
    }
    return out;
  });
  const spire = between(random, 0.3, 0.7);
  kit.pass('scenery', 0.2, horizon - 330 * u, (ink, lights) => {
    let out = ground.hill(ink, width, height, horizon + 80 * u, 10 * u, mid, random);
    out += building.tower(ink, spire * width, horizon + 70 * u, 62 * u, 170 * u, '#e6d8c4', roof(), lights);
    for (const t of [
      between(random, 0.06, 0.1),
      between(random, 0.25, 0.28),
      between(random, 0.74, 0.77),
      between(random, 0.92, 0.96),
    ])
      out += building.house(
        ink,
        t * width,
        horizon + 118 * u,
        between(random, 235, 275) * u,
        pick(random, WALLS),
        roof(),
        lights,
        random() < 0.3 ? 2 : 1,
      );
    return out;
  });
  kit.pass(
    'ground',
    0.04,
    horizon + 95 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 125 * u, 6 * u, near, random) +
      ground.way(
        ink,
        width * 0.5,
        down(1.02),
        width * 0.42,
        width * spire,
        horizon + 122 * u,
        isSnowy(kit) ? '#e1e6ee' : '#e9d0a4',
      ) +
      nearDetails(kit, ink, horizon + 170 * u, down(0.96), 16) +
      building.picketFence(ink, -10 * u, horizon + 205 * u, width * 0.2, 66 * u) +
      building.picketFence(ink, width * 0.84, horizon + 205 * u, width * 0.2, 66 * u),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u };
}
