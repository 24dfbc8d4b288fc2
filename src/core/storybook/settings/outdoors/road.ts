import { box, path, round } from '../../ink.ts';
import { mix } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { isSnowy, land } from './land.ts';

export function road(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.58);
  const to = between(random, 0.35, 0.65) * width;
  kit.pass('far', 0.85, horizon - 220 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 70 * u, 70 * u, far, random),
  );
  kit.pass(
    'far',
    0.5,
    horizon - 180 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 8 * u, 22 * u, mix(far, mid, 0.6), random) +
      treeRow(kit, ink, horizon + 24 * u, 110 * u, 8, 0.4),
  );
  kit.pass(
    'scenery',
    0.22,
    horizon - 300 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 60 * u, 14 * u, mid, random) +
      [between(random, 0, 0.08), between(random, 0.17, 0.22), between(random, 0.8, 0.86), between(random, 0.93, 1)]
        .map((t) =>
          anyTree(kit, ink, t * width, horizon + between(random, 95, 120) * u, between(random, 260, 380) * u, 0.3),
        )
        .join(''),
  );
  kit.pass('ground', 0.03, horizon + 60 * u, (ink) => {
    let out =
      ground.hill(ink, width, height, horizon + 95 * u, 8 * u, near, random) +
      ground.way(
        ink,
        width * 0.5,
        down(1.04),
        width * 0.72,
        to,
        horizon + 84 * u,
        isSnowy(kit) ? '#e4e8ef' : '#e8cf9f',
      );
    for (let i = 0; i < 9; i++)
      out += ground.stone(
        ink,
        between(random, 0.3, 0.7) * width,
        down(between(random, 0.78, 0.97)),
        between(random, 7, 14) * u,
        '#cbb28a',
      );
    const sign = between(random, 0.1, 0.2) * width;
    out +=
      box(sign - 6 * u, horizon + 40 * u, 12 * u, 130 * u, '#8a6242') +
      path(
        `M${round(sign - 70 * u)} ${round(horizon + 48 * u)}h${round(110 * u)}l${round(26 * u)} ${round(20 * u)}l${round(-26 * u)} ${round(20 * u)}h${round(-110 * u)}Z`,
        ink.linear('#d3a374', '#a8754b'),
      );
    return out + nearDetails(kit, ink, horizon + 170 * u, down(0.97), 14);
  });
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}
