import { type Ink, box, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { type Random, between } from '../random.ts';

/** Trees and plants. Every function draws with the foot's middle at (x, y), `size` high, in daylight colours. */

function trunk(ink: Ink, x: number, y: number, height: number, width: number, bark: string): string {
  const w = width / 2;
  return path(
    `M${round(x - w * 1.7)} ${round(y)}Q${round(x - w)} ${round(y - height * 0.15)} ${round(x - w * 0.8)} ${round(y - height)}L${round(x + w * 0.8)} ${round(y - height)}Q${round(x + w)} ${round(y - height * 0.15)} ${round(x + w * 1.7)} ${round(y)}Q${round(x)} ${round(y + w * 0.6)} ${round(x - w * 1.7)} ${round(y)}Z`,
    ink.linear(lighter(bark, 0.12), darker(bark, 0.3), 90),
  );
}

/** A broad-leaved tree: three to five soft balls of leaves, light from the upper left. */
export function roundTree(
  ink: Ink,
  x: number,
  y: number,
  size: number,
  leaf: string,
  bark: string,
  random: Random,
): string {
  const crown = size * between(random, 0.3, 0.36);
  const top = y - size + crown;
  const under = ink.ball(leaf, darker(leaf, 0.34));
  const lit = ink.ball(lighter(leaf, 0.28), darker(leaf, 0.14));
  const lean = between(random, -0.06, 0.06) * size;
  let out = trunk(ink, x, y, size * 0.5, size * 0.11, bark);
  out += line(
    `M${round(x)} ${round(y - size * 0.3)}L${round(x + size * 0.13)} ${round(y - size * 0.46)}`,
    darker(bark, 0.15),
    size * 0.04,
  );
  out += ellipse(x - crown * 0.62, top + crown * 0.75, crown * 0.72, crown * 0.62, under);
  out += ellipse(x + crown * 0.66, top + crown * 0.7, crown * 0.7, crown * 0.6, under);
  out += ellipse(x + lean * 0.3, top + crown * 0.45, crown * 0.95, crown * 0.85, lit);
  out += ellipse(x + lean, top, crown * 0.72, crown * 0.68, lit);
  out += ellipse(x - crown * 0.45, top + crown * 0.42, crown * 0.5, crown * 0.42, lit, 'opacity=".8"');
  for (let i = 0; i < 5; i++) {
    const px = x + between(random, -0.75, 0.6) * crown;
    const py = top + between(random, -0.35, 0.85) * crown;
    out += line(
      `M${round(px)} ${round(py)}q${round(crown * 0.08)} ${round(-crown * 0.08)} ${round(crown * 0.16)} 0`,
      lighter(leaf, 0.45),
      size * 0.007,
      'opacity=".55"',
    );
  }
  return out;
}

/** A fir: skirts of soft needles one above the other. */
export function pine(ink: Ink, x: number, y: number, size: number, leaf: string, bark: string, snowy = false): string {
  const skirts = 4;
  let out = trunk(ink, x, y, size * 0.25, size * 0.09, bark);
  for (let i = 0; i < skirts; i++) {
    const t = i / skirts;
    const bottom = y - size * (0.12 + t * 0.62);
    const top = bottom - size * (0.4 - t * 0.1);
    const half = size * (0.3 - t * 0.2);
    const d = `M${round(x - half)} ${round(bottom - size * 0.02)}Q${round(x - half * 0.35)} ${round(bottom - size * 0.12)} ${round(x)} ${round(top)}Q${round(x + half * 0.35)} ${round(bottom - size * 0.12)} ${round(x + half)} ${round(bottom - size * 0.02)}Q${round(x + half * 0.5)} ${round(bottom + size * 0.045)} ${round(x)} ${round(bottom + size * 0.03)}Q${round(x - half * 0.5)} ${round(bottom + size * 0.045)} ${round(x - half)} ${round(bottom - size * 0.02)}Z`;
    out += path(d, ink.linear(lighter(leaf, 0.2), darker(leaf, 0.25), 62));
    if (snowy)
      out += path(
        `M${round(x)} ${round(top)}Q${round(x - half * 0.25)} ${round(top + size * 0.1)} ${round(x - half * 0.55)} ${round(top + size * 0.2)}Q${round(x - half * 0.2)} ${round(top + size * 0.16)} ${round(x)} ${round(top + size * 0.19)}Q${round(x + half * 0.15)} ${round(top + size * 0.13)} ${round(x + half * 0.35)} ${round(top + size * 0.15)}Q${round(x + half * 0.15)} ${round(top + size * 0.07)} ${round(x)} ${round(top)}Z`,
        '#f7fbff',
        'opacity=".92"',
      );
  }
  return out;
}

export function bareTree(x: number, y: number, size: number, bark: string, random: Random): string {
  let out = '';
  const branch = (bx: number, by: number, angle: number, length: number, width: number, depth: number): void => {
    const ex = bx + Math.sin(angle) * length;
    const ey = by - Math.cos(angle) * length;
    const cx = (bx + ex) / 2 + between(random, -0.12, 0.12) * length;
    out += line(
      `M${round(bx)} ${round(by)}Q${round(cx)} ${round((by + ey) / 2)} ${round(ex)} ${round(ey)}`,
      mix(bark, darker(bark, 0.3), depth / 4),
      width,
    );
    if (depth >= 4) return;
    const turns = depth === 0 ? [-0.55, 0.1, 0.6] : [-0.5, 0.45];
    for (const turn of turns)
      branch(
        ex,
        ey,
        angle + turn + between(random, -0.15, 0.15),
        length * between(random, 0.6, 0.75),
        width * 0.6,
        depth + 1,
      );
  };
  branch(x, y, between(random, -0.06, 0.06), size * 0.36, size * 0.075, 0);
  return out;
}

export function palm(ink: Ink, x: number, y: number, size: number, leaf: string): string {
  const tx = x + size * 0.16;
  const ty = y - size * 0.78;
  let out = line(
    `M${round(x)} ${round(y)}Q${round(x - size * 0.02)} ${round(y - size * 0.45)} ${round(tx)} ${round(ty)}`,
    '#a87c4f',
    size * 0.065,
  );
  out += line(
    `M${round(x - size * 0.012)} ${round(y)}Q${round(x - size * 0.03)} ${round(y - size * 0.45)} ${round(tx - size * 0.01)} ${round(ty)}`,
    '#c79d6c',
    size * 0.02,
  );
  for (const [dx, dy, bend] of [
    [-0.36, 0.14, -0.2],
    [-0.3, -0.12, -0.22],
    [0.02, -0.24, -0.12],
    [0.33, -0.1, -0.2],
    [0.38, 0.16, -0.18],
    [-0.16, 0.26, -0.06],
    [0.2, 0.28, -0.06],
  ] as const) {
    const ex = tx + dx * size;
    const ey = ty + dy * size;
    const mx = tx + dx * size * 0.45;
    const my = ty + dy * size * 0.3 + bend * size * 0.6;
    out += path(
      `M${round(tx)} ${round(ty)}Q${round(mx)} ${round(my - size * 0.05)} ${round(ex)} ${round(ey)}Q${round(mx + size * 0.02)} ${round(my + size * 0.1)} ${round(tx)} ${round(ty)}Z`,
      ink.linear(lighter(leaf, 0.15), darker(leaf, 0.25)),
    );
  }
  out +=
    ellipse(tx - size * 0.02, ty + size * 0.03, size * 0.035, size * 0.035, '#7a5230') +
    ellipse(tx + size * 0.035, ty + size * 0.035, size * 0.032, size * 0.032, '#8b6038');
  return out;
}

export function bush(ink: Ink, x: number, y: number, size: number, leaf: string): string {
  const under = ink.ball(leaf, darker(leaf, 0.32));
  const lit = ink.ball(lighter(leaf, 0.25), darker(leaf, 0.12));
  return (
    ellipse(x - size * 0.48, y - size * 0.28, size * 0.42, size * 0.34, under) +
    ellipse(x + size * 0.5, y - size * 0.26, size * 0.4, size * 0.32, under) +
    ellipse(x + size * 0.14, y - size * 0.46, size * 0.46, size * 0.42, lit) +
    ellipse(x - size * 0.24, y - size * 0.36, size * 0.36, size * 0.32, lit) +
    box(x - size * 0.75, y - size * 0.2, size * 1.5, size * 0.2, under, size * 0.1)
  );
}

export function grassTuft(x: number, y: number, size: number, colour: string, random: Random): string {
  let out = '';
  for (let i = 0; i < 5; i++) {
    const lean = (i - 2) * 0.16 + between(random, -0.08, 0.08);
    const high = size * between(random, 0.6, 1);
    out += path(
      `M${round(x + (i - 2) * size * 0.09 - size * 0.045)} ${round(y)}Q${round(x + (i - 2) * size * 0.1)} ${round(y - high * 0.6)} ${round(x + (i - 2) * size * 0.1 + lean * high)} ${round(y - high)}Q${round(x + (i - 2) * size * 0.12 + size * 0.05)} ${round(y - high * 0.5)} ${round(x + (i - 2) * size * 0.09 + size * 0.045)} ${round(y)}Z`,
      i % 2 ? colour : lighter(colour, 0.14),
    );
  }
  return out;
}

export function flower(x: number, y: number, size: number, petal: string, stem: string): string {
  let out = line(
    `M${round(x)} ${round(y)}Q${round(x + size * 0.08)} ${round(y - size * 0.4)} ${round(x)} ${round(y - size * 0.72)}`,
    stem,
    size * 0.08,
  );
  out += path(
    `M${round(x)} ${round(y - size * 0.2)}q${round(size * 0.22)} ${round(-size * 0.18)} ${round(size * 0.3)} ${round(-size * 0.08)}q${round(-size * 0.12)} ${round(size * 0.16)} ${round(-size * 0.3)} ${round(size * 0.08)}Z`,
    stem,
  );
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 - Math.PI / 2;
    out += ellipse(
      x + Math.cos(a) * size * 0.15,
      y - size * 0.78 + Math.sin(a) * size * 0.15,
      size * 0.12,
      size * 0.12,
      i % 2 ? petal : lighter(petal, 0.18),
    );
  }
  return out + ellipse(x, y - size * 0.78, size * 0.1, size * 0.1, '#ffd34d');
}

