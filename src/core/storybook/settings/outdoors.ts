import type { Ink } from '../ink.ts';
import { box, ellipse, line, path, round, smooth } from '../ink.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { between, pick } from '../random.ts';
import * as building from '../scenery/buildings.ts';
import * as ground from '../scenery/ground.ts';
import * as plant from '../scenery/plants.ts';
import type { Kit, Places } from './backdrop.ts';

const BARK = '#8a5d44';

/** The colours of the land by season: [far, middle, near]. */
export function land(kit: Kit): readonly [string, string, string] {
  const { season, weather } = kit.graph;
  if (season === 'winter' || weather === 'snow' || kit.graph.setting === 'snow')
    return ['#d5e4f0', '#e3eef7', '#f1f7fc'];
  if (season === 'autumn') return ['#b9b56a', '#c2ac55', '#a89a48'];
  if (season === 'spring') return ['#a9d58b', '#93ca74', '#7dbb62'];
  return ['#93c98a', '#7fbd6c', '#69aa55'];
}

export function isSnowy(kit: Kit): boolean {
  return kit.graph.season === 'winter' || kit.graph.weather === 'snow' || kit.graph.setting === 'snow';
}

export function leaf(kit: Kit): string {
  return pick(kit.random, plant.leafColours(isSnowy(kit) ? 'winter' : kit.graph.season));
}

export function anyTree(kit: Kit, ink: Ink, x: number, y: number, size: number, pineShare = 0.35): string {
  const { random } = kit;
  if (random() < pineShare)
    return plant.pine(
      ink,
      x,
      y,
      size * 1.05,
      isSnowy(kit) ? '#6f9a92' : pick(random, ['#4f9070', '#5c9d6a', '#447f68']),
      BARK,
      isSnowy(kit),
    );
  if (isSnowy(kit)) return plant.bareTree(x, y, size, '#7d6a6a', random);
  return plant.roundTree(ink, x, y, size, leaf(kit), BARK, random);
}

/** A row of trees of about one size; `gapAt` is kept open for those who act. */
export function treeRow(kit: Kit, ink: Ink, y: number, size: number, count: number, pineShare: number): string {
  let out = '';
  for (let i = 0; i < count; i++) {
    const x = ((i + between(kit.random, 0.1, 0.9)) / count) * kit.width * 1.1 - kit.width * 0.05;
    out += anyTree(
      kit,
      ink,
      x,
      y + between(kit.random, -0.04, 0.06) * size,
      size * between(kit.random, 0.8, 1.15),
      pineShare,
    );
  }
  return out;
}

/** Tufts, flowers and stones on the near ground, thinner in the middle and none where captions lie. */
export function nearDetails(kit: Kit, ink: Ink, from: number, to: number, count: number): string {
  const { random, width, u } = kit;
  const [, , near] = land(kit);
  const snowy = isSnowy(kit);
  let out = '';
  const spots = Array.from({ length: count }, () => [random(), from + (to - from) * random()] as const).sort(
    (a, b) => a[1] - b[1],
  );
  for (const [t, y] of spots) {
    const x = t * width;
    const scale = 0.6 + (0.8 * (y - from)) / Math.max(1, to - from);
    const kind = random();
    if (snowy)
      out +=
        kind < 0.3
          ? ground.stone(ink, x, y, 16 * u * scale, '#c3d0de')
          : ellipse(x, y, 40 * u * scale, 9 * u * scale, '#ffffff', 'opacity=".7"');
    else if (kind < 0.55) out += plant.grassTuft(x, y, 34 * u * scale, darker(near, 0.12), random);
    else if (kind < 0.88)
      out += plant.flower(
        x,
        y,
        42 * u * scale,
        pick(
          random,
          kit.graph.season === 'autumn'
            ? ['#e0703f', '#d9a441', '#b9577a']
            : ['#ff9ab5', '#fff2f0', '#ffd34d', '#b79bf0', '#ff8f6b'],
        ),
        darker(near, 0.22),
      );
    else out += ground.stone(ink, x, y, 15 * u * scale, '#a8a6ae');
  }
  return out;
}

