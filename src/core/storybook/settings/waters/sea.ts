import { path, round } from '../../ink.ts';
import { darker } from '../../paint/colour.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { SEA, roughness } from './sea-state.ts';

export function sea(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.54);
  const rough = roughness(kit);
  kit.pass(
    'far',
    0.7,
    horizon - 60 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, SEA, random, rough) +
      (random() < 0.5
        ? path(
            `M${round(width * 0.08)} ${round(horizon + 2)}q${round(90 * u)} ${round(-50 * u)} ${round(190 * u)} 0Z`,
            '#7fa3b8',
          )
        : ''),
  );
  kit.pass('scenery', 0.35, horizon, (ink) =>
    ground.waveCrest(ink, width, height, horizon + 70 * u, (18 + rough * 46) * u, SEA, random, rough > 0.4),
  );
  kit.pass('ground', 0.1, horizon + 40 * u, (ink) =>
    ground.waveCrest(
      ink,
      width,
      height,
      horizon + 160 * u,
      (22 + rough * 70) * u,
      darker(SEA, 0.06),
      random,
      rough > 0.4,
    ),
  );
  kit.pass('front', 0, horizon + 120 * u, (ink) => {
    const crest = (y: number, swell: number, shade: number): string =>
      ground.waveCrest(ink, width, height, horizon + y * u, (swell + rough * 52) * u, darker(SEA, shade), random);
    const near = kit.tall > 0.3 ? crest(440, 34, 0.18) + crest(590, 46, 0.26) : '';
    return crest(305, 24, 0.12) + near;
  });
  return { horizon, backY: horizon + 50 * u, waterY: horizon + 225 * u, standY: horizon + 275 * u };
}
