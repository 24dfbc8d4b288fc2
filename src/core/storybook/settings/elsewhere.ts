import { box, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { between, pick } from '../random.ts';
import * as ground from '../scenery/ground.ts';
import type { Kit, Places } from './backdrop.ts';

export function cave(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.66;
  const mouth = between(random, 0.4, 0.6) * width;
  const rock = '#85749a';
  kit.pass('far', 0.2, 0, (ink) => {
    let out = path(
      `M0 0H${round(width)}V${round(height)}H0ZM${round(mouth - 250 * u)} ${round(horizon + 30 * u)}Q${round(mouth - 280 * u)} ${round(height * 0.24)} ${round(mouth)} ${round(height * 0.2)}Q${round(mouth + 290 * u)} ${round(height * 0.24)} ${round(mouth + 250 * u)} ${round(horizon + 30 * u)}Z`,
      ink.linear('#6c5c86', '#4a3f66'),
      'fill-rule="evenodd"',
    );
    out += path(
      `M${round(mouth - 252 * u)} ${round(horizon + 32 * u)}v${round(-50 * u)}q${round(250 * u)} ${round(-40 * u)} ${round(504 * u)} 0v${round(50 * u)}Z`,
      ink.linear('#8fbf86', '#6f9f74'),
    );
    return out;
  });
  const spike = (x: number, y: number, w: number, h: number, fill: string): string =>
    path(
      `M${round(x - w / 2)} ${round(y)}Q${round(x - w * 0.12)} ${round(y + h * 0.4)} ${round(x)} ${round(y + h)}Q${round(x + w * 0.14)} ${round(y + h * 0.4)} ${round(x + w / 2)} ${round(y)}Z`,
      fill,
    );
  kit.pass('scenery', 0.05, 0, (ink) => {
    let out = '';
    const fill = ink.linear(darker(rock, 0.15), lighter(rock, 0.1));
    for (let i = 0; i < 11; i++) {
      const x = ((i + between(random, 0.1, 0.9)) / 11) * width;
      const edge = Math.abs(x - width / 2) / (width / 2);
      out += spike(x, -5, between(random, 60, 120) * u, (70 + edge * 200 * between(random, 0.5, 1)) * u, fill);
    }
    for (const side of [0, 1]) {
      const sx = side * width;
      const k = side ? -1 : 1;
      out += path(
        `M${round(sx)} 0L${round(sx + k * 250 * u)} 0Q${round(sx + k * 120 * u)} ${round(height * 0.3)} ${round(sx + k * 190 * u)} ${round(height * 0.52)}Q${round(sx + k * 120 * u)} ${round(height * 0.66)} ${round(sx + k * 260 * u)} ${round(height * 0.76)}H${round(sx)}Z`,
        ink.linear(lighter(rock, 0.05), darker(rock, 0.35), side ? -90 : 90),
      );
    }
    for (let i = 0; i < 9; i++) {
      const x = (i < 5 ? between(random, 0.03, 0.2) : between(random, 0.8, 0.97)) * width;
      const y = horizon + between(random, 40, 130) * u;
      const s = between(random, 40, 85) * u;
      const c = pick(random, ['#7ee0e8', '#b79bf5', '#f49ad0']);
      out += path(
        `M${round(x - s * 0.25)} ${round(y)}L${round(x - s * 0.2)} ${round(y - s * 0.8)}L${round(x)} ${round(y - s * 1.15)}L${round(x + s * 0.2)} ${round(y - s * 0.75)}L${round(x + s * 0.25)} ${round(y)}Z`,
        ink.linear(lighter(c, 0.5), darker(c, 0.2), 40),
      );
      kit.glow(x, y - s * 0.5, s * 2.2, 0.3, [0.6, 0.8, 1]);
    }
    return out;
  });
  kit.pass('ground', 0, horizon - 40 * u, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 60 * u, 14 * u, rock, random);
    for (let i = 0; i < 12; i++)
      out += ground.stone(
        ink,
        random() * width,
        height * between(random, 0.76, 0.97),
        between(random, 12, 34) * u,
        darker(rock, 0.05),
      );
    return out;
  });
  kit.glow(mouth, height * 0.55, 620 * u, 0.3, [0.9, 0.9, 0.75]);
  return { horizon, backY: horizon + 70 * u, standY: height * 0.84, openSky: false };
}