/** Big soft leaves and grass at the two lower corners: a frame that gives depth. */
export function frontCorners(kit: Kit): void {
  const { random, width, height, u } = kit;
  if (isSnowy(kit)) {
    kit.pass(
      'front',
      0,
      height * 0.84,
      (ink) =>
        ellipse(width * -0.02, height * 1.02, 330 * u, 120 * u, ink.linear('#ffffff', '#cfdeed')) +
        ellipse(width * 1.03, height * 1.03, 380 * u, 130 * u, ink.linear('#ffffff', '#cfdeed')),
    );
    return;
  }
  const [, , near] = land(kit);
  kit.pass('front', 0, height * 0.74, (ink) => {
    let out = '';
    for (const side of [0, 1]) {
      for (let i = 0; i < 7; i++) {
        const x = side * width + (side ? -1 : 1) * between(random, -20, 170) * u;
        const high = between(random, 90, 190) * u;
        const lean = (side ? -1 : 1) * between(random, 0.05, 0.5) * high;
        out += path(
          `M${round(x - 16 * u)} ${round(height + 5)}Q${round(x - 10 * u)} ${round(height - high * 0.6)} ${round(x + lean)} ${round(height - high)}Q${round(x + 26 * u)} ${round(height - high * 0.5)} ${round(x + 18 * u)} ${round(height + 5)}Z`,
          ink.linear(darker(near, 0.12), darker(near, 0.42)),
        );
      }
    }
    return out;
  });
}

export function meadow(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.585;
  kit.pass('far', 0.85, horizon - 190 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 80 * u, 70 * u, far, random),
  );
  kit.pass(
    'far',
    0.6,
    horizon - 150 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 10 * u, 45 * u, mix(far, mid, 0.5), random) +
      treeRow(kit, ink, horizon + 18 * u, 105 * u, 9, 0.3),
  );
  kit.pass('scenery', 0.28, horizon - 260 * u, (ink) => {
    const sides = [between(random, 0.03, 0.16), between(random, 0.83, 0.96)];
    return (
      ground.hill(ink, width, height, horizon + 62 * u, 26 * u, mid, random) +
      sides.map((t) => anyTree(kit, ink, t * width, horizon + 110 * u, between(random, 300, 370) * u, 0.15)).join('')
    );
  });
  kit.pass(
    'ground',
    0.05,
    horizon + 90 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 145 * u, 16 * u, near, random) +
      nearDetails(kit, ink, horizon + 190 * u, height * 0.97, 30),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 135 * u };
}

