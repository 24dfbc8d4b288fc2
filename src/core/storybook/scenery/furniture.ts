import { type Ink, box, ellipse, group, line, path, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { type Random, between, pick } from '../random.ts';
import type { Lights } from './buildings.ts';

/** Things in rooms; foot's middle at (x, y) unless said otherwise. */

const WOOD = '#b9855a';

export function wallAndFloor(
  ink: Ink,
  width: number,
  height: number,
  floorY: number,
  wall: string,
  floor: string,
  random: Random,
  pattern: 'stripes' | 'dots' | 'planks' | 'stone' | 'plain',
): string {
  const unit = height / 1000;
  let out = box(0, 0, width, floorY + 2, ink.linear(lighter(wall, 0.16), darker(wall, 0.1)));
  if (pattern === 'stripes')
    for (let x = 0; x < width; x += 90 * unit)
      out += box(x, 0, 42 * unit, floorY, lighter(wall, 0.22), 0, 'opacity=".4"');
  if (pattern === 'dots')
    for (let row = 0; row * 95 * unit < floorY; row++)
      for (let x = (row % 2) * 60 * unit; x < width; x += 120 * unit)
        out += path(
          `M${round(x)} ${round(row * 95 * unit)}l${round(9 * unit)} ${round(12 * unit)}l${round(-9 * unit)} ${round(12 * unit)}l${round(-9 * unit)} ${round(-12 * unit)}Z`,
          lighter(wall, 0.38),
          'opacity=".6"',
        );
  if (pattern === 'planks')
    for (let x = 0; x < width; x += 130 * unit)
      out += line(`M${round(x)} 0V${round(floorY)}`, darker(wall, 0.16), 4 * unit);
  if (pattern === 'stone')
    for (let i = 0; i < 34; i++) {
      const w = between(random, 70, 130) * unit;
      out += box(
        random() * width,
        random() * floorY,
        w,
        w * 0.45,
        i % 2 ? lighter(wall, 0.14) : darker(wall, 0.09),
        12 * unit,
        'opacity=".5"',
      );
    }
  out += box(0, floorY - 34 * unit, width, 36 * unit, ink.linear('#fff7ea', darker(wall, 0.05)));
  out += box(0, floorY, width, height - floorY + 5, ink.linear(lighter(floor, 0.06), darker(floor, 0.14)));
  if (pattern !== 'stone') {
    for (let i = -9; i <= 9; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.075)} ${round(floorY)}L${round(width / 2 + i * width * 0.16)} ${round(height)}`,
        darker(floor, 0.18),
        2.4 * unit,
        'opacity=".6"',
      );
  } else {
    for (let r = 0; r < 4; r++) {
      const y = floorY + (height - floorY) * (r / 4) ** 1.4;
      out += line(`M0 ${round(y)}H${round(width)}`, darker(floor, 0.18), 2.5 * unit, 'opacity=".5"');
    }
    for (let i = -8; i <= 8; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.09)} ${round(floorY)}L${round(width / 2 + i * width * 0.2)} ${round(height)}`,
        darker(floor, 0.18),
        2.5 * unit,
        'opacity=".5"',
      );
  }
  return out;
}

