import { box, ellipse, line, path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import type { Kit, Places } from '../backdrop.ts';

/** Platform, roof on iron columns, a clock, and rails in front. */
export function station(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const base = down(0.68);
  kit.pass('scenery', 0.1, 0, (ink, lights) => {
    const brick = '#d99a7c';
    let out = box(0, down(0.2), width, base - down(0.2), ink.linear(lighter(brick, 0.2), darker(brick, 0.15)));
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
      `M0 ${round(down(0.1))}H${round(width)}V${round(down(0.2))}Q${round(width / 2)} ${round(down(0.24))} 0 ${round(down(0.2))}Z`,
      ink.linear('#6f7aa0', '#4a5378'),
    );
    for (let x = 0; x < width; x += 50 * u)
      out += path(
        `M${round(x)} ${round(down(0.2) + 8 * u)}h${round(50 * u)}l${round(-25 * u)} ${round(34 * u)}Z`,
        x % 100 ? '#f5ead8' : '#e5d3ba',
      );
    for (const t of [0.1, 0.9])
      out +=
        box(t * width - 13 * u, down(0.2), 26 * u, base - down(0.2), ink.linear('#5f6f9c', '#37436b', 90)) +
        box(t * width - 26 * u, base - 30 * u, 52 * u, 30 * u, '#43507a', 6 * u);
    const cx = between(random, 0.4, 0.6) * width;
    out +=
      line(`M${round(cx)} ${round(down(0.2))}v${round(50 * u)}`, '#43507a', 9 * u) +
      ellipse(cx, down(0.2) + 100 * u, 58 * u, 58 * u, '#43507a') +
      ellipse(cx, down(0.2) + 100 * u, 47 * u, 47 * u, '#fffaf0') +
      line(
        `M${round(cx)} ${round(down(0.2) + 100 * u)}v${round(-32 * u)}M${round(cx)} ${round(down(0.2) + 100 * u)}l${round(22 * u)} ${round(14 * u)}`,
        '#43507a',
        6 * u,
      );
    return out;
  });
  kit.pass('ground', 0, base - 5, (ink) => {
    let out = box(0, base, width, height - base, ink.linear('#dcd3cb', '#b3a8a4'));
    for (let i = -8; i <= 8; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.09)} ${round(base)}L${round(width / 2 + i * width * 0.18)} ${round(down(0.9))}`,
        '#a3989a',
        3 * u,
        'opacity=".6"',
      );
    out +=
      box(0, down(0.895), width, 16 * u, '#f4cf5c') +
      box(0, down(0.91), width, down(0.1), ink.linear('#6d6470', '#4a4350'));
    out += box(0, down(0.955), width, 9 * u, '#b9c0cc');
    return out;
  });
  if (kit.look.lamps) for (const t of [0.25, 0.75]) kit.glow(t * width, down(0.3), 420 * u, 0.5);
  return { horizon: base, backY: base + 14 * u, standY: down(0.83), openSky: false };
}
