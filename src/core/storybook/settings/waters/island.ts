import { ellipse, path, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { roughness } from './sea-state.ts';

export function island(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.54);
  kit.pass('far', 0.65, horizon - 20 * u, (ink) =>
    ground.water(ink, width, height, horizon, '#3fb0cc', random, roughness(kit)),
  );
  kit.pass('scenery', 0.12, 0, (ink) => {
    let out = ground.waveCrest(ink, width, height, horizon + 90 * u, 14 * u, '#52bcd3', random);
    out += ellipse(width / 2, horizon + 200 * u, width * 0.56, 92 * u, '#dff7f7', 'opacity=".8"');
    const side = random() < 0.5;
    out +=
      plant.palm(ink, (side ? 0.16 : 0.8) * width, horizon + 170 * u, 560 * u, '#5cae58') +
      plant.palm(ink, (side ? 0.25 : 0.88) * width, horizon + 180 * u, 420 * u, '#6bbd5f');
    return out;
  });
  kit.pass('ground', 0.02, horizon + 80 * u, (ink) => {
    let out = path(
      `M${round(width * -0.02)} ${round(height)}Q${round(width * 0.02)} ${round(horizon + 190 * u)} ${round(width * 0.25)} ${round(horizon + 140 * u)}Q${round(width * 0.5)} ${round(horizon + 108 * u)} ${round(width * 0.78)} ${round(horizon + 142 * u)}Q${round(width * 0.99)} ${round(horizon + 190 * u)} ${round(width * 1.02)} ${round(height)}Z`,
      ink.linear('#fbe9bf', '#e3bf85'),
    );
    for (let i = 0; i < 10; i++)
      out += ground.stone(
        ink,
        between(random, 0.08, 0.92) * width,
        down(between(random, 0.84, 0.96)),
        between(random, 8, 18) * u,
        '#d0b48e',
      );
    return out + [0.12, 0.9].map((t) => plant.bush(ink, t * width, horizon + 190 * u, 70 * u, '#6bb25c')).join('');
  });
  return { horizon, backY: horizon + 145 * u, waterY: horizon + 100 * u };
}