/** Frame, bars, sill and curtains round a pane whose upper left corner is (x, y); the pane itself is left open. */
export function windowFrame(ink: Ink, x: number, y: number, w: number, h: number, curtain: string | undefined): string {
  const t = w * 0.055;
  const frame = ink.linear('#fffaf0', '#dcc8ae', 50);
  let out = path(
    `M${round(x - t)} ${round(y - t)}h${round(w + 2 * t)}v${round(h + 2 * t)}h${round(-w - 2 * t)}ZM${round(x)} ${round(y)}v${round(h)}h${round(w)}v${round(-h)}Z`,
    frame,
    'fill-rule="evenodd"',
  );
  out += line(
    `M${round(x + w / 2)} ${round(y)}v${round(h)}M${round(x)} ${round(y + h * 0.5)}h${round(w)}`,
    '#f5ead6',
    t * 0.7,
  );
  out += box(x - t * 2, y + h + t * 0.6, w + t * 4, t * 1.3, frame, t * 0.4);
  if (curtain) {
    const c = ink.linear(lighter(curtain, 0.16), darker(curtain, 0.18), 80);
    for (const side of [-1, 1]) {
      const edge = side < 0 ? x - t * 2 : x + w + t * 2;
      out += path(
        `M${round(edge - side * -0.02 * w)} ${round(y - t * 3)}h${round(-side * w * 0.36)}Q${round(edge - side * w * 0.3)} ${round(y + h * 0.4)} ${round(edge - side * w * 0.1)} ${round(y + h * 0.62)}Q${round(edge - side * w * 0.2)} ${round(y + h * 0.9)} ${round(edge - side * w * 0.16)} ${round(y + h + t * 3)}H${round(edge)}Z`,
        c,
      );
      out += line(
        `M${round(edge - side * w * 0.02)} ${round(y + h * 0.6)}h${round(-side * w * 0.1)}`,
        '#ffe0a0',
        t * 0.6,
      );
    }
    out += line(`M${round(x - w * 0.14)} ${round(y - t * 3)}h${round(w * 1.28)}`, '#9a6a42', t * 0.8);
  }
  return out;
}

export function rug(ink: Ink, x: number, y: number, w: number, colour: string): string {
  const h = w * 0.15;
  return (
    ellipse(x, y, w / 2, h, ink.linear(lighter(colour, 0.08), darker(colour, 0.12))) +
    ellipse(x, y, w * 0.42, h * 0.82, 'none', `stroke="${lighter(colour, 0.5)}" stroke-width="${round(w * 0.012)}"`) +
    ellipse(x, y, w * 0.26, h * 0.5, lighter(colour, 0.25))
  );
}

/** A bed seen from the side, head at the left. Returns the bed and the blanket that lies over a sleeper. */
export function bed(
  ink: Ink,
  x: number,
  y: number,
  w: number,
  blanket: string,
): { readonly back: string; readonly cover: string; readonly pillow: readonly [number, number] } {
  const l = x - w / 2;
  const wood = ink.linear(lighter(WOOD, 0.1), darker(WOOD, 0.25));
  const back =
    path(
      `M${round(l)} ${round(y)}v${round(-w * 0.5)}q${round(w * 0.04)} ${round(-w * 0.08)} ${round(w * 0.08)} 0v${round(w * 0.5)}Z`,
      wood,
    ) +
    box(l + w * 0.03, y - w * 0.26, w * 0.94, w * 0.17, wood, w * 0.02) +
    box(l + w * 0.05, y - w * 0.31, w * 0.9, w * 0.12, ink.linear('#ffffff', '#d9dcea'), w * 0.04) +
    `<g transform="rotate(-14 ${round(l + w * 0.17)} ${round(y - w * 0.34)})">${box(l + w * 0.07, y - w * 0.42, w * 0.22, w * 0.13, ink.linear('#ffffff', '#dfe3f1'), w * 0.05)}</g>`;
  const c = ink.linear(lighter(blanket, 0.14), darker(blanket, 0.18));
  const cover =
    path(
      `M${round(l + w * 0.3)} ${round(y - w * 0.32)}Q${round(l + w * 0.4)} ${round(y - w * 0.45)} ${round(l + w * 0.62)} ${round(y - w * 0.41)}Q${round(l + w * 0.86)} ${round(y - w * 0.39)} ${round(l + w * 0.955)} ${round(y - w * 0.3)}V${round(y - w * 0.1)}Q${round(l + w * 0.6)} ${round(y - w * 0.06)} ${round(l + w * 0.27)} ${round(y - w * 0.12)}Z`,
      c,
    ) +
    path(
      `M${round(l + w * 0.27)} ${round(y - w * 0.12)}Q${round(l + w * 0.27)} ${round(y - w * 0.25)} ${round(l + w * 0.3)} ${round(y - w * 0.33)}Q${round(l + w * 0.34)} ${round(y - w * 0.38)} ${round(l + w * 0.39)} ${round(y - w * 0.4)}Q${round(l + w * 0.34)} ${round(y - w * 0.24)} ${round(l + w * 0.36)} ${round(y - w * 0.1)}Z`,
      lighter(blanket, 0.6),
    ) +
    [0.5, 0.64, 0.78]
      .map((t, i) =>
        path(
          `M${round(l + w * t)} ${round(y - w * (0.28 - (i % 2) * 0.06))}l${round(w * 0.02)} ${round(w * 0.025)}l${round(-w * 0.02)} ${round(w * 0.025)}l${round(-w * 0.02)} ${round(-w * 0.025)}Z`,
          lighter(blanket, 0.5),
          'opacity=".8"',
        ),
      )
      .join('') +
    path(
      `M${round(l + w * 0.92)} ${round(y)}v${round(-w * 0.36)}q${round(w * 0.04)} ${round(-w * 0.06)} ${round(w * 0.08)} 0v${round(w * 0.36)}Z`,
      wood,
    );
  return { back, cover, pillow: [l + w * 0.19, y - w * 0.36] };
}

