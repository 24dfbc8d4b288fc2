import { path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';

export function cave(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.66);
  const mouth = between(random, 0.4, 0.6) * width;
  const rock = '#85749a';
  kit.pass('far', 0.2, 0, (ink) => {
    let out = path(
      `M0 0H${round(width)}V${round(height)}H0ZM${round(mouth - 250 * u)} ${round(horizon + 30 * u)}Q${round(mouth - 280 * u)} ${round(down(0.24))} ${round(mouth)} ${round(down(0.2))}Q${round(mouth + 290 * u)} ${round(down(0.24))} ${round(mouth + 250 * u)} ${round(horizon + 30 * u)}Z`,
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
        `M${round(sx)} 0L${round(sx + k * 250 * u)} 0Q${round(sx + k * 120 * u)} ${round(down(0.3))} ${round(sx + k * 190 * u)} ${round(down(0.52))}Q${round(sx + k * 120 * u)} ${round(down(0.66))} ${round(sx + k * 260 * u)} ${round(down(0.76))}H${round(sx)}Z`,
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
        down(between(random, 0.76, 0.97)),
        between(random, 12, 34) * u,
        darker(rock, 0.05),
      );
    return out;
  });
  kit.glow(mouth, down(0.55), 620 * u, 0.3, [0.9, 0.9, 0.75]);
  return { horizon, backY: horizon + 70 * u, standY: down(0.84), openSky: false };
}
