import { line, path, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { nearDetails } from './greenery.ts';

export function jungle(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.6);
  kit.pass('far', 0.9, down(0.1), (ink) => {
    let out = ground.hill(ink, width, height, horizon - 120 * u, 60 * u, '#5aa05f', random);
    for (let i = 0; i < 8; i++)
      out += plant.palm(
        ink,
        (i / 7) * width + between(random, -40, 40) * u,
        horizon + 20 * u,
        between(random, 330, 440) * u,
        '#4f9f57',
      );
    return out;
  });
  kit.pass('scenery', 0.35, 0, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 60 * u, 15 * u, '#4b9150', random);
    for (const t of [0.04, 0.17, 0.82, 0.95])
      out +=
        plant.palm(ink, t * width - 40 * u, horizon + 120 * u, between(random, 520, 640) * u, '#5fb05a') +
        plant.bush(ink, t * width + 40 * u, horizon + 140 * u, 90 * u, '#4d9a4f');
    for (let i = 0; i < 5; i++) {
      const x = between(random, 0, 1) * width;
      out += line(
        `M${round(x)} 0Q${round(x + 40 * u)} ${round(down(0.16))} ${round(x + between(random, -90, 90) * u)} ${round(down(between(random, 0.2, 0.34)))}`,
        '#4a8a45',
        8 * u,
      );
    }
    return out;
  });
  kit.pass(
    'ground',
    0.05,
    horizon + 90 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 140 * u, 12 * u, '#5da14d', random) +
      nearDetails(kit, ink, horizon + 185 * u, down(0.97), 26),
  );
  kit.pass('front', 0, 0, (ink) => {
    let out = '';
    for (const side of [0, 1])
      for (let i = 0; i < 5; i++) {
        const a = (side ? Math.PI : 0) + (side ? 1 : -1) * (0.15 + i * 0.3);
        const len = between(random, 170, 270) * u;
        const bx = side * width;
        const by = down(1.01);
        const ex = bx + Math.cos(a) * len;
        const ey = by + Math.sin(side ? -Math.abs(a - Math.PI) : a) * len;
        out += path(
          `M${round(bx)} ${round(by)}Q${round((bx + ex) / 2 - 45 * u)} ${round((by + ey) / 2 - 50 * u)} ${round(ex)} ${round(ey)}Q${round((bx + ex) / 2 + 45 * u)} ${round((by + ey) / 2 + 50 * u)} ${round(bx)} ${round(by)}Z`,
          ink.linear('#3f8a4a', '#24593f'),
        );
      }
    return out;
  });
  return { horizon, backY: horizon + 130 * u };
}