/** A table whose top edge's middle is (x, y - h). */
export function table(ink: Ink, x: number, y: number, w: number, h: number, cloth?: string): string {
  const wood = ink.linear(lighter(WOOD, 0.16), darker(WOOD, 0.24));
  const leg = (lx: number): string =>
    path(
      `M${round(lx - w * 0.03)} ${round(y - h)}h${round(w * 0.06)}l${round(-w * 0.012)} ${round(h)}h${round(-w * 0.036)}Z`,
      ink.linear(WOOD, darker(WOOD, 0.32)),
    );
  let out =
    leg(x - w * 0.42) +
    leg(x + w * 0.42) +
    box(x - w * 0.46, y - h + h * 0.04, w * 0.92, h * 0.16, darker(WOOD, 0.2), w * 0.01);
  out += box(x - w / 2, y - h - h * 0.08, w, h * 0.16, wood, h * 0.06);
  if (cloth) {
    let edge = `M${round(x - w * 0.5)} ${round(y - h - h * 0.08)}H${round(x + w * 0.5)}V${round(y - h * 0.74)}`;
    for (let i = 0; i < 8; i++) edge += `q${round(-w / 16)} ${round(h * 0.16)} ${round(-w / 8)} 0`;
    out += path(`${edge}Z`, ink.linear(lighter(cloth, 0.3), cloth));
  }
  return out;
}

export function bookshelf(ink: Ink, x: number, y: number, w: number, h: number, random: Random): string {
  const wood = ink.linear(lighter(WOOD, 0.08), darker(WOOD, 0.28), 70);
  let out =
    box(x - w / 2, y - h, w, h, wood, w * 0.02) +
    box(x - w * 0.46, y - h * 0.97, w * 0.92, h * 0.93, darker(WOOD, 0.5), w * 0.01);
  const shelves = Math.max(2, Math.round(h / (w * 0.38)));
  const room = (h * 0.93) / shelves;
  const colours = ['#d9604f', '#4f8fc0', '#e8b54a', '#6aa66a', '#8c6bb1', '#e38a6b', '#4ba3a0', '#c95c84'];
  for (let s = 0; s < shelves; s++) {
    const base = y - h * 0.97 + room * (s + 1);
    let bx = x - w * 0.44;
    while (bx < x + w * 0.4) {
      const bw = between(random, 0.035, 0.07) * w;
      if (random() < 0.1) {
        bx += bw * 1.6;
        continue;
      }
      const bh = room * between(random, 0.58, 0.84);
      const colour = pick(random, colours);
      out +=
        box(bx, base - bh, bw * 0.92, bh, ink.linear(lighter(colour, 0.16), darker(colour, 0.2), 90), bw * 0.1) +
        line(`M${round(bx + bw * 0.2)} ${round(base - bh * 0.8)}h${round(bw * 0.5)}`, '#ffe9b8', bw * 0.1);
      bx += bw;
    }
    out += box(x - w * 0.48, base, w * 0.96, room * 0.07, lighter(WOOD, 0.12));
  }
  return out;
}

