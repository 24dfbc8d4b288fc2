import { type Ink, ellipse, line, path, round, smooth } from '../ink.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { type Random, between } from '../random.ts';

/** A stretch of land from edge to edge, its top line rolling about `y`. */
export function hill(
  ink: Ink,
  width: number,
  height: number,
  y: number,
  swell: number,
  colour: string,
  random: Random,
  steps = 6,
): string {
  const points: [number, number][] = [];
  for (let i = -1; i <= steps + 1; i++) points.push([(i * width) / steps, y + between(random, -1, 1) * swell]);
  return path(
    `${smooth(points)}L${round(width * 1.3)} ${round(height + 10)}L${round(-width * 0.3)} ${round(height + 10)}Z`,
    ink.linear(lighter(colour, 0.14), darker(colour, 0.16)),
  );
}

/** Mountains: peaks with a lit left face and, if `snow`, white caps. */
export function mountains(
  width: number,
  y: number,
  size: number,
  colour: string,
  random: Random,
  snow: boolean,
  count = 5,
): string {
  let out = '';
  for (let i = 0; i < count; i++) {
    const x = ((i + between(random, 0.15, 0.85)) * width * 1.1) / count - width * 0.05;
    const h = size * between(random, 0.6, 1);
    const half = h * between(random, 0.75, 1);
    const ridge = x + between(random, -0.08, 0.08) * half;
    out += path(
      `M${round(x - half)} ${round(y)}Q${round(x - half * 0.3)} ${round(y - h * 0.75)} ${round(x)} ${round(y - h)}Q${round(x + half * 0.35)} ${round(y - h * 0.7)} ${round(x + half)} ${round(y)}Z`,
      lighter(colour, 0.1),
    );
    out += path(
      `M${round(x)} ${round(y - h)}Q${round(x + half * 0.35)} ${round(y - h * 0.7)} ${round(x + half)} ${round(y)}L${round(ridge)} ${round(y)}Q${round(x + half * 0.16)} ${round(y - h * 0.5)} ${round(x)} ${round(y - h)}Z`,
      darker(colour, 0.16),
    );
    if (snow) {
      const s = h * 0.32;
      const k = half * 0.23;
      out += path(
        `M${round(x)} ${round(y - h)}Q${round(x - k * 0.5)} ${round(y - h + s * 0.4)} ${round(x - k * 1.15)} ${round(y - h + s * 0.95)}Q${round(x - k * 0.6)} ${round(y - h + s * 0.8)} ${round(x - k * 0.35)} ${round(y - h + s * 1.15)}Q${round(x)} ${round(y - h + s * 0.75)} ${round(x + k * 0.4)} ${round(y - h + s * 1.2)}Q${round(x + k * 0.7)} ${round(y - h + s * 0.7)} ${round(x + k * 1.2)} ${round(y - h + s)}Q${round(x + k * 0.55)} ${round(y - h + s * 0.4)} ${round(x)} ${round(y - h)}Z`,
        '#f8fbff',
      );
    }
  }
  return out;
}

/** Open water from `y` down: colour deepens towards us, light lies on the small waves. */
export function water(
  ink: Ink,
  width: number,
  height: number,
  y: number,
  colour: string,
  random: Random,
  rough: number,
): string {
  let out = path(
    `M0 ${round(y)}H${round(width)}V${round(height + 5)}H0Z`,
    ink.linear(lighter(colour, 0.3), darker(colour, 0.22)),
  );
  const span = height - y;
  for (let i = 0; i < 46; i++) {
    const t = random() ** 1.4;
    const py = y + span * (0.02 + t * 0.95);
    const px = between(random, -0.05, 1) * width;
    const len = (0.02 + t * 0.07) * width * between(random, 0.6, 1.2);
    const arc = len * (0.05 + rough * 0.22);
    out += line(
      `M${round(px)} ${round(py)}q${round(len * 0.25)} ${round(-arc)} ${round(len * 0.5)} 0t${round(len * 0.5)} 0`,
      i % 3 ? lighter(colour, 0.45) : darker(colour, 0.25),
      (0.0016 + t * 0.003) * height,
      `opacity="${round(0.35 + t * 0.25)}"`,
    );
  }
  return out;
}

