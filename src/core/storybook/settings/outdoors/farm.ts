import { line, path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { isSnowy, land } from './land.ts';

export function farm(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.58);
  const flip = random() < 0.5;
  const at = (t: number): number => (flip ? 1 - t : t) * width;
  kit.pass(
    'far',
    0.75,
    horizon - 240 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 40 * u, 50 * u, far, random) +
      building.windmill(ink, at(0.72), horizon - 10 * u, 210 * u) +
      treeRow(kit, ink, horizon + 10 * u, 90 * u, 6, 0.3),
  );
  kit.pass('scenery', 0.22, horizon - 330 * u, (ink) => {
    const field = isSnowy(kit) ? '#eaf1f7' : '#e9c76a';
    let out = ground.hill(ink, width, height, horizon + 34 * u, 12 * u, mid, random);
    out += path(
      `M${round(at(0.5))} ${round(horizon + 46 * u)}L${round(at(1.05))} ${round(horizon + 40 * u)}L${round(at(1.05))} ${round(horizon + 130 * u)}L${round(at(0.36))} ${round(horizon + 130 * u)}Z`,
      ink.linear(lighter(field, 0.2), darker(field, 0.14)),
    );
    for (let i = 0; i < 9; i++)
      out += line(
        `M${round(at(0.53 + i * 0.06))} ${round(horizon + 46 * u)}L${round(at(0.42 + i * 0.085))} ${round(horizon + 130 * u)}`,
        darker(field, 0.2),
        4 * u,
        'opacity=".6"',
      );
    out +=
      building.barn(ink, at(0.15), horizon + 112 * u, 330 * u) +
      anyTree(kit, ink, at(0.33), horizon + 95 * u, 230 * u, 0);
    return out;
  });
  kit.pass(
    'ground',
    0.03,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 128 * u, 8 * u, near, random) +
      building.picketFence(ink, at(0.5) - (flip ? width * 0.6 : 0), horizon + 160 * u, width * 0.6, 70 * u, '#c79a6b') +
      nearDetails(kit, ink, horizon + 190 * u, down(0.97), 22),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 140 * u };
}
