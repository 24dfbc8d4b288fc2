import { ellipse, path, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';

function planets(kit: Kit): void {
  const { width, u, random, down } = kit;
  kit.pass('far', 0, 0, (ink) => {
    let out =
      ellipse(width * between(random, 0.2, 0.8), down(0.3), width * 0.5, down(0.28), ink.fade('#c86fd8', 0.4)) +
      ellipse(width * between(random, 0.1, 0.9), down(0.2), width * 0.4, down(0.25), ink.fade('#4fa9e8', 0.35));
    const left = random() < 0.5;
    const x = (left ? 0.16 : 0.84) * width;
    const r = 120 * u;
    out +=
      ellipse(x, down(0.24), r, r, ink.ball('#ffd9a0', '#c9665c')) +
      `<g transform="rotate(-18 ${round(x)} ${round(down(0.24))})">${ellipse(x, down(0.24), r * 1.75, r * 0.34, 'none', `stroke="#f7d9b0" stroke-width="${round(15 * u)}" opacity=".8"`)}${path(`M${round(x - r)} ${round(down(0.24))}A${round(r)} ${round(r)} 0 0 1 ${round(x + r)} ${round(down(0.24))}Z`, ink.ball('#ffd9a0', '#d97b63'))}</g>`;
    const x2 = (left ? between(random, 0.7, 0.88) : between(random, 0.12, 0.3)) * width;
    out += ellipse(x2, down(between(random, 0.12, 0.2)), 46 * u, 46 * u, ink.ball('#a9e8d8', '#3f86a8'));
    return out;
  });
}

export function space(kit: Kit): Places {
  const { width, u, random, down } = kit;
  planets(kit);
  kit.pass(
    'ground',
    0,
    down(0.78),
    (ink) =>
      ellipse(width * 0.5, down(1.55), width * 0.85, down(0.66), ink.linear('#7a6cc0', '#3b2f78')) +
      [0.2, 0.38, 0.63, 0.8]
        .map((t) =>
          ellipse(
            t * width,
            down(between(random, 0.94, 0.985)),
            between(random, 40, 80) * u,
            12 * u,
            '#5a4aa0',
            'opacity=".7"',
          ),
        )
        .join(''),
  );
  return { horizon: down(0.9), standY: down(0.74), backY: down(0.62), floating: true };
}

export function moon(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.64);
  kit.pass('far', 0, 0, (ink) => {
    const x = (random() < 0.5 ? between(random, 0.16, 0.28) : between(random, 0.72, 0.84)) * width;
    const y = down(0.27);
    const r = 140 * u;
    return (
      ellipse(x, y, r * 1.35, r * 1.35, ink.fade('#8fd0ff', 0.5)) +
      ellipse(x, y, r, r, ink.ball('#8fd6ff', '#1f5fb0')) +
      path(
        `M${round(x - r * 0.6)} ${round(y - r * 0.35)}q${round(r * 0.3)} ${round(-r * 0.4)} ${round(r * 0.6)} ${round(-r * 0.1)}q${round(r * 0.1)} ${round(r * 0.3)} ${round(-r * 0.2)} ${round(r * 0.4)}q${round(-r * 0.3)} ${round(r * 0.1)} ${round(-r * 0.4)} ${round(-r * 0.3)}ZM${round(x + r * 0.1)} ${round(y + r * 0.25)}q${round(r * 0.35)} ${round(-r * 0.2)} ${round(r * 0.5)} ${round(r * 0.1)}q${round(-r * 0.1)} ${round(r * 0.35)} ${round(-r * 0.35)} ${round(r * 0.35)}Z`,
        '#86c873',
      ) +
      ellipse(x - r * 0.1, y - r * 0.6, r * 0.4, r * 0.08, '#ffffff', 'opacity=".7"') +
      ellipse(x + r * 0.2, y + r * 0.1, r * 0.45, r * 0.07, '#ffffff', 'opacity=".6"')
    );
  });
  const crater = (x: number, y: number, w: number): string =>
    ellipse(x, y, w, w * 0.3, '#a9a6bd') + ellipse(x, y + w * 0.05, w * 0.86, w * 0.22, '#8e8ba6');
  kit.pass(
    'scenery',
    0.1,
    horizon - 120 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 10 * u, 40 * u, '#b5b2c8', random) +
      [0.15, 0.45, 0.8].map((t) => crater(t * width, horizon + 40 * u, 60 * u)).join(''),
  );
  kit.pass('ground', 0, horizon, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 85 * u, 18 * u, '#d5d2e2', random);
    for (let i = 0; i < 9; i++)
      out += crater(random() * width, down(between(random, 0.8, 0.97)), between(random, 24, 90) * u);
    return out + [0.05, 0.9].map((t) => ground.stone(ink, t * width, down(0.8), 60 * u, '#b0adc2')).join('');
  });
  return { horizon, backY: horizon + 95 * u };
}