export function forest(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.6;
  const mossy = (colour: string): string => (isSnowy(kit) ? colour : mix(colour, '#2f6f4e', 0.35));
  kit.pass(
    'far',
    0.95,
    height * 0.16,
    (ink) =>
      treeRow(kit, ink, horizon + 10 * u, 420 * u, 13, 0.6) +
      ground.hill(ink, width, height, horizon - 8 * u, 12 * u, mossy(far), random),
  );
  kit.pass(
    'far',
    0.66,
    height * 0.08,
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
      nearDetails(kit, ink, horizon + 190 * u, height * 0.97, 22);
    if (!isSnowy(kit))
      for (let i = 0; i < 5; i++) {
        const x = (i < 3 ? between(random, 0.02, 0.25) : between(random, 0.76, 0.98)) * width;
        const y = height * between(random, 0.86, 0.95);
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
        `M${round(x - w)} ${round(height + 5)}Q${round(x - w * 0.4)} ${round(height * 0.7)} ${round(x - w * 0.55)} 0H${round(x + w * 0.55)}Q${round(x + w * 0.4)} ${round(height * 0.7)} ${round(x + w)} ${round(height + 5)}Z`,
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

export function jungle(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.6;
  kit.pass('far', 0.9, height * 0.1, (ink) => {
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
        `M${round(x)} 0Q${round(x + 40 * u)} ${round(height * 0.16)} ${round(x + between(random, -90, 90) * u)} ${round(height * between(random, 0.2, 0.34))}`,
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
      nearDetails(kit, ink, horizon + 185 * u, height * 0.97, 26),
  );
  kit.pass('front', 0, 0, (ink) => {
    let out = '';
    for (const side of [0, 1])
      for (let i = 0; i < 5; i++) {
        const a = (side ? Math.PI : 0) + (side ? 1 : -1) * (0.15 + i * 0.3);
        const len = between(random, 170, 270) * u;
        const bx = side * width;
        const by = height * 1.01;
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

const WALLS = ['#f6e3c3', '#f3d2b3', '#e9dcc9', '#f2c9b4', '#dfe3cf', '#f0d9d4'];
const ROOFS = ['#c8624f', '#b5523f', '#8f6f9e', '#6f8fae', '#c98a4b'];

export function village(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.57;
  const roof = (): string => (isSnowy(kit) ? '#e6eef6' : pick(random, ROOFS));
  kit.pass('far', 0.8, horizon - 180 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 60 * u, 60 * u, far, random),
  );
  kit.pass('far', 0.5, horizon - 200 * u, (ink, lights) => {
    let out = ground.hill(ink, width, height, horizon + 14 * u, 20 * u, mix(far, mid, 0.6), random);
    for (let i = 0; i < 7; i++) {
      const x = ((i + between(random, 0.2, 0.8)) / 7) * width;
      out +=
        i % 3 === 2
          ? anyTree(kit, ink, x, horizon + 36 * u, 120 * u, 0.2)
          : building.house(ink, x, horizon + 40 * u, 110 * u, pick(random, WALLS), roof(), lights);
    }
    return out;
  });
  const spire = between(random, 0.3, 0.7);
  kit.pass('scenery', 0.2, horizon - 330 * u, (ink, lights) => {
    let out = ground.hill(ink, width, height, horizon + 80 * u, 10 * u, mid, random);
    out += building.tower(ink, spire * width, horizon + 70 * u, 62 * u, 170 * u, '#e6d8c4', roof(), lights);
    for (const t of [
      between(random, 0.06, 0.1),
      between(random, 0.25, 0.28),
      between(random, 0.74, 0.77),
      between(random, 0.92, 0.96),
    ])
      out += building.house(
        ink,
        t * width,
        horizon + 118 * u,
        between(random, 235, 275) * u,
        pick(random, WALLS),
        roof(),
        lights,
        random() < 0.3 ? 2 : 1,
      );
    return out;
  });
  kit.pass(
    'ground',
    0.04,
    horizon + 95 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 125 * u, 6 * u, near, random) +
      ground.way(
        ink,
        width * 0.5,
        height * 1.02,
        width * 0.42,
        width * spire,
        horizon + 122 * u,
        isSnowy(kit) ? '#e1e6ee' : '#e9d0a4',
      ) +
      nearDetails(kit, ink, horizon + 170 * u, height * 0.96, 16) +
      building.picketFence(ink, -10 * u, horizon + 205 * u, width * 0.2, 66 * u) +
      building.picketFence(ink, width * 0.84, horizon + 205 * u, width * 0.2, 66 * u),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u };
}

export function town(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const base = height * 0.7;
  const row = (
    ink: Ink,
    lights: building.Lights,
    y: number,
    w: number,
    low: number,
    high: number,
    shop: boolean,
  ): string => {
    let out = '';
    for (let x = -w * 0.2; x < width + w; x += w * 1.02)
      out += building.townHouse(
        ink,
        x,
        y,
        w,
        between(random, low, high),
        pick(random, [...WALLS, '#e8b79c', '#bcd0d9', '#efc97e']),
        isSnowy(kit) ? '#e6eef6' : pick(random, ROOFS),
        lights,
        shop && random() < 0.45,
      );
    return out;
  };
  kit.pass('far', 0.6, height * 0.15, (ink, lights) => row(ink, lights, base, 150 * u, 300 * u, 420 * u, false));
  kit.pass('scenery', 0.12, height * 0.1, (ink, lights) => row(ink, lights, base, 250 * u, 250 * u, 400 * u, true));
  const stoneColour = isSnowy(kit) ? '#e4ebf3' : '#cdbfb2';
  const posts = [0.13, 0.86];
  kit.pass('ground', 0.02, base - 340 * u, (ink, lights) => {
    let out =
      box(0, base, width, 36 * u, ink.linear('#ddd3c8', '#b9aca4')) +
      box(0, base + 34 * u, width, height - base, ink.linear(lighter(stoneColour, 0.1), darker(stoneColour, 0.2)));
    for (let r = 0; r < 6; r++) {
      const y = base + 52 * u + (height - base) * (r / 6) ** 1.25;
      for (let x = ((r % 2) * 60 - 30) * u; x < width; x += (100 + r * 16) * u)
        out += ellipse(x, y, (42 + r * 7) * u, (9 + r * 2.6) * u, lighter(stoneColour, 0.18), 'opacity=".5"');
    }
    for (const t of posts) out += building.lampPost(ink, t * width, base + 30 * u, 320 * u, lights);
    return out;
  });
  if (kit.look.lamps) for (const t of posts) kit.glow(t * width, base + 30 * u - 290 * u, 330 * u, 0.75);
  return { horizon: base, standY: height * 0.845, backY: base + 20 * u };
}

export function castleGrounds(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.6;
  const at = random() < 0.5 ? between(random, 0.3, 0.4) : between(random, 0.6, 0.7);
  kit.pass(
    'far',
    0.85,
    height * 0.3,
    (ink) =>
      ground.mountains(width, horizon + 40 * u, 300 * u, '#8fa6c9', random, true, 4) +
      ground.hill(ink, width, height, horizon - 20 * u, 40 * u, far, random),
  );
  kit.pass(
    'scenery',
    0.3,
    0,
    (ink, lights) =>
      ground.hill(ink, width, height, horizon + 30 * u, 20 * u, mid, random) +
      ellipse(at * width, horizon + 120 * u, 520 * u, 140 * u, ink.linear(lighter(mid, 0.1), mid)) +
      building.castle(
        ink,
        at * width,
        horizon + 60 * u,
        640 * u,
        '#d9d2dc',
        isSnowy(kit) ? '#dfe9f3' : pick(random, ['#7a6fb5', '#c0586a', '#4f86b5']),
        lights,
      ) +
      plant.bush(ink, at * width - 330 * u, horizon + 75 * u, 80 * u, leaf(kit)) +
      plant.bush(ink, at * width + 330 * u, horizon + 75 * u, 80 * u, leaf(kit)),
  );
  kit.pass(
    'ground',
    0.04,
    horizon + 70 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 120 * u, 14 * u, near, random) +
      ground.way(ink, width * 0.5, height * 1.02, width * 0.4, at * width, horizon + 62 * u, '#ead6b0') +
      nearDetails(kit, ink, horizon + 180 * u, height * 0.97, 22),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u, tall: { x: at * width, width: 560 * u } };
}

export function garden(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.57;
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
    out += ground.way(ink, width * 0.5, height * 1.02, width * 0.3, width * 0.5, horizon + 108 * u, '#e6cfa6');
    return out + nearDetails(kit, ink, horizon + 240 * u, height * 0.97, 16);
  });
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}

export function farm(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.58;
  const flip = random() < 0.5;
  const at = (t: number): number => (flip ? 1 - t : t) * width;
  kit.pass(
    'far',
    0.75,
    horizon - 240 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 40 * u, 50 * u, far, random) +
      building.windmill(ink, at(0.72), horizon - 10 * u, 210 * u) +
      treeRow(kit, ink, horizon + 10 * u, 90 * u, 6, 0.3),
  );
  kit.pass('scenery', 0.22, horizon - 330 * u, (ink) => {
    const field = isSnowy(kit) ? '#eaf1f7' : '#e9c76a';
    let out = ground.hill(ink, width, height, horizon + 34 * u, 12 * u, mid, random);
    out += path(
      `M${round(at(0.5))} ${round(horizon + 46 * u)}L${round(at(1.05))} ${round(horizon + 40 * u)}L${round(at(1.05))} ${round(horizon + 130 * u)}L${round(at(0.36))} ${round(horizon + 130 * u)}Z`,
      ink.linear(lighter(field, 0.2), darker(field, 0.14)),
    );
    for (let i = 0; i < 9; i++)
      out += line(
        `M${round(at(0.53 + i * 0.06))} ${round(horizon + 46 * u)}L${round(at(0.42 + i * 0.085))} ${round(horizon + 130 * u)}`,
        darker(field, 0.2),
        4 * u,
        'opacity=".6"',
      );
    out +=
      building.barn(ink, at(0.15), horizon + 112 * u, 330 * u) +
      anyTree(kit, ink, at(0.33), horizon + 95 * u, 230 * u, 0);
    return out;
  });
  kit.pass(
    'ground',
    0.03,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 128 * u, 8 * u, near, random) +
      building.picketFence(ink, at(0.5) - (flip ? width * 0.6 : 0), horizon + 160 * u, width * 0.6, 70 * u, '#c79a6b') +
      nearDetails(kit, ink, horizon + 190 * u, height * 0.97, 22),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 140 * u };
}

export function road(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.58;
  const to = between(random, 0.35, 0.65) * width;
  kit.pass('far', 0.85, horizon - 220 * u, (ink) =>
    ground.hill(ink, width, height, horizon - 70 * u, 70 * u, far, random),
  );
  kit.pass(
    'far',
    0.5,
    horizon - 180 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 8 * u, 22 * u, mix(far, mid, 0.6), random) +
      treeRow(kit, ink, horizon + 24 * u, 110 * u, 8, 0.4),
  );
  kit.pass(
    'scenery',
    0.22,
    horizon - 300 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 60 * u, 14 * u, mid, random) +
      [between(random, 0, 0.08), between(random, 0.17, 0.22), between(random, 0.8, 0.86), between(random, 0.93, 1)]
        .map((t) =>
          anyTree(kit, ink, t * width, horizon + between(random, 95, 120) * u, between(random, 260, 380) * u, 0.3),
        )
        .join(''),
  );
  kit.pass('ground', 0.03, horizon + 60 * u, (ink) => {
    let out =
      ground.hill(ink, width, height, horizon + 95 * u, 8 * u, near, random) +
      ground.way(
        ink,
        width * 0.5,
        height * 1.04,
        width * 0.72,
        to,
        horizon + 84 * u,
        isSnowy(kit) ? '#e4e8ef' : '#e8cf9f',
      );
    for (let i = 0; i < 9; i++)
      out += ground.stone(
        ink,
        between(random, 0.3, 0.7) * width,
        height * between(random, 0.78, 0.97),
        between(random, 7, 14) * u,
        '#cbb28a',
      );
    const sign = between(random, 0.1, 0.2) * width;
    out +=
      box(sign - 6 * u, horizon + 40 * u, 12 * u, 130 * u, '#8a6242') +
      path(
        `M${round(sign - 70 * u)} ${round(horizon + 48 * u)}h${round(110 * u)}l${round(26 * u)} ${round(20 * u)}l${round(-26 * u)} ${round(20 * u)}h${round(-110 * u)}Z`,
        ink.linear('#d3a374', '#a8754b'),
      );
    return out + nearDetails(kit, ink, horizon + 170 * u, height * 0.97, 14);
  });
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}