/** A crest of waves from edge to edge with foam, `swell` high; what swims stands behind it. */
export function waveCrest(
  ink: Ink,
  width: number,
  height: number,
  y: number,
  swell: number,
  colour: string,
  random: Random,
  foam = true,
): string {
  const step = swell * between(random, 4.2, 5.4);
  const start = -random() * step;
  let d = `M${round(start)} ${round(y)}`;
  let crest = '';
  for (let x = start; x < width + step; x += step) {
    const h = swell * between(random, 0.7, 1.1);
    d += `C${round(x + step * 0.28)} ${round(y)} ${round(x + step * 0.32)} ${round(y - h)} ${round(x + step * 0.55)} ${round(y - h)}C${round(x + step * 0.75)} ${round(y - h)} ${round(x + step * 0.75)} ${round(y)} ${round(x + step)} ${round(y)}`;
    crest += line(
      `M${round(x + step * 0.36)} ${round(y - h * 0.78)}Q${round(x + step * 0.46)} ${round(y - h)} ${round(x + step * 0.56)} ${round(y - h)}Q${round(x + step * 0.66)} ${round(y - h)} ${round(x + step * 0.72)} ${round(y - h * 0.75)}`,
      '#f4fbff',
      swell * 0.09,
      'opacity=".85"',
    );
  }
  return (
    path(`${d}V${round(height + 5)}H${round(start)}Z`, ink.linear(lighter(colour, 0.2), darker(colour, 0.2))) +
    (foam ? crest : '')
  );
}

/** A road or path from the foreground to a point on the horizon. */
export function way(
  ink: Ink,
  fromX: number,
  fromY: number,
  fromWidth: number,
  toX: number,
  toY: number,
  colour: string,
): string {
  const mid = (fromY + toY) / 2;
  const bend = (toX - fromX) * 0.1;
  return path(
    `M${round(fromX - fromWidth / 2)} ${round(fromY)}C${round(fromX - fromWidth * 0.3)} ${round(mid)} ${round(toX - fromWidth * 0.28 + bend)} ${round(mid)} ${round(toX - fromWidth * 0.035)} ${round(toY)}L${round(toX + fromWidth * 0.035)} ${round(toY)}C${round(toX + fromWidth * 0.05 + bend)} ${round(mid)} ${round(fromX + fromWidth * 0.3)} ${round(mid)} ${round(fromX + fromWidth / 2)} ${round(fromY)}Z`,
    ink.linear(mix(colour, '#ffffff', 0.12), darker(colour, 0.12)),
  );
}

export function stone(ink: Ink, x: number, y: number, size: number, colour: string): string {
  return (
    path(
      `M${round(x - size)} ${round(y)}Q${round(x - size * 1.05)} ${round(y - size * 0.55)} ${round(x - size * 0.45)} ${round(y - size * 0.78)}Q${round(x + size * 0.1)} ${round(y - size)} ${round(x + size * 0.6)} ${round(y - size * 0.6)}Q${round(x + size * 1.1)} ${round(y - size * 0.3)} ${round(x + size)} ${round(y)}Q${round(x)} ${round(y + size * 0.12)} ${round(x - size)} ${round(y)}Z`,
      ink.linear(lighter(colour, 0.28), darker(colour, 0.28), 40),
    ) +
    path(
      `M${round(x - size * 0.6)} ${round(y - size * 0.5)}Q${round(x - size * 0.3)} ${round(y - size * 0.75)} ${round(x + size * 0.1)} ${round(y - size * 0.72)}`,
      'none',
      `stroke="#fff" stroke-opacity=".35" stroke-width="${round(size * 0.07)}" stroke-linecap="round"`,
    )
  );
}

/** A soft cloud; its base's middle at (x, y), `w` wide. */
export function cloud(ink: Ink, x: number, y: number, w: number, colour: string, alpha: number): string {
  const fill = ink.linear(lighter(colour, 0.4), darker(colour, 0.1));
  return `<g opacity="${round(alpha)}">${
    ellipse(x - w * 0.24, y - w * 0.1, w * 0.18, w * 0.13, fill) +
    ellipse(x + w * 0.23, y - w * 0.1, w * 0.2, w * 0.13, fill) +
    ellipse(x - w * 0.05, y - w * 0.2, w * 0.21, w * 0.18, fill) +
    ellipse(x + w * 0.12, y - w * 0.15, w * 0.16, w * 0.14, fill) +
    `<rect x="${round(x - w * 0.42)}" y="${round(y - w * 0.13)}" width="${round(w * 0.85)}" height="${round(w * 0.13)}" rx="${round(w * 0.065)}" fill="${fill}"/>`
  }</g>`;
}