function planets(kit: Kit): void {
  const { width, height, u, random } = kit;
  kit.pass('far', 0, 0, (ink) => {
    let out =
      ellipse(width * between(random, 0.2, 0.8), height * 0.3, width * 0.5, height * 0.28, ink.fade('#c86fd8', 0.4)) +
      ellipse(width * between(random, 0.1, 0.9), height * 0.2, width * 0.4, height * 0.25, ink.fade('#4fa9e8', 0.35));
    const left = random() < 0.5;
    const x = (left ? 0.16 : 0.84) * width;
    const r = 120 * u;
    out +=
      ellipse(x, height * 0.24, r, r, ink.ball('#ffd9a0', '#c9665c')) +
      `<g transform="rotate(-18 ${round(x)} ${round(height * 0.24)})">${ellipse(x, height * 0.24, r * 1.75, r * 0.34, 'none', `stroke="#f7d9b0" stroke-width="${round(15 * u)}" opacity=".8"`)}${path(`M${round(x - r)} ${round(height * 0.24)}A${round(r)} ${round(r)} 0 0 1 ${round(x + r)} ${round(height * 0.24)}Z`, ink.ball('#ffd9a0', '#d97b63'))}</g>`;
    const x2 = (left ? between(random, 0.7, 0.88) : between(random, 0.12, 0.3)) * width;
    out += ellipse(x2, height * between(random, 0.12, 0.2), 46 * u, 46 * u, ink.ball('#a9e8d8', '#3f86a8'));
    return out;
  });
}

export function space(kit: Kit): Places {
  const { width, height, u, random } = kit;
  planets(kit);
  kit.pass(
    'ground',
    0,
    height * 0.78,
    (ink) =>
      ellipse(width * 0.5, height * 1.55, width * 0.85, height * 0.66, ink.linear('#7a6cc0', '#3b2f78')) +
      [0.2, 0.38, 0.63, 0.8]
        .map((t) =>
          ellipse(
            t * width,
            height * between(random, 0.94, 0.985),
            between(random, 40, 80) * u,
            12 * u,
            '#5a4aa0',
            'opacity=".7"',
          ),
        )
        .join(''),
  );
  return { horizon: height * 0.9, standY: height * 0.74, backY: height * 0.62, floating: true };
}

export function moon(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.64;
  kit.pass('far', 0, 0, (ink) => {
    const x = (random() < 0.5 ? between(random, 0.16, 0.28) : between(random, 0.72, 0.84)) * width;
    const y = height * 0.27;
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
      out += crater(random() * width, height * between(random, 0.8, 0.97), between(random, 24, 90) * u);
    return out + [0.05, 0.9].map((t) => ground.stone(ink, t * width, height * 0.8, 60 * u, '#b0adc2')).join('');
  });
  return { horizon, backY: horizon + 95 * u };
}

export function sky(kit: Kit): Places {
  const { width, height, u, random } = kit;
  kit.pass('far', 0.5, height * 0.6, (ink) => {
    let out = '';
    for (let i = 0; i < 8; i++)
      out += ground.cloud(
        ink,
        (i / 7) * width + between(random, -60, 60) * u,
        height * between(random, 0.74, 0.84),
        between(random, 380, 560) * u,
        '#dfeaf5',
        0.85,
      );
    return out;
  });
  kit.pass('ground', 0.1, height * 0.6, (ink) => {
    let out = '';
    for (let i = 0; i < 9; i++)
      out += ground.cloud(
        ink,
        ((i + random()) / 9) * width,
        height * between(random, 0.9, 1),
        between(random, 420, 620) * u,
        '#f3f8fd',
        0.95,
      );
    return out + box(0, height * 0.94, width, height * 0.08, '#f1f6fc');
  });
  kit.pass(
    'front',
    0,
    height * 0.8,
    (ink) =>
      ground.cloud(ink, width * 0.02, height * 1.04, 460 * u, '#ffffff', 0.97) +
      ground.cloud(ink, width * 0.98, height * 1.05, 500 * u, '#ffffff', 0.97),
  );
  return { horizon: height * 0.86, standY: height * 0.83, backY: height * 0.8, floating: false };
}