export function park(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const places = meadow(kit);
  const horizon = height * 0.585;
  const x = (random() < 0.5 ? between(random, 0.2, 0.28) : between(random, 0.72, 0.8)) * width;
  const lamp = (x < width / 2 ? 0.9 : 0.1) * width;
  kit.pass('ground', 0.05, horizon - 200 * u, (ink, lights) => {
    const y = horizon + 178 * u;
    return (
      ground.way(ink, width * 0.5, height * 1.03, width * 0.5, width * 0.5, horizon + 150 * u, '#ead9b8') +
      building.lampPost(ink, lamp, y, 300 * u, lights) +
      box(x - 105 * u, y - 96 * u, 210 * u, 22 * u, ink.linear('#c58a55', '#96633c'), 6 * u) +
      box(x - 105 * u, y - 68 * u, 210 * u, 18 * u, '#b57c4a', 6 * u) +
      box(x - 110 * u, y - 44 * u, 220 * u, 18 * u, ink.linear('#d39a64', '#a26d42'), 6 * u) +
      line(
        `M${round(x - 90 * u)} ${round(y - 90 * u)}V${round(y)}M${round(x + 90 * u)} ${round(y - 90 * u)}V${round(y)}`,
        '#4d5470',
        9 * u,
      )
    );
  });
  if (kit.look.lamps) kit.glow(lamp, horizon + 178 * u - 275 * u, 330 * u, 0.75);
  return places;
}

