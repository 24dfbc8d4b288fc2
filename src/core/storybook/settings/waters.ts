import { box, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { between } from '../random.ts';
import * as building from '../scenery/buildings.ts';
import * as ground from '../scenery/ground.ts';
import * as plant from '../scenery/plants.ts';
import type { Kit, Places } from './backdrop.ts';

const SEA = '#3f93c6';

/** 0 (flat as a plate) .. 1 (storm). */
function roughness(kit: Kit): number {
  return kit.graph.weather === 'storm' ? 1 : kit.graph.weather === 'wind' || kit.graph.weather === 'rain' ? 0.55 : 0.2;
}

export function sea(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.54;
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
  kit.pass('front', 0, horizon + 120 * u, (ink) =>
    ground.waveCrest(ink, width, height, horizon + 305 * u, (24 + rough * 52) * u, darker(SEA, 0.12), random),
  );
  return { horizon, backY: horizon + 50 * u, waterY: horizon + 225 * u, standY: horizon + 275 * u };
}

export function shore(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.53;
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
        height * between(random, 0.84, 0.97),
        between(random, 7, 16) * u,
        '#cdbba0',
      );
    for (let i = 0; i < 5; i++) {
      const x = random() * width;
      const y = height * between(random, 0.86, 0.96);
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
    return out + [0.05, 0.92].map((t) => plant.grassTuft(t * width, height * 0.9, 90 * u, '#a9b866', random)).join('');
  });
  return { horizon, backY: horizon + 170 * u, waterY: horizon + 130 * u };
}

