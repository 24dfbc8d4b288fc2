import { box } from '../../ink.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';

export function sky(kit: Kit): Places {
  const { width, u, random, down } = kit;
  kit.pass('far', 0.5, down(0.6), (ink) => {
    let out = '';
    for (let i = 0; i < 8; i++)
      out += ground.cloud(
        ink,
        (i / 7) * width + between(random, -60, 60) * u,
        down(between(random, 0.74, 0.84)),
        between(random, 380, 560) * u,
        '#dfeaf5',
        0.85,
      );
    return out;
  });
  kit.pass('ground', 0.1, down(0.6), (ink) => {
    let out = '';
    for (let i = 0; i < 9; i++)
      out += ground.cloud(
        ink,
        ((i + random()) / 9) * width,
        down(between(random, 0.9, 1)),
        between(random, 420, 620) * u,
        '#f3f8fd',
        0.95,
      );
    return out + box(0, down(0.94), width, down(0.08), '#f1f6fc');
  });
  kit.pass(
    'front',
    0,
    down(0.8),
    (ink) =>
      ground.cloud(ink, width * 0.02, down(1.04), 460 * u, '#ffffff', 0.97) +
      ground.cloud(ink, width * 0.98, down(1.05), 500 * u, '#ffffff', 0.97),
  );
  return { horizon: down(0.86), standY: down(0.83), backY: down(0.8), floating: false };
}