export function mountain(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [, mid, near] = land(kit);
  const horizon = height * 0.62;
  kit.pass('far', 0.95, height * 0.12, () => ground.mountains(width, horizon, 420 * u, '#8fa3cf', random, true, 5));
  kit.pass(
    'far',
    0.55,
    height * 0.1,
    (ink) =>
      ground.mountains(width, horizon + 50 * u, 460 * u, '#7f8fb0', random, true, 3) +
      ground.hill(ink, width, height, horizon + 20 * u, 20 * u, mix('#8fa58f', mid, 0.5), random),
  );
  kit.pass(
    'scenery',
    0.25,
    horizon - 230 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 66 * u, 30 * u, mid, random) +
      [0.03, 0.1, 0.17, 0.82, 0.89, 0.97]
        .map((t) =>
          plant.pine(
            ink,
            t * width,
            horizon + between(random, 85, 120) * u,
            between(random, 190, 290) * u,
            '#4d8a70',
            BARK,
            isSnowy(kit),
          ),
        )
        .join(''),
  );
  kit.pass(
    'ground',
    0.04,
    horizon + 70 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 120 * u, 16 * u, near, random) +
      [0.06, 0.2, 0.79, 0.93]
        .map((t) =>
          ground.stone(ink, t * width, horizon + between(random, 150, 230) * u, between(random, 34, 64) * u, '#9fa3b5'),
        )
        .join('') +
      nearDetails(kit, ink, horizon + 180 * u, height * 0.97, 18),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 125 * u };
}