export function goodsShelf(
  ink: Ink,
  x: number,
  y: number,
  w: number,
  rows: number,
  gap: number,
  random: Random,
  kind: 'jars' | 'bread' | 'tools',
): string {
  let out = '';
  for (let r = 0; r < rows; r++) {
    const base = y - r * gap;
    for (let px = x - w * 0.46; px < x + w * 0.44; px += gap * 0.42) {
      const s = gap * between(random, 0.3, 0.4);
      if (kind === 'bread') {
        const c = pick(random, ['#d99a4e', '#c98343', '#e6b266']);
        out +=
          random() < 0.5
            ? ellipse(px + s * 0.4, base - s * 0.42, s * 0.55, s * 0.42, ink.ball(lighter(c, 0.25), darker(c, 0.15)))
            : box(px, base - s * 1.4, s * 0.4, s * 1.4, ink.linear(lighter(c, 0.15), darker(c, 0.18), 80), s * 0.2);
      } else if (kind === 'jars') {
        const c = pick(random, ['#e0665b', '#f0b64e', '#74b36c', '#6aa7d6', '#b384c8', '#f4d9b0']);
        out +=
          box(px, base - s * 1.2, s * 0.8, s * 1.2, ink.linear(lighter(c, 0.3), darker(c, 0.1), 80), s * 0.2) +
          box(px + s * 0.06, base - s * 1.34, s * 0.68, s * 0.22, '#9a6a42', s * 0.06) +
          box(px + s * 0.14, base - s * 0.8, s * 0.52, s * 0.4, '#fff8e8', s * 0.06);
      } else {
        out +=
          line(`M${round(px + s * 0.4)} ${round(base - s * 1.5)}v${round(s * 1.1)}`, '#a5713f', s * 0.16) +
          box(px + s * 0.14, base - s * 1.7, s * 0.55, s * 0.34, '#8b95a8', s * 0.08);
      }
    }
    out += box(x - w / 2, base, w, gap * 0.09, ink.linear(lighter(WOOD, 0.1), darker(WOOD, 0.2)), gap * 0.02);
  }
  return out;
}

export function stove(ink: Ink, x: number, y: number, w: number, lights: Lights): string {
  const h = w * 0.95;
  lights.add(
    box(x - w * 0.27, y - h * 0.42, w * 0.54, h * 0.26, '#ff9c3f', w * 0.05) +
      ellipse(x, y - h * 0.2, w * 0.17, h * 0.07, '#ffe07a'),
  );
  return (
    box(x - w * 0.07, 0, w * 0.14, y - h, ink.linear('#6d7488', '#424860', 90)) +
    box(x - w / 2, y - h, w, h, ink.linear('#757d94', '#454b63', 60), w * 0.05) +
    box(x - w * 0.54, y - h - w * 0.05, w * 1.08, w * 0.1, '#8d95ab', w * 0.03) +
    box(x - w * 0.34, y - h * 0.52, w * 0.68, h * 0.42, '#333a52', w * 0.06) +
    box(x - w * 0.27, y - h * 0.42, w * 0.54, h * 0.26, '#d9703a', w * 0.05) +
    [-0.3, 0, 0.3].map((t) => ellipse(x + w * t, y - h * 0.72, w * 0.055, w * 0.055, '#e8c46a')).join('') +
    box(x + w * 0.1, y - h - w * 0.3, w * 0.3, w * 0.25, ink.linear('#d9604f', '#9c3b3f', 80), w * 0.05) +
    line(
      `M${round(x + w * 0.4)} ${round(y - h - w * 0.18)}h${round(w * 0.12)}M${round(x + w * 0.12)} ${round(y - h - w * 0.32)}h${round(w * 0.26)}`,
      '#f0d0a8',
      w * 0.04,
    )
  );
}

