import { box, ellipse, path, round } from '../../ink.ts';
import { darker, mix } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { anyTree, frontCorners, nearDetails, treeRow } from './greenery.ts';
import { isSnowy, land, leaf } from './land.ts';

export function forest(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const [far, mid, near] = land(kit);
  const horizon = down(0.6);
  const mossy = (colour: string): string => (isSnowy(kit) ? colour : mix(colour, '#2f6f4e', 0.35));
  kit.pass(
    'far',
    0.95,
    down(0.16),
    (ink) =>
      treeRow(kit, ink, horizon + 10 * u, 420 * u, 13, 0.6) +
      ground.hill(ink, width, height, horizon - 8 * u, 12 * u, mossy(far), random),
  );
  kit.pass(
    'far',
    0.66,
    down(0.08),
    (ink) =>
      ground.hill(ink, width, height, horizon + 30 * u, 14 * u, mossy(mix(far, mid, 0.5)), random) +
      treeRow(kit, ink, horizon + 55 * u, 500 * u, 7, 0.55),
  );
  kit.pass('scenery', 0.3, 0, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 80 * u, 12 * u, mossy(mid), random);
    for (const [low, high] of [
      [-0.02, 0.06],
      [0.13, 0.21],
      [0.8, 0.88],
      [0.95, 1.03],
    ] as const)
      out += anyTree(
        kit,
        ink,
        between(random, low, high) * width,
        horizon + between(random, 100, 130) * u,
        between(random, 560, 700) * u,
        0.45,
      );
    for (let i = 0; i < 4; i++)
      out += plant.bush(
        ink,
        (i < 2 ? between(random, 0, 0.22) : between(random, 0.78, 1)) * width,
        horizon + between(random, 125, 150) * u,
        between(random, 60, 95) * u,
        isSnowy(kit) ? '#b9cfd3' : mossy(leaf(kit)),
      );
    return out;
  });
  kit.pass('ground', 0.05, horizon + 100 * u, (ink) => {
    let out =
      ground.hill(ink, width, height, horizon + 142 * u, 14 * u, mossy(near), random) +
      nearDetails(kit, ink, horizon + 190 * u, down(0.97), 22);
    if (!isSnowy(kit))
      for (let i = 0; i < 5; i++) {
        const x = (i < 3 ? between(random, 0.02, 0.25) : between(random, 0.76, 0.98)) * width;
        const y = down(between(random, 0.86, 0.95));
        const s = between(random, 26, 46) * u;
        out +=
          box(x - s * 0.18, y - s * 0.6, s * 0.36, s * 0.6, '#fbeedd', s * 0.15) +
          path(
            `M${round(x - s * 0.62)} ${round(y - s * 0.5)}Q${round(x)} ${round(y - s * 1.5)} ${round(x + s * 0.62)} ${round(y - s * 0.5)}Q${round(x)} ${round(y - s * 0.3)} ${round(x - s * 0.62)} ${round(y - s * 0.5)}Z`,
            ink.linear('#ef6a5b', '#b83a45'),
          ) +
          ellipse(x - s * 0.16, y - s * 0.8, s * 0.1, s * 0.08, '#fff6ea') +
          ellipse(x + s * 0.22, y - s * 0.66, s * 0.08, s * 0.06, '#fff6ea');
      }
    return out;
  });
  // A big trunk at one edge frames the picture like a curtain.
  const side = random() < 0.5 ? 0 : 1;
  kit.pass('front', 0, 0, (ink) => {
    const x = side ? width * 1.005 : -width * 0.005;
    const w = 95 * u;
    const sign = side ? -1 : 1;
    return (
      path(
        `M${round(x - w)} ${round(height + 5)}Q${round(x - w * 0.4)} ${round(down(0.7))} ${round(x - w * 0.55)} 0H${round(x + w * 0.55)}Q${round(x + w * 0.4)} ${round(down(0.7))} ${round(x + w)} ${round(height + 5)}Z`,
        ink.linear('#7b5547', '#4a3038', side ? 90 : -90),
      ) +
      ellipse(
        x + sign * 30 * u,
        -20 * u,
        330 * u,
        130 * u,
        ink.linear(darker(isSnowy(kit) ? '#a9c3cc' : '#4f9462', 0.2), darker('#3f7d55', 0.35)),
      )
    );
  });
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u };
}
