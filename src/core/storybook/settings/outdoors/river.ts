import { line, path, round, smooth } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { land } from './land.ts';

export function river(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.56);
  kit.pass(
    'far',
    0.8,
    horizon - 220 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 50 * u, 60 * u, far, random) +
      treeRow(kit, ink, horizon + 12 * u, 120 * u, 9, 0.3),
  );
  kit.pass('scenery', 0.25, horizon - 280 * u, (ink) => {
    const colour = '#5fb0d6';
    let out =
      ground.hill(ink, width, height, horizon + 18 * u, 8 * u, mid, random) +
      [0.04, 0.14, 0.88, 0.97]
        .map((t) => anyTree(kit, ink, t * width, horizon + 42 * u, between(random, 240, 320) * u, 0.25))
        .join('');
    const top = smooth([
      [-50, horizon + 62 * u],
      [width * 0.25, horizon + 74 * u],
      [width * 0.5, horizon + 56 * u],
      [width * 0.75, horizon + 72 * u],
      [width + 50, horizon + 58 * u],
    ]);
    out += path(
      `${top}L${round(width + 50)} ${round(height)}L-50 ${round(height)}Z`,
      ink.linear(lighter(colour, 0.3), darker(colour, 0.2)),
    );
    for (let i = 0; i < 22; i++)
      out += line(
        `M${round(random() * width)} ${round(horizon + between(random, 85, 190) * u)}q${round(30 * u)} ${round(-6 * u)} ${round(60 * u)} 0t${round(60 * u)} 0`,
        '#e7f7ff',
        4 * u,
        'opacity=".6"',
      );
    return out;
  });
  kit.pass(
    'ground',
    0.03,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 205 * u, 16 * u, near, random) +
      [0.04, 0.93].map((t) => plant.reeds(ink, t * width, horizon + 245 * u, 150 * u, random)).join('') +
      [0.2, 0.78].map((t) => ground.stone(ink, t * width, horizon + 226 * u, 36 * u, '#a9adb8')).join('') +
      nearDetails(kit, ink, horizon + 250 * u, down(0.97), 20),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 60 * u, waterY: horizon + 170 * u };
}
