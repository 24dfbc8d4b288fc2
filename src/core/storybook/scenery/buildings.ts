import { type Ink, box, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';

/** Buildings; foot's middle at (x, y), `w` wide. `lights` gathers lit windows, which glow at night. */
export interface Lights {
  add(svg: string): void;
}

function pane(x: number, y: number, w: number, h: number, lights: Lights, arched = false): string {
  const frame = w * 0.14;
  const corner = arched ? w / 2 : w * 0.12;
  const glass =
    box(x - w / 2, y, w, h, '#bfe3f5', corner) +
    path(
      `M${round(x - w * 0.3)} ${round(y + h * 0.75)}L${round(x + w * 0.2)} ${round(y + h * 0.2)}`,
      'none',
      `stroke="#eef9ff" stroke-width="${round(w * 0.1)}" opacity=".7"`,
    );
  const bars = line(
    `M${round(x)} ${round(y)}v${round(h)}M${round(x - w / 2)} ${round(y + h * 0.52)}h${round(w)}`,
    '#fff6e6',
    w * 0.07,
  );
  lights.add(
    box(x - w / 2, y, w, h, '#ffd470', corner) +
      ellipse(x, y + h * 0.6, w * 0.34, h * 0.3, '#fff2b8') +
      line(
        `M${round(x)} ${round(y)}v${round(h)}M${round(x - w / 2)} ${round(y + h * 0.52)}h${round(w)}`,
        '#8a5a2e',
        w * 0.07,
      ),
  );
  return box(x - w / 2 - frame, y - frame, w + frame * 2, h + frame * 2, '#fff6e6', corner + frame) + glass + bars;
}

function door(ink: Ink, x: number, y: number, w: number, h: number, colour: string): string {
  return (
    path(
      `M${round(x - w * 0.6)} ${round(y)}v${round(-h + w * 0.5)}a${round(w * 0.6)} ${round(w * 0.6)} 0 0 1 ${round(w * 1.2)} 0v${round(h - w * 0.5)}Z`,
      '#f6ead6',
    ) +
    path(
      `M${round(x - w / 2)} ${round(y)}v${round(-h + w * 0.5)}a${round(w / 2)} ${round(w / 2)} 0 0 1 ${round(w)} 0v${round(h - w * 0.5)}Z`,
      ink.linear(lighter(colour, 0.15), darker(colour, 0.2), 60),
    ) +
    ellipse(x + w * 0.3, y - h * 0.45, w * 0.07, w * 0.07, '#ffd76a')
  );
}

/** A cottage with a steep roof and a chimney. */
export function house(
  ink: Ink,
  x: number,
  y: number,
  w: number,
  wall: string,
  roof: string,
  lights: Lights,
  storeys = 1,
): string {
  const h = w * (storeys === 1 ? 0.52 : 0.92);
  const left = x - w / 2;
  const peak = y - h - w * 0.5;
  let out = box(x + w * 0.2, peak + w * 0.06, w * 0.13, w * 0.34, ink.linear('#c78a6a', '#8f5648', 90), w * 0.02);
  out += box(x + w * 0.18, peak + w * 0.03, w * 0.17, w * 0.06, '#a9664f', w * 0.02);
  out += box(left + w * 0.05, y - h, w * 0.9, h, ink.linear(lighter(wall, 0.2), darker(wall, 0.14), 70), w * 0.03);
  out += path(
    `M${round(left + w * 0.05)} ${round(y - h)}L${round(x)} ${round(peak + w * 0.1)}L${round(x + w * 0.45)} ${round(y - h)}Z`,
    ink.linear(lighter(wall, 0.2), darker(wall, 0.1), 70),
  );
  const eave = y - h + w * 0.05;
  const thick = w * 0.1;
  out += path(
    `M${round(left - w * 0.06)} ${round(eave)}Q${round(x - w * 0.16)} ${round(y - h - w * 0.2)} ${round(x)} ${round(peak)}Q${round(x + w * 0.16)} ${round(y - h - w * 0.2)} ${round(x + w * 0.56)} ${round(eave)}L${round(x + w * 0.5)} ${round(eave + thick * 0.6)}Q${round(x + w * 0.14)} ${round(y - h - w * 0.1)} ${round(x)} ${round(peak + thick * 1.9)}Q${round(x - w * 0.14)} ${round(y - h - w * 0.1)} ${round(left)} ${round(eave + thick * 0.6)}Z`,
    ink.linear(lighter(roof, 0.14), darker(roof, 0.22), 65),
  );
  out +=
    ellipse(x, y - h - w * 0.1, w * 0.075, w * 0.075, '#fff6e6') +
    ellipse(x, y - h - w * 0.1, w * 0.052, w * 0.052, '#bfe3f5');
  lights.add(ellipse(x, y - h - w * 0.1, w * 0.052, w * 0.052, '#ffd470'));
  const ground = storeys === 1 ? h : h * 0.52;
  out += door(ink, x - w * 0.2, y, w * 0.17, ground * 0.68, roof);
  out += pane(x + w * 0.18, y - ground * 0.72, w * 0.19, ground * 0.36, lights);
  if (storeys > 1)
    out +=
      pane(x - w * 0.2, y - h * 0.86, w * 0.17, h * 0.2, lights) +
      pane(x + w * 0.18, y - h * 0.86, w * 0.17, h * 0.2, lights);
  return out;
}

/** A town house: narrow, straight, with a stepped or round gable. */
export function townHouse(
  ink: Ink,
  x: number,
  y: number,
  w: number,
  h: number,
  wall: string,
  roof: string,
  lights: Lights,
  shop = false,
): string {
  const left = x - w / 2;
  let out = path(
    `M${round(left)} ${round(y)}V${round(y - h)}Q${round(x)} ${round(y - h - w * 0.66)} ${round(left + w)} ${round(y - h)}V${round(y)}Z`,
    ink.linear(lighter(wall, 0.2), darker(wall, 0.16), 75),
  );
  out += path(
    `M${round(left - w * 0.05)} ${round(y - h + w * 0.05)}Q${round(x)} ${round(y - h - w * 0.72)} ${round(left + w * 1.05)} ${round(y - h + w * 0.05)}Q${round(x)} ${round(y - h - w * 0.5)} ${round(left - w * 0.05)} ${round(y - h + w * 0.05)}Z`,
    ink.linear(lighter(roof, 0.12), darker(roof, 0.2), 70),
  );
  const rows = Math.max(1, Math.floor((h - w * 0.75) / (w * 0.5)));
  for (let row = 0; row < rows; row++)
    for (const side of [-0.23, 0.23])
      out += pane(x + side * w, y - h + w * (0.12 + row * 0.5), w * 0.2, w * 0.28, lights, row === 0);
  if (shop) {
    out +=
      box(left + w * 0.08, y - w * 0.46, w * 0.52, w * 0.38, '#fff3d9', w * 0.03) +
      box(left + w * 0.11, y - w * 0.43, w * 0.46, w * 0.32, '#bfe3f5', w * 0.02);
    lights.add(box(left + w * 0.11, y - w * 0.43, w * 0.46, w * 0.32, '#ffd470', w * 0.02));
    for (let i = 0; i < 6; i++)
      out += path(
        `M${round(left + w * (0.02 + i * 0.16))} ${round(y - w * 0.62)}h${round(w * 0.16)}v${round(w * 0.1)}a${round(w * 0.08)} ${round(w * 0.08)} 0 0 1 ${round(-w * 0.16)} 0Z`,
        i % 2 ? '#fff6e6' : roof,
      );
    out += door(ink, x + w * 0.3, y, w * 0.2, w * 0.42, darker(roof, 0.1));
  } else out += door(ink, x, y, w * 0.24, w * 0.46, roof);
  return out;
}

export function tower(
  ink: Ink,
  x: number,
  y: number,
  w: number,
  h: number,
  stone: string,
  roof: string,
  lights: Lights,
): string {
  const wall = ink.linear(lighter(stone, 0.25), darker(stone, 0.26), 90);
  let out = path(
    `M${round(x - w * 0.5)} ${round(y)}L${round(x - w * 0.44)} ${round(y - h)}h${round(w * 0.88)}L${round(x + w * 0.5)} ${round(y)}Z`,
    wall,
  );
  out += box(
    x - w * 0.55,
    y - h - w * 0.05,
    w * 1.1,
    w * 0.24,
    ink.linear(lighter(stone, 0.3), darker(stone, 0.18), 90),
    w * 0.06,
  );
  out += path(
    `M${round(x - w * 0.66)} ${round(y - h)}Q${round(x - w * 0.16)} ${round(y - h - w * 0.5)} ${round(x)} ${round(y - h - w * 1.35)}Q${round(x + w * 0.16)} ${round(y - h - w * 0.5)} ${round(x + w * 0.66)} ${round(y - h)}Q${round(x)} ${round(y - h + w * 0.18)} ${round(x - w * 0.66)} ${round(y - h)}Z`,
    ink.linear(lighter(roof, 0.16), darker(roof, 0.26), 80),
  );
  out +=
    line(`M${round(x)} ${round(y - h - w * 1.3)}v${round(-w * 0.4)}`, '#8a6a4a', w * 0.04) +
    path(
      `M${round(x)} ${round(y - h - w * 1.7)}q${round(w * 0.25)} ${round(-w * 0.05)} ${round(w * 0.5)} ${round(w * 0.14)}q${round(-w * 0.2)} ${round(w * 0.1)} ${round(-w * 0.5)} ${round(w * 0.12)}Z`,
      '#f2b53c',
    );
  for (const t of [0.3, 0.62]) out += pane(x, y - h * (1 - t) - w * 0.22, w * 0.2, w * 0.4, lights, true);
  return out;
}

export function castle(ink: Ink, x: number, y: number, w: number, stone: string, roof: string, lights: Lights): string {
  const wallTop = y - w * 0.34;
  const wall = ink.linear(lighter(stone, 0.22), darker(stone, 0.2), 30);
  let out =
    tower(ink, x - w * 0.12, y - w * 0.2, w * 0.15, w * 0.5, darker(stone, 0.06), roof, lights) +
    tower(ink, x + w * 0.17, y - w * 0.2, w * 0.13, w * 0.4, darker(stone, 0.06), roof, lights);
  out += box(x - w * 0.42, wallTop, w * 0.84, w * 0.34, wall);
  for (let i = 0; i < 9; i++)
    out += box(x - w * 0.42 + (i * w * 0.84) / 9, wallTop - w * 0.045, w * 0.055, w * 0.06, wall, w * 0.008);
  out +=
    path(
      `M${round(x - w * 0.09)} ${round(y)}v${round(-w * 0.14)}a${round(w * 0.09)} ${round(w * 0.09)} 0 0 1 ${round(w * 0.18)} 0v${round(w * 0.14)}Z`,
      '#6b4a3a',
    ) +
    line(
      `M${round(x - w * 0.045)} ${round(y)}v${round(-w * 0.21)}M${round(x)} ${round(y)}v${round(-w * 0.225)}M${round(x + w * 0.045)} ${round(y)}v${round(-w * 0.21)}`,
      '#4c3328',
      w * 0.008,
    );
  out +=
    tower(ink, x - w * 0.42, y, w * 0.17, w * 0.46, stone, roof, lights) +
    tower(ink, x + w * 0.42, y, w * 0.17, w * 0.46, stone, roof, lights);
  return out;
}

/** White with red bands; the lamp room's light is added to `lights`. */
export function lighthouse(ink: Ink, x: number, y: number, h: number, lights: Lights): string {
  const w = h * 0.3;
  const top = y - h * 0.76;
  const half = (t: number): number => (w / 2) * (1 - t * 0.42);
  const band = (t0: number, t1: number, fill: string): string =>
    path(
      `M${round(x - half(t0))} ${round(y - h * 0.76 * t0)}L${round(x - half(t1))} ${round(y - h * 0.76 * t1)}Q${round(x)} ${round(y - h * 0.76 * t1 + w * 0.06)} ${round(x + half(t1))} ${round(y - h * 0.76 * t1)}L${round(x + half(t0))} ${round(y - h * 0.76 * t0)}Q${round(x)} ${round(y - h * 0.76 * t0 + w * 0.07)} ${round(x - half(t0))} ${round(y - h * 0.76 * t0)}Z`,
      fill,
    );
  const white = ink.linear('#ffffff', '#c3cbdd', 90);
  const red = ink.linear('#f0655a', '#b23a48', 90);
  let out = band(0, 1, white) + band(0.18, 0.38, red) + band(0.58, 0.78, red);
  out += door(ink, x, y - w * 0.01, w * 0.22, w * 0.5, '#8a5a3a');
  out += pane(x, y - h * 0.4, w * 0.12, w * 0.2, lights, true);
  out += box(x - w * 0.42, top - w * 0.06, w * 0.84, w * 0.12, ink.linear('#59617c', '#353b55'), w * 0.05);
  out += box(x - w * 0.23, top - w * 0.42, w * 0.46, w * 0.38, ink.linear('#d9f2fb', '#9ec7dd', 90), w * 0.04);
  lights.add(
    box(x - w * 0.23, top - w * 0.42, w * 0.46, w * 0.38, '#ffdf7a', w * 0.04) +
      ellipse(x, top - w * 0.23, w * 0.13, w * 0.15, '#fffbe0'),
  );
  out += line(
    `M${round(x - w * 0.08)} ${round(top - w * 0.42)}v${round(w * 0.38)}M${round(x + w * 0.08)} ${round(top - w * 0.42)}v${round(w * 0.38)}`,
    '#4a5270',
    w * 0.025,
  );
  out += line(
    `M${round(x - w * 0.4)} ${round(top - w * 0.18)}h${round(w * 0.8)}M${round(x - w * 0.39)} ${round(top - w * 0.18)}v${round(w * 0.14)}M${round(x + w * 0.39)} ${round(top - w * 0.18)}v${round(w * 0.14)}`,
    '#3f4661',
    w * 0.025,
  );
  out +=
    path(
      `M${round(x - w * 0.32)} ${round(top - w * 0.4)}Q${round(x)} ${round(top - w * 0.84)} ${round(x + w * 0.32)} ${round(top - w * 0.4)}Q${round(x)} ${round(top - w * 0.34)} ${round(x - w * 0.32)} ${round(top - w * 0.4)}Z`,
      red,
    ) + ellipse(x, top - w * 0.64, w * 0.05, w * 0.05, '#ffd76a');
  return out;
}

export function barn(ink: Ink, x: number, y: number, w: number): string {
  const h = w * 0.5;
  return (
    path(
      `M${round(x - w / 2)} ${round(y)}V${round(y - h)}L${round(x - w * 0.3)} ${round(y - h * 1.5)}L${round(x)} ${round(y - h * 1.75)}L${round(x + w * 0.3)} ${round(y - h * 1.5)}L${round(x + w / 2)} ${round(y - h)}V${round(y)}Z`,
      ink.linear('#d9574a', '#9c3640', 70),
    ) +
    line(
      `M${round(x - w * 0.55)} ${round(y - h * 0.96)}L${round(x - w * 0.31)} ${round(y - h * 1.53)}L${round(x)} ${round(y - h * 1.8)}L${round(x + w * 0.31)} ${round(y - h * 1.53)}L${round(x + w * 0.55)} ${round(y - h * 0.96)}`,
      '#6d4a4f',
      w * 0.05,
    ) +
    box(x - w * 0.17, y - h * 0.75, w * 0.34, h * 0.75, '#8d2f3a') +
    line(
      `M${round(x - w * 0.17)} ${round(y)}v${round(-h * 0.75)}h${round(w * 0.34)}v${round(h * 0.75)}M${round(x - w * 0.17)} ${round(y)}l${round(w * 0.34)} ${round(-h * 0.75)}M${round(x + w * 0.17)} ${round(y)}l${round(-w * 0.34)} ${round(-h * 0.75)}`,
      '#fbeede',
      w * 0.018,
    ) +
    box(
      x - w * 0.08,
      y - h * 1.36,
      w * 0.16,
      w * 0.13,
      '#5b2730',
      w * 0.01,
      `stroke="#fbeede" stroke-width="${round(w * 0.015)}"`,
    )
  );
}

export function windmill(ink: Ink, x: number, y: number, h: number): string {
  const hub = y - h * 0.68;
  let blades = '';
  for (let i = 0; i < 4; i++)
    blades += `<g transform="rotate(${i * 90 + 24} ${round(x)} ${round(hub)})">${line(`M${round(x)} ${round(hub)}v${round(-h * 0.4)}`, '#8a6242', h * 0.015)}${box(x, hub - h * 0.4, h * 0.085, h * 0.3, '#fdf3df', h * 0.01, 'opacity=".95"')}</g>`;
  return (
    path(
      `M${round(x - h * 0.17)} ${round(y)}L${round(x - h * 0.1)} ${round(hub)}h${round(h * 0.2)}L${round(x + h * 0.17)} ${round(y)}Z`,
      ink.linear('#fff4e2', '#d3b79a', 90),
    ) +
    path(
      `M${round(x - h * 0.13)} ${round(hub + h * 0.02)}Q${round(x)} ${round(hub - h * 0.2)} ${round(x + h * 0.13)} ${round(hub + h * 0.02)}Z`,
      ink.linear('#c8695a', '#91434a', 90),
    ) +
    box(x - h * 0.035, y - h * 0.13, h * 0.07, h * 0.13, '#7a5138', h * 0.03) +
    blades +
    ellipse(x, hub, h * 0.02, h * 0.02, '#6d4a32')
  );
}

export function picketFence(ink: Ink, x: number, y: number, w: number, h: number, colour = '#fff7ea'): string {
  const posts = Math.max(2, Math.round(w / (h * 0.42)));
  const step = w / posts;
  const fill = ink.linear(colour, darker(colour, 0.14));
  let out =
    box(x, y - h * 0.72, w, h * 0.13, darker(colour, 0.12)) + box(x, y - h * 0.34, w, h * 0.13, darker(colour, 0.12));
  for (let i = 0; i < posts; i++) {
    const px = x + i * step + step * 0.18;
    const pw = step * 0.64;
    out += path(
      `M${round(px)} ${round(y)}V${round(y - h * 0.86)}L${round(px + pw / 2)} ${round(y - h)}L${round(px + pw)} ${round(y - h * 0.86)}V${round(y)}Z`,
      fill,
    );
  }
  return out;
}

export function lampPost(ink: Ink, x: number, y: number, h: number, lights: Lights): string {
  const iron = ink.linear('#5a6180', '#2f3550', 90);
  lights.add(
    path(
      `M${round(x - h * 0.055)} ${round(y - h * 0.96)}h${round(h * 0.11)}l${round(-h * 0.02)} ${round(h * 0.12)}h${round(-h * 0.07)}Z`,
      '#ffe08a',
    ),
  );
  return (
    box(x - h * 0.014, y - h * 0.86, h * 0.028, h * 0.86, iron) +
    box(x - h * 0.045, y - h * 0.06, h * 0.09, h * 0.06, iron, h * 0.015) +
    path(
      `M${round(x - h * 0.055)} ${round(y - h * 0.96)}h${round(h * 0.11)}l${round(-h * 0.02)} ${round(h * 0.12)}h${round(-h * 0.07)}Z`,
      '#e9f4fb',
    ) +
    path(
      `M${round(x - h * 0.075)} ${round(y - h * 0.955)}L${round(x)} ${round(y - h * 1.03)}L${round(x + h * 0.075)} ${round(y - h * 0.955)}Z`,
      iron,
    ) +
    box(x - h * 0.04, y - h * 0.845, h * 0.08, h * 0.018, iron)
  );
}