export function snow(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.6;
  kit.pass(
    'far',
    0.8,
    height * 0.25,
    (ink) =>
      ground.mountains(width, horizon + 20 * u, 280 * u, '#a9bfdf', random, true, 5) +
      ground.hill(ink, width, height, horizon - 10 * u, 40 * u, '#cfe0ef', random),
  );
  kit.pass(
    'scenery',
    0.3,
    horizon - 260 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 55 * u, 26 * u, '#dfebf6', random) +
      [0.03, 0.12, 0.2, 0.8, 0.9, 0.98]
        .map((t) =>
          plant.pine(
            ink,
            (t + between(random, -0.02, 0.02)) * width,
            horizon + between(random, 90, 125) * u,
            between(random, 210, 330) * u,
            '#6f9f98',
            BARK,
            true,
          ),
        )
        .join(''),
  );
  kit.pass(
    'ground',
    0.02,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 130 * u, 18 * u, '#f1f7fd', random) +
      nearDetails(kit, ink, horizon + 190 * u, height * 0.97, 20),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 130 * u };
}

export function desert(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.6;
  kit.pass('far', 0.75, height * 0.35, (ink) => {
    let out = '';
    for (let i = 0; i < 3; i++) {
      const x = (i + between(random, 0.2, 0.8)) * width * 0.33;
      const h = between(random, 110, 190) * u;
      out += path(
        `M${round(x - h)} ${round(horizon + 20 * u)}L${round(x - h * 0.6)} ${round(horizon - h)}H${round(x + h * 0.5)}L${round(x + h)} ${round(horizon + 20 * u)}Z`,
        ink.linear('#e3a073', '#c97f5c'),
      );
    }
    return out + ground.hill(ink, width, height, horizon, 30 * u, '#ecc183', random);
  });
  kit.pass(
    'scenery',
    0.25,
    horizon - 260 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 60 * u, 34 * u, '#efc681', random, 4) +
      [between(random, 0.04, 0.14), between(random, 0.84, 0.95)]
        .map((t) => plant.cactus(ink, t * width, horizon + 110 * u, between(random, 210, 280) * u))
        .join(''),
  );
  kit.pass('ground', 0.03, horizon + 80 * u, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 135 * u, 22 * u, '#f4d595', random, 4);
    for (let i = 0; i < 12; i++)
      out += line(
        `M${round(random() * width)} ${round(height * between(random, 0.8, 0.96))}q${round(60 * u)} ${round(-12 * u)} ${round(130 * u)} 0`,
        '#e2b871',
        4 * u,
        'opacity=".7"',
      );
    return (
      out +
      ground.stone(ink, width * 0.9, height * 0.87, 40 * u, '#c99a6c') +
      ground.stone(ink, width * 0.07, height * 0.9, 30 * u, '#c99a6c')
    );
  });
  return { horizon, backY: horizon + 140 * u };
}