export function fireplace(ink: Ink, x: number, y: number, w: number, lights: Lights): string {
  const h = w * 0.85;
  const flame =
    path(
      `M${round(x - w * 0.16)} ${round(y - h * 0.08)}Q${round(x - w * 0.2)} ${round(y - h * 0.3)} ${round(x - w * 0.04)} ${round(y - h * 0.46)}Q${round(x - w * 0.02)} ${round(y - h * 0.34)} ${round(x + w * 0.05)} ${round(y - h * 0.36)}Q${round(x + w * 0.2)} ${round(y - h * 0.2)} ${round(x + w * 0.14)} ${round(y - h * 0.08)}Z`,
      '#ff8a3d',
    ) +
    path(
      `M${round(x - w * 0.08)} ${round(y - h * 0.08)}Q${round(x - w * 0.1)} ${round(y - h * 0.22)} ${round(x)} ${round(y - h * 0.3)}Q${round(x + w * 0.1)} ${round(y - h * 0.18)} ${round(x + w * 0.07)} ${round(y - h * 0.08)}Z`,
      '#ffe27a',
    );
  lights.add(flame);
  let out = box(x - w / 2, y - h, w, h, ink.linear('#c98f76', '#96605a', 60), w * 0.03);
  for (let r = 0; r < 6; r++)
    for (let c = 0; c < 5; c++)
      out += box(
        x - w * 0.48 + c * w * 0.195 + (r % 2) * w * 0.05,
        y - h * 0.97 + r * h * 0.165,
        w * 0.15,
        h * 0.11,
        (r + c) % 3 ? '#d39d84' : '#b97b66',
        w * 0.015,
        'opacity=".7"',
      );
  out += path(
    `M${round(x - w * 0.3)} ${round(y)}v${round(-h * 0.45)}a${round(w * 0.3)} ${round(w * 0.22)} 0 0 1 ${round(w * 0.6)} 0v${round(h * 0.45)}Z`,
    '#3a2631',
  );
  out += box(x - w * 0.2, y - h * 0.1, w * 0.4, h * 0.08, '#7a4a2c', w * 0.03) + flame;
  out += box(
    x - w * 0.57,
    y - h - w * 0.06,
    w * 1.14,
    w * 0.1,
    ink.linear(lighter(WOOD, 0.12), darker(WOOD, 0.25)),
    w * 0.02,
  );
  return out;
}

export function armchair(ink: Ink, x: number, y: number, w: number, colour: string): string {
  const c = ink.linear(lighter(colour, 0.16), darker(colour, 0.2), 50);
  return (
    box(x - w * 0.36, y - w * 0.95, w * 0.72, w * 0.8, c, w * 0.2) +
    box(x - w * 0.34, y - w * 0.42, w * 0.68, w * 0.26, ink.linear(lighter(colour, 0.3), colour), w * 0.08) +
    box(x - w * 0.5, y - w * 0.56, w * 0.2, w * 0.5, c, w * 0.1) +
    box(x + w * 0.3, y - w * 0.56, w * 0.2, w * 0.5, c, w * 0.1) +
    box(x - w * 0.4, y - w * 0.14, w * 0.8, w * 0.1, darker(colour, 0.25), w * 0.03) +
    line(
      `M${round(x - w * 0.38)} ${round(y - w * 0.06)}v${round(w * 0.06)}M${round(x + w * 0.38)} ${round(y - w * 0.06)}v${round(w * 0.06)}`,
      '#7a5138',
      w * 0.06,
    )
  );
}

export function pictureOnWall(ink: Ink, x: number, y: number, w: number, h: number, random: Random): string {
  const sky = pick(random, ['#bfe0ef', '#f6d9c4', '#d9e7c9']);
  return (
    box(x - w / 2, y - h / 2, w, h, ink.linear('#e0b46c', '#a57436', 40), w * 0.04) +
    box(x - w * 0.42, y - h * 0.4, w * 0.84, h * 0.8, sky) +
    path(
      `M${round(x - w * 0.42)} ${round(y + h * 0.4)}V${round(y + h * 0.1)}Q${round(x - w * 0.1)} ${round(y - h * 0.15)} ${round(x + w * 0.1)} ${round(y + h * 0.12)}Q${round(x + w * 0.3)} ${round(y - h * 0.02)} ${round(x + w * 0.42)} ${round(y + h * 0.1)}V${round(y + h * 0.4)}Z`,
      '#8dba74',
    ) +
    ellipse(x + w * 0.22, y - h * 0.18, w * 0.07, w * 0.07, '#ffd76a')
  );
}