/** Platform, roof on iron columns, a clock, and rails in front. */
export function station(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const base = height * 0.68;
  kit.pass('scenery', 0.1, 0, (ink, lights) => {
    const brick = '#d99a7c';
    let out = box(0, height * 0.2, width, base - height * 0.2, ink.linear(lighter(brick, 0.2), darker(brick, 0.15)));
    for (let x = 40 * u; x < width; x += 330 * u) {
      lights.add(
        path(
          `M${round(x + 60 * u)} ${round(base - 110 * u)}v${round(-150 * u)}a${round(70 * u)} ${round(70 * u)} 0 0 1 ${round(140 * u)} 0v${round(150 * u)}Z`,
          '#ffd98a',
        ),
      );
      out +=
        path(
          `M${round(x + 46 * u)} ${round(base - 100 * u)}v${round(-160 * u)}a${round(84 * u)} ${round(84 * u)} 0 0 1 ${round(168 * u)} 0v${round(160 * u)}Z`,
          '#fff3e0',
        ) +
        path(
          `M${round(x + 60 * u)} ${round(base - 110 * u)}v${round(-150 * u)}a${round(70 * u)} ${round(70 * u)} 0 0 1 ${round(140 * u)} 0v${round(150 * u)}Z`,
          '#bfe0ee',
        );
    }
    out += path(
      `M0 ${round(height * 0.1)}H${round(width)}V${round(height * 0.2)}Q${round(width / 2)} ${round(height * 0.24)} 0 ${round(height * 0.2)}Z`,
      ink.linear('#6f7aa0', '#4a5378'),
    );
    for (let x = 0; x < width; x += 50 * u)
      out += path(
        `M${round(x)} ${round(height * 0.2 + 8 * u)}h${round(50 * u)}l${round(-25 * u)} ${round(34 * u)}Z`,
        x % 100 ? '#f5ead8' : '#e5d3ba',
      );
    for (const t of [0.1, 0.9])
      out +=
        box(t * width - 13 * u, height * 0.2, 26 * u, base - height * 0.2, ink.linear('#5f6f9c', '#37436b', 90)) +
        box(t * width - 26 * u, base - 30 * u, 52 * u, 30 * u, '#43507a', 6 * u);
    const cx = between(random, 0.4, 0.6) * width;
    out +=
      line(`M${round(cx)} ${round(height * 0.2)}v${round(50 * u)}`, '#43507a', 9 * u) +
      ellipse(cx, height * 0.2 + 100 * u, 58 * u, 58 * u, '#43507a') +
      ellipse(cx, height * 0.2 + 100 * u, 47 * u, 47 * u, '#fffaf0') +
      line(
        `M${round(cx)} ${round(height * 0.2 + 100 * u)}v${round(-32 * u)}M${round(cx)} ${round(height * 0.2 + 100 * u)}l${round(22 * u)} ${round(14 * u)}`,
        '#43507a',
        6 * u,
      );
    return out;
  });
  kit.pass('ground', 0, base - 5, (ink) => {
    let out = box(0, base, width, height - base, ink.linear('#dcd3cb', '#b3a8a4'));
    for (let i = -8; i <= 8; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.09)} ${round(base)}L${round(width / 2 + i * width * 0.18)} ${round(height * 0.9)}`,
        '#a3989a',
        3 * u,
        'opacity=".6"',
      );
    out +=
      box(0, height * 0.895, width, 16 * u, '#f4cf5c') +
      box(0, height * 0.91, width, height * 0.1, ink.linear('#6d6470', '#4a4350'));
    out += box(0, height * 0.955, width, 9 * u, '#b9c0cc');
    return out;
  });
  if (kit.look.lamps) for (const t of [0.25, 0.75]) kit.glow(t * width, height * 0.3, 420 * u, 0.5);
  return { horizon: base, backY: base + 14 * u, standY: height * 0.83, openSky: false };
}