export function swamp(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const horizon = height * 0.58;
  kit.pass('far', 0.85, height * 0.1, (ink) => {
    let out = ground.hill(ink, width, height, horizon - 10 * u, 15 * u, '#7f9a68', random);
    for (let i = 0; i < 8; i++)
      out += plant.bareTree(
        (i / 7) * width + between(random, -50, 50) * u,
        horizon + 16 * u,
        between(random, 260, 400) * u,
        '#6b6a5a',
        random,
      );
    return out;
  });
  kit.pass(
    'scenery',
    0.35,
    0,
    (ink) =>
      ground.water(ink, width, height, horizon + 10 * u, '#6f8f6a', random, 0.1) +
      [0.06, 0.9].map((t) => plant.bareTree(t * width, horizon + 110 * u, 560 * u, '#5c5248', random)).join('') +
      [0.2, 0.32, 0.68, 0.8]
        .map((t) => plant.lilyPad(t * width, horizon + between(random, 50, 120) * u, 38 * u))
        .join(''),
  );
  kit.pass(
    'ground',
    0.05,
    horizon + 40 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 150 * u, 16 * u, '#7d9452', random) +
      [0.03, 0.12, 0.86, 0.96].map((t) => plant.reeds(ink, t * width, horizon + 200 * u, 150 * u, random)).join('') +
      nearDetails(kit, ink, horizon + 200 * u, height * 0.97, 14),
  );
  return { horizon, backY: horizon + 150 * u, waterY: horizon + 100 * u };
}

