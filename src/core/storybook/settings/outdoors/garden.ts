import { ellipse, path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { ROOFS, WALLS } from './house-colours.ts';
import { isSnowy, land, leaf } from './land.ts';

export function garden(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.57);
  kit.pass(
    'far',
    0.6,
    horizon - 230 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 20 * u, 40 * u, far, random) +
      treeRow(kit, ink, horizon + 20 * u, 190 * u, 8, 0.1),
  );
  kit.pass('scenery', 0.2, horizon - 280 * u, (ink, lights) => {
    const side = random() < 0.5 ? 0.1 : 0.9;
    return (
      ground.hill(ink, width, height, horizon + 45 * u, 6 * u, mid, random) +
      anyTree(kit, ink, (1 - side) * width, horizon + 70 * u, 320 * u, 0) +
      building.picketFence(ink, -20 * u, horizon + 84 * u, width * 1.1, 96 * u) +
      building.house(ink, side * width, horizon + 100 * u, 270 * u, pick(random, WALLS), pick(random, ROOFS), lights) +
      [0.3, 0.44, 0.62, 0.74]
        .map((t) =>
          plant.bush(
            ink,
            (t + between(random, -0.03, 0.03)) * width,
            horizon + 98 * u,
            between(random, 40, 60) * u,
            leaf(kit),
          ),
        )
        .join('')
    );
  });
  kit.pass('ground', 0.03, horizon + 80 * u, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 110 * u, 5 * u, near, random);
    // Two beds of vegetables in rows, behind those who act.
    const soil = isSnowy(kit) ? '#e9f0f6' : '#8a5f45';
    for (const [left, right] of [
      [0.02, 0.4],
      [0.6, 0.98],
    ] as const) {
      const top = horizon + 128 * u;
      const bottom = horizon + 205 * u;
      out += path(
        `M${round((left + 0.03) * width)} ${round(top)}H${round((right - 0.03) * width)}L${round(right * width)} ${round(bottom)}H${round(left * width)}Z`,
        ink.linear(lighter(soil, 0.1), darker(soil, 0.25)),
      );
      for (let r = 0; r < 2; r++)
        for (let i = 0; i < 7; i++) {
          const x = (left + 0.045 + ((right - left - 0.09) * i) / 6) * width;
          const y = top + (26 + r * 42) * u;
          const s = (24 + r * 7) * u;
          const green = i % 2 ? '#9ccf6a' : '#78b65a';
          if (isSnowy(kit)) out += ellipse(x, y, s, s * 0.4, '#ffffff');
          else
            out +=
              ellipse(x - s * 0.5, y - s * 0.3, s * 0.5, s * 0.42, darker(green, 0.15)) +
              ellipse(x + s * 0.5, y - s * 0.3, s * 0.5, s * 0.42, darker(green, 0.1)) +
              ellipse(x, y - s * 0.42, s * 0.56, s * 0.5, ink.ball(lighter(green, 0.35), green));
        }
    }
    out += ground.way(ink, width * 0.5, down(1.02), width * 0.3, width * 0.5, horizon + 108 * u, '#e6cfa6');
    return out + nearDetails(kit, ink, horizon + 240 * u, down(0.97), 16);
  });
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}