/** On deck: planks, rail, a mast with its sail; the sea goes by behind. */
export function ship(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.55;
  const rough = roughness(kit);
  const mast = (random() < 0.5 ? between(random, 0.16, 0.24) : between(random, 0.76, 0.84)) * width;
  kit.pass(
    'far',
    0.6,
    horizon - 40 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, SEA, random, rough) +
      ground.waveCrest(
        ink,
        width,
        height,
        horizon + 80 * u,
        (16 + rough * 60) * u,
        darker(SEA, 0.05),
        random,
        rough > 0.4,
      ),
  );
  kit.pass('scenery', 0.06, 0, (ink) => {
    let out = box(mast - 17 * u, 0, 34 * u, horizon + 200 * u, ink.linear('#b5804f', '#7a5136', 90));
    out += line(`M${round(mast - 250 * u)} ${round(70 * u)}H${round(mast + 250 * u)}`, '#8a5f3d', 16 * u);
    out += path(
      `M${round(mast - 235 * u)} ${round(76 * u)}H${round(mast + 235 * u)}Q${round(mast + 270 * u)} ${round(250 * u)} ${round(mast + 220 * u)} ${round(390 * u)}Q${round(mast)} ${round(440 * u)} ${round(mast - 220 * u)} ${round(390 * u)}Q${round(mast - 270 * u)} ${round(250 * u)} ${round(mast - 235 * u)} ${round(76 * u)}Z`,
      ink.linear('#fffaf0', '#dccdb8', 60),
    );
    out += line(
      `M${round(mast - 60 * u)} ${round(horizon + 150 * u)}L${round(mast - 320 * u)} 0M${round(mast + 60 * u)} ${round(horizon + 150 * u)}L${round(mast + 320 * u)} 0`,
      '#8a6a4a',
      5 * u,
    );
    const rail = horizon + 120 * u;
    out += box(0, rail + 74 * u, width, 70 * u, ink.linear('#a5693f', '#7c4c31'));
    for (let x = 20 * u; x < width; x += 74 * u)
      out += path(
        `M${round(x - 9 * u)} ${round(rail + 80 * u)}Q${round(x - 15 * u)} ${round(rail + 40 * u)} ${round(x - 6 * u)} ${round(rail + 10 * u)}h${round(12 * u)}Q${round(x + 15 * u)} ${round(rail + 40 * u)} ${round(x + 9 * u)} ${round(rail + 80 * u)}Z`,
        '#d9a56c',
      );
    return out + box(0, rail, width, 20 * u, ink.linear('#dba86e', '#a8713f'), 8 * u);
  });
  kit.pass('ground', 0.02, horizon + 190 * u, (ink) => {
    const deck = horizon + 200 * u;
    let out = box(0, deck, width, height - deck + 5, ink.linear('#d7a673', '#a8734a'));
    for (let i = -9; i <= 9; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.08)} ${round(deck)}L${round(width / 2 + i * width * 0.14)} ${round(height)}`,
        '#8f5f3d',
        3 * u,
        'opacity=".7"',
      );
    const bx = mast < width / 2 ? width * 0.93 : width * 0.07;
    out +=
      path(
        `M${round(bx - 60 * u)} ${round(deck + 100 * u)}Q${round(bx - 82 * u)} ${round(deck + 40 * u)} ${round(bx - 58 * u)} ${round(deck - 20 * u)}h${round(116 * u)}Q${round(bx + 82 * u)} ${round(deck + 40 * u)} ${round(bx + 58 * u)} ${round(deck + 100 * u)}Z`,
        ink.linear('#b98255', '#7f5133', 90),
      ) +
      line(
        `M${round(bx - 68 * u)} ${round(deck + 10 * u)}h${round(136 * u)}M${round(bx - 68 * u)} ${round(deck + 74 * u)}h${round(136 * u)}`,
        '#5c4a48',
        9 * u,
      );
    return out;
  });
  return { horizon, backY: horizon + 205 * u, standY: height * 0.86, waterY: horizon + 90 * u };
}

export function lighthouseRock(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.56;
  const rough = roughness(kit);
  const right = random() < 0.5;
  const at = (right ? between(random, 0.73, 0.79) : between(random, 0.21, 0.27)) * width;
  const tall = Math.min(height * 0.62, 640 * u);
  const foot = horizon + 96 * u;
  kit.pass(
    'far',
    0.65,
    horizon - 10 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, SEA, random, rough) +
      ground.waveCrest(
        ink,
        width,
        height,
        horizon + 66 * u,
        (12 + rough * 56) * u,
        darker(SEA, 0.04),
        random,
        rough > 0.4,
      ),
  );
  kit.pass('scenery', 0.08, Math.max(0, foot - tall - 20 * u), (ink, lights) =>
    building.lighthouse(ink, at, foot, tall, lights),
  );
  kit.pass('ground', 0.03, horizon, (ink) => {
    const rock = '#8d8fa0';
    const s = right ? 1 : -1;
    let out = '';
    for (const [dx, dy, r] of [
      [-0.1, 90, 150],
      [0.12, 100, 190],
      [0.26, 150, 200],
    ] as const)
      out += ground.stone(ink, at + s * dx * width, foot + dy * u, r * u, darker(rock, 0.1));
    const edge = right ? 0 : width;
    out += path(
      `M${round(edge)} ${round(height)}L${round(edge)} ${round(horizon + 236 * u)}C${round(edge + s * width * 0.16)} ${round(horizon + 196 * u)} ${round(edge + s * width * 0.34)} ${round(horizon + 224 * u)} ${round(at - s * 230 * u)} ${round(horizon + 166 * u)}C${round(at - s * 150 * u)} ${round(horizon + 74 * u)} ${round(at + s * 120 * u)} ${round(horizon + 80 * u)} ${round(at + s * 270 * u)} ${round(horizon + 120 * u)}L${round(width - edge + s * 10)} ${round(horizon + 190 * u)}V${round(height + 5)}Z`,
      ink.linear(lighter(rock, 0.28), darker(rock, 0.28)),
    );
    for (let i = 0; i < 14; i++) {
      const x = random() * width;
      out += path(
        `M${round(x)} ${round(height * between(random, 0.84, 0.97))}q${round(40 * u)} ${round(-16 * u)} ${round(90 * u)} 0`,
        'none',
        `stroke="${i % 2 ? lighter(rock, 0.4) : darker(rock, 0.25)}" stroke-width="${round(4 * u)}" stroke-linecap="round" opacity=".55"`,
      );
    }
    for (let i = 0; i < 5; i++)
      out += plant.grassTuft(random() * width, height * between(random, 0.86, 0.95), 40 * u, '#8fae6a', random);
    return out;
  });
  if (kit.look.lamps) {
    const lampX = at;
    const lampY = foot - tall * 0.76 - tall * 0.07;
    kit.glow(lampX, lampY, 420 * u, 0.95, [1, 0.85, 0.5]);
    kit.pass(
      'scenery',
      0,
      0,
      (ink) => {
        const beam = (dx: number, spread: number): string =>
          path(
            `M${round(lampX)} ${round(lampY)}L${round(lampX + dx * width)} ${round(lampY - spread * 0.5)}V${round(lampY + spread)}Z`,
            ink.linear('#ffe9a8', '#ffe9a8', 90),
            'opacity=".2"',
          );
        return beam(right ? -0.9 : 0.9, 170 * u) + beam(right ? 0.5 : -0.5, 120 * u);
      },
      false,
    );
  }
  return {
    horizon,
    backY: horizon + 225 * u,
    waterY: horizon + 110 * u,
    standY: height * 0.845,
    tall: { x: at, width: 230 * u },
  };
}

export function island(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.54;
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
        height * between(random, 0.84, 0.96),
        between(random, 8, 18) * u,
        '#d0b48e',
      );
    return out + [0.12, 0.9].map((t) => plant.bush(ink, t * width, horizon + 190 * u, 70 * u, '#6bb25c')).join('');
  });
  return { horizon, backY: horizon + 145 * u, waterY: horizon + 100 * u };
}

export function underwater(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.72;
  kit.pass('far', 0, 0, (ink) => {
    let out = box(0, 0, width, height, ink.linear('#7fdcec', '#155a94'));
    for (let i = 0; i < 7; i++) {
      const x = between(random, 0, 1) * width;
      const w = between(random, 30, 90) * u;
      const slide = between(random, -260, -120) * u;
      out += path(
        `M${round(x)} 0h${round(w)}L${round(x + w * 2.2 + slide)} ${round(height * 0.85)}H${round(x + slide)}Z`,
        ink.veil('#f2ffff', 0.4),
      );
    }
    return out;
  });
  kit.pass(
    'far',
    0.8,
    height * 0.4,
    (ink) =>
      ground.hill(ink, width, height, horizon - 60 * u, 60 * u, '#3f8fae', random) +
      [0.1, 0.3, 0.7, 0.92]
        .map((t) => ground.stone(ink, t * width, horizon - 20 * u, between(random, 60, 120) * u, '#5a87a0'))
        .join(''),
  );
  const weed = (x: number, y: number, size: number, colour: string): string => {
    let out = '';
    for (let i = -1; i <= 1; i++) {
      const px = x + i * size * 0.12;
      const k = size * (1 - Math.abs(i) * 0.25);
      out += path(
        `M${round(px - size * 0.03)} ${round(y)}C${round(px + size * 0.14)} ${round(y - k * 0.35)} ${round(px - size * 0.16)} ${round(y - k * 0.6)} ${round(px + size * 0.04)} ${round(y - k)}C${round(px - size * 0.04)} ${round(y - k * 0.6)} ${round(px + size * 0.2)} ${round(y - k * 0.35)} ${round(px + size * 0.05)} ${round(y)}Z`,
        i ? colour : lighter(colour, 0.14),
      );
    }
    return out;
  };
  kit.pass('scenery', 0.3, height * 0.3, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 20 * u, 30 * u, '#cdb58b', random);
    for (const t of [0.03, 0.11, 0.2, 0.8, 0.9, 0.98])
      out += weed(t * width, horizon + 60 * u, between(random, 200, 360) * u, '#3f9a72');
    for (const t of [0.07, 0.16, 0.85, 0.94]) {
      const x = t * width;
      const y = horizon + between(random, 70, 110) * u;
      const c = random() < 0.5 ? '#ef7f8d' : '#f0a35e';
      for (let i = -2; i <= 2; i++)
        out += line(
          `M${round(x)} ${round(y)}Q${round(x + i * 16 * u)} ${round(y - 50 * u)} ${round(x + i * 26 * u)} ${round(y - (90 - Math.abs(i) * 14) * u)}`,
          i % 2 ? c : lighter(c, 0.2),
          17 * u,
        );
    }
    return out;
  });
  kit.pass('ground', 0.05, horizon, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 110 * u, 20 * u, '#e6cf9d', random);
    for (let i = 0; i < 12; i++)
      out += ground.stone(
        ink,
        random() * width,
        height * between(random, 0.88, 0.98),
        between(random, 8, 24) * u,
        '#b0a391',
      );
    return out;
  });
  kit.pass('front', 0, 0, (ink) => {
    let out = [-0.005, 0.05, 0.95, 1]
      .map((t) => weed(t * width, height + 5, between(random, 210, 330) * u, '#2f8466'))
      .join('');
    for (let i = 0; i < 26; i++) {
      const x = random() * width;
      const y = random() * height * 0.8;
      const r = between(random, 4, 17) * u;
      out +=
        ellipse(x, y, r, r, ink.fade('#ffffff', 0.25)) +
        ellipse(x, y, r, r, 'none', `stroke="#eaffff" stroke-width="${round(1.8 * u)}" opacity=".65"`) +
        ellipse(x - r * 0.35, y - r * 0.35, r * 0.2, r * 0.2, '#ffffff', 'opacity=".9"');
    }
    return out;
  });
  return {
    horizon,
    standY: height * 0.86,
    backY: horizon + 60 * u,
    waterY: height * 0.5,
    floating: true,
    openSky: false,
  };
}