export function river(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, mid, near] = land(kit);
  const horizon = height * 0.56;
  kit.pass(
    'far',
    0.8,
    horizon - 220 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon - 50 * u, 60 * u, far, random) +
      treeRow(kit, ink, horizon + 12 * u, 120 * u, 9, 0.3),
  );
  kit.pass('scenery', 0.25, horizon - 280 * u, (ink) => {
    const colour = '#5fb0d6';
    let out =
      ground.hill(ink, width, height, horizon + 18 * u, 8 * u, mid, random) +
      [0.04, 0.14, 0.88, 0.97]
        .map((t) => anyTree(kit, ink, t * width, horizon + 42 * u, between(random, 240, 320) * u, 0.25))
        .join('');
    const top = smooth([
      [-50, horizon + 62 * u],
      [width * 0.25, horizon + 74 * u],
      [width * 0.5, horizon + 56 * u],
      [width * 0.75, horizon + 72 * u],
      [width + 50, horizon + 58 * u],
    ]);
    out += path(
      `${top}L${round(width + 50)} ${round(height)}L-50 ${round(height)}Z`,
      ink.linear(lighter(colour, 0.3), darker(colour, 0.2)),
    );
    for (let i = 0; i < 22; i++)
      out += line(
        `M${round(random() * width)} ${round(horizon + between(random, 85, 190) * u)}q${round(30 * u)} ${round(-6 * u)} ${round(60 * u)} 0t${round(60 * u)} 0`,
        '#e7f7ff',
        4 * u,
        'opacity=".6"',
      );
    return out;
  });
  kit.pass(
    'ground',
    0.03,
    horizon + 80 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 205 * u, 16 * u, near, random) +
      [0.04, 0.93].map((t) => plant.reeds(ink, t * width, horizon + 245 * u, 150 * u, random)).join('') +
      [0.2, 0.78].map((t) => ground.stone(ink, t * width, horizon + 226 * u, 36 * u, '#a9adb8')).join('') +
      nearDetails(kit, ink, horizon + 250 * u, height * 0.97, 20),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 60 * u, waterY: horizon + 170 * u };
}

export function lake(kit: Kit): Places {
  const { width, height, u, random } = kit;
  const [far, , near] = land(kit);
  const horizon = height * 0.54;
  const rough = kit.graph.weather === 'storm' ? 1 : kit.graph.weather === 'wind' ? 0.6 : 0.15;
  kit.pass(
    'far',
    0.85,
    height * 0.25,
    (ink) =>
      ground.mountains(width, horizon + 10 * u, 210 * u, '#8ea4c8', random, true, 5) +
      ground.hill(ink, width, height, horizon - 22 * u, 16 * u, far, random) +
      treeRow(kit, ink, horizon + 6 * u, 90 * u, 14, 0.7),
  );
  kit.pass('scenery', 0.3, horizon - 10 * u, (ink) =>
    ground.water(ink, width, height, horizon, '#4f9fcb', random, rough),
  );
  if (rough > 0.5)
    kit.pass('ground', 0.1, horizon + 60 * u, (ink) =>
      ground.waveCrest(ink, width, height, horizon + 170 * u, 46 * u * rough, '#3f88b8', random),
    );
  kit.pass(
    'ground',
    0.03,
    horizon + 150 * u,
    (ink) =>
      path(
        `M0 ${round(height + 5)}V${round(horizon + 232 * u)}Q${round(width * 0.24)} ${round(horizon + 196 * u)} ${round(width * 0.5)} ${round(horizon + 236 * u)}T${round(width)} ${round(horizon + 214 * u)}V${round(height + 5)}Z`,
        ink.linear(lighter(near, 0.14), darker(near, 0.16)),
      ) +
      [0.04, 0.12, 0.9, 0.97].map((t) => plant.reeds(ink, t * width, horizon + 268 * u, 170 * u, random)).join('') +
      nearDetails(kit, ink, horizon + 290 * u, height * 0.97, 16),
  );
  frontCorners(kit);
  return { horizon, backY: horizon + 60 * u, waterY: horizon + 150 * u, standY: height * 0.86 };
}
