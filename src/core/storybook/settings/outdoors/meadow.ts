import { mix } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { land } from './land.ts';

export function meadow(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.585);
  kit.pass('far', 0.85, horizon - 190 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 80 * u, 70 * u, far, random),
  );
  kit.pass(
    'far',
    0.6,
    horizon - 150 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 10 * u, 45 * u, mix(far, mid, 0.5), random) +
      treeRow(kit, ink, horizon + 18 * u, 105 * u, 9, 0.3),
  );
  kit.pass('scenery', 0.28, horizon - 260 * u, (ink) => {
    const sides = [between(random, 0.03, 0.16), between(random, 0.83, 0.96)];
    return (
      ground.hill(ink, width, height, horizon + 62 * u, 26 * u, mid, random) +
      sides.map((t) => anyTree(kit, ink, t * width, horizon + 110 * u, between(random, 300, 370) * u, 0.15)).join('')
    );
  });
  kit.pass(
    'ground',
    0.05,
    horizon + 90 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 145 * u, 16 * u, near, random) +
      nearDetails(kit, ink, horizon + 190 * u, down(0.97), 30),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 135 * u };
}
