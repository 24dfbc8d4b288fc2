import { path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { frontCorners, nearDetails, treeRow } from './greenery.ts';
import { land } from './land.ts';

export function lake(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, , near] = land(kit);
  const horizon = down(0.54);
  const rough = kit.graph.weather === 'storm' ? 1 : kit.graph.weather === 'wind' ? 0.6 : 0.15;
  kit.pass(
    'far',
    0.85,
    down(0.25),
    (ink) =>
      ground.mountains(width, horizon + 10 * u, 210 * u, '#8ea4c8', random, true, 5) +
      ground.hill(ink, width, height, horizon - 22 * u, 16 * u, far, random) +
      treeRow(kit, ink, horizon + 6 * u, 90 * u, 14, 0.7),
  );
  kit.pass('scenery', 0.3, horizon - 10 * u, (ink) =>
    ground.water(ink, width, height, horizon, '#4f9fcb', random, rough),
  );
  if (rough > 0.5)
    kit.pass('ground', 0.1, horizon + 60 * u, (ink) =>
      ground.waveCrest(ink, width, height, horizon + 170 * u, 46 * u * rough, '#3f88b8', random),
    );
  kit.pass(
    'ground',
    0.03,
    horizon + 150 * u,
    (ink) =>
      path(
        `M0 ${round(height + 5)}V${round(horizon + 232 * u)}Q${round(width * 0.24)} ${round(horizon + 196 * u)} ${round(width * 0.5)} ${round(horizon + 236 * u)}T${round(width)} ${round(horizon + 214 * u)}V${round(height + 5)}Z`,
        ink.linear(lighter(near, 0.14), darker(near, 0.16)),
      ) +
      [0.04, 0.12, 0.9, 0.97].map((t) => plant.reeds(ink, t * width, horizon + 268 * u, 170 * u, random)).join('') +
      nearDetails(kit, ink, horizon + 290 * u, down(0.97), 16),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 60 * u, waterY: horizon + 150 * u, standY: down(0.86) };
}