export function hangingLamp(ink: Ink, x: number, y: number, size: number, lights: Lights, colour = '#e8a84a'): string {
  lights.add(ellipse(x, y, size * 0.28, size * 0.2, '#fff1b5'));
  return (
    line(`M${round(x)} 0V${round(y - size * 0.5)}`, '#6b5747', size * 0.04) +
    path(
      `M${round(x - size * 0.5)} ${round(y)}Q${round(x - size * 0.42)} ${round(y - size * 0.5)} ${round(x)} ${round(y - size * 0.55)}Q${round(x + size * 0.42)} ${round(y - size * 0.5)} ${round(x + size * 0.5)} ${round(y)}Z`,
      ink.linear(lighter(colour, 0.25), darker(colour, 0.15)),
    ) +
    ellipse(x, y, size * 0.28, size * 0.16, '#fff6d6')
  );
}

export function chandelier(ink: Ink, x: number, y: number, size: number, lights: Lights): string {
  const gold = ink.linear('#ffe08a', '#b9812f', 40);
  let out =
    line(`M${round(x)} 0V${round(y)}`, '#a9812f', size * 0.03) +
    line(
      `M${round(x - size)} ${round(y)}Q${round(x - size * 0.8)} ${round(y + size * 0.4)} ${round(x)} ${round(y + size * 0.34)}Q${round(x + size * 0.8)} ${round(y + size * 0.4)} ${round(x + size)} ${round(y)}`,
      gold,
      size * 0.06,
    ) +
    ellipse(x, y + size * 0.34, size * 0.13, size * 0.16, gold);
  for (const t of [-1, -0.5, 0.5, 1]) {
    const cx = x + size * t;
    const cy = y + (Math.abs(t) === 1 ? 0 : size * 0.3);
    out += box(cx - size * 0.05, cy - size * 0.26, size * 0.1, size * 0.26, '#fffaf0', size * 0.02);
    lights.add(ellipse(cx, cy - size * 0.36, size * 0.05, size * 0.1, '#ffd75e'));
    out += ellipse(cx, cy - size * 0.36, size * 0.05, size * 0.1, '#ffd75e');
  }
  return out;
}

export function column(ink: Ink, x: number, y: number, w: number, top: number, colour: string): string {
  const c = ink.linear(lighter(colour, 0.35), darker(colour, 0.2), 90);
  let out = box(x - w / 2, top, w, y - top, c);
  for (const t of [-0.25, 0, 0.25])
    out += line(
      `M${round(x + w * t)} ${round(top + w * 0.4)}V${round(y - w * 0.4)}`,
      darker(colour, 0.14),
      w * 0.05,
      'opacity=".7"',
    );
  return (
    out +
    box(x - w * 0.7, y - w * 0.35, w * 1.4, w * 0.35, c, w * 0.08) +
    box(x - w * 0.7, top, w * 1.4, w * 0.4, c, w * 0.1)
  );
}

export function stairs(ink: Ink, x: number, y: number, w: number, h: number, colour: string, steps = 7): string {
  let out = '';
  for (let i = steps - 1; i >= 0; i--) {
    const sx = x - w / 2 + (w * i) / steps;
    const top = y - (h * (i + 1)) / steps;
    out += box(sx, top, w - (w * i) / steps, y - top, ink.linear(lighter(colour, 0.14), darker(colour, 0.22)));
    out += box(sx - w * 0.012, top, w / steps + w * 0.03, h * 0.025, lighter(colour, 0.35), h * 0.01);
  }
  return out;
}

export function schoolDesk(ink: Ink, x: number, y: number, w: number): string {
  return group(
    `translate(${round(x)} ${round(y)})`,
    table(ink, 0, 0, w, w * 0.55) + box(-w * 0.12, -w * 0.66, w * 0.24, w * 0.06, '#5b9bd0', w * 0.01),
  );
}
