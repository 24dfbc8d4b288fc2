import { line, path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { roughness } from './sea-state.ts';

export function shore(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.53);
  const snowy = kit.graph.season === 'winter' || kit.graph.weather === 'snow';
  const sand = snowy ? '#e8eef5' : '#f3d9a4';
  kit.pass(
    'far',
    0.6,
    horizon - 150 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, '#4fb0d3', random, roughness(kit)) +
      path(
        `M${round(width)} ${round(horizon + 5)}V${round(horizon - 100 * u)}Q${round(width * 0.86)} ${round(horizon - 130 * u)} ${round(width * 0.76)} ${round(horizon + 5)}Z`,
        ink.linear('#9fbf8e', '#7ba07f'),
      ),
  );
  kit.pass('scenery', 0.2, horizon + 30 * u, (ink) =>
    ground.waveCrest(ink, width, height, horizon + 110 * u, (14 + 40 * roughness(kit)) * u, '#5cb9d8', random),
  );
  kit.pass('ground', 0.03, horizon + 60 * u, (ink) => {
    let out = path(
      `M0 ${round(horizon + 175 * u)}Q${round(width * 0.3)} ${round(horizon + 120 * u)} ${round(width * 0.55)} ${round(horizon + 165 * u)}T${round(width)} ${round(horizon + 150 * u)}V${round(height)}H0Z`,
      '#f5fcff',
      'opacity=".85"',
    );
    out += path(
      `M0 ${round(horizon + 188 * u)}Q${round(width * 0.3)} ${round(horizon + 132 * u)} ${round(width * 0.55)} ${round(horizon + 178 * u)}T${round(width)} ${round(horizon + 163 * u)}V${round(height)}H0Z`,
      ink.linear(lighter(sand, 0.25), darker(sand, 0.13)),
    );
    for (let i = 0; i < 14; i++)
      out += ground.stone(
        ink,
        random() * width,
        down(between(random, 0.84, 0.97)),
        between(random, 7, 16) * u,
        '#cdbba0',
      );
    for (let i = 0; i < 5; i++) {
      const x = random() * width;
      const y = down(between(random, 0.86, 0.96));
      out +=
        path(
          `M${round(x - 18 * u)} ${round(y)}A${round(18 * u)} ${round(18 * u)} 0 0 1 ${round(x + 18 * u)} ${round(y)}L${round(x)} ${round(y + 10 * u)}Z`,
          ink.linear('#ffc9c0', '#ef9a94'),
        ) +
        line(
          `M${round(x)} ${round(y + 8 * u)}V${round(y - 16 * u)}M${round(x)} ${round(y + 8 * u)}l${round(-10 * u)} ${round(-20 * u)}M${round(x)} ${round(y + 8 * u)}l${round(10 * u)} ${round(-20 * u)}`,
          '#fff1ec',
          2 * u,
        );
    }
    return out + [0.05, 0.92].map((t) => plant.grassTuft(t * width, down(0.9), 90 * u, '#a9b866', random)).join('');
  });
  return { horizon, backY: horizon + 170 * u, waterY: horizon + 130 * u };
}
