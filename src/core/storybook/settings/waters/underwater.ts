import { box, ellipse, line, path, round } from '../../ink.ts';
import { lighter } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';

export function underwater(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.72);
  kit.pass('far', 0, 0, (ink) => {
    let out = box(0, 0, width, height, ink.linear('#7fdcec', '#155a94'));
    for (let i = 0; i < 7; i++) {
      const x = between(random, 0, 1) * width;
      const w = between(random, 30, 90) * u;
      const slide = between(random, -260, -120) * u;
      out += path(
        `M${round(x)} 0h${round(w)}L${round(x + w * 2.2 + slide)} ${round(down(0.85))}H${round(x + slide)}Z`,
        ink.veil('#f2ffff', 0.4),
      );
    }
    return out;
  });
  kit.pass(
    'far',
    0.8,
    down(0.4),
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
  kit.pass('scenery', 0.3, down(0.3), (ink) => {
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
        down(between(random, 0.88, 0.98)),
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
      const y = random() * down(0.8);
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
    standY: down(0.86),
    backY: horizon + 60 * u,
    waterY: down(0.5),
    floating: true,
    openSky: false,
  };
}