export function reeds(ink: Ink, x: number, y: number, size: number, random: Random): string {
  let out = '';
  for (let i = 0; i < 7; i++) {
    const px = x + (i - 3) * size * 0.12 + between(random, -0.04, 0.04) * size;
    const high = size * between(random, 0.65, 1);
    const lean = between(random, -0.1, 0.1) * size;
    out += line(
      `M${round(px)} ${round(y)}Q${round(px)} ${round(y - high * 0.5)} ${round(px + lean)} ${round(y - high)}`,
      i % 2 ? '#6f9a45' : '#86b356',
      size * 0.028,
    );
    if (i % 2 === 0)
      out += box(
        px + lean - size * 0.03,
        y - high - size * 0.04,
        size * 0.06,
        size * 0.2,
        ink.linear('#9a6638', '#6b4224', 90),
        size * 0.03,
      );
  }
  return out;
}

export function cactus(ink: Ink, x: number, y: number, size: number): string {
  const green = ink.linear('#7fbf6a', '#3f8550', 90);
  const w = size * 0.2;
  return (
    line(
      `M${round(x - w)} ${round(y - size * 0.42)}h${round(-size * 0.13)}v${round(-size * 0.2)}`,
      '#4f965a',
      size * 0.12,
    ) +
    line(
      `M${round(x + w * 0.8)} ${round(y - size * 0.32)}h${round(size * 0.16)}v${round(-size * 0.24)}`,
      '#5aa262',
      size * 0.12,
    ) +
    box(x - w / 1.6, y - size, w * 1.25, size, green, w * 0.62) +
    [0.3, 0.5, 0.7]
      .map((t) => line(`M${round(x - w * 0.2)} ${round(y - size * t)}v${round(-size * 0.05)}`, '#dff2c9', size * 0.012))
      .join('') +
    ellipse(x, y - size, size * 0.05, size * 0.04, '#f28ab2')
  );
}

export function lilyPad(x: number, y: number, size: number): string {
  return (
    path(
      `M${round(x)} ${round(y)}L${round(x + size * 0.9)} ${round(y - size * 0.1)}A${round(size)} ${round(size * 0.32)} 0 1 0 ${round(x + size * 0.8)} ${round(y + size * 0.18)}Z`,
      '#6fb35c',
    ) + ellipse(x - size * 0.3, y - size * 0.07, size * 0.4, size * 0.1, '#8fcc74', 'opacity=".7"')
  );
}

/** Leaves of the season for broad-leaved trees; a few hues so that a wood is not one green. */
export function leafColours(season: 'spring' | 'summer' | 'autumn' | 'winter'): readonly string[] {
  if (season === 'spring') return ['#9fd36a', '#b4dc7c', '#f3b6cd', '#8cca68'];
  if (season === 'autumn') return ['#e58b35', '#d9662f', '#efb23e', '#c9502e', '#b98a3a'];
  if (season === 'winter') return ['#dfe9f2', '#cfdeea'];
  return ['#6bb45a', '#7fc065', '#57a457', '#8cc66b'];
}
