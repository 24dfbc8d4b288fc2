import { box, line, path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, windowAt } from './room.ts';

export function hall(kit: Kit, royal = false): Places {
  const { width, height, u, down } = kit;
  const floorY = down(0.67);
  const stoneColour = royal ? '#efe0d0' : '#cfc4bf';
  shell(kit, { wall: royal ? '#e6c9cf' : '#b9aeb0', floor: royal ? '#e8d3b4' : '#a89a94', pattern: 'stone', floorY });
  for (const t of [0.26, 0.74]) windowAt(kit, t * width, down(0.13), 170 * u, 330 * u, royal ? '#b0475c' : undefined);
  const carpet = royal ? '#b8384f' : '#8a4458';
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out = '';
    for (const t of [0.08, 0.42, 0.58, 0.92])
      out += furniture.column(ink, t * width, floorY + 26 * u, 74 * u, down(0.06), stoneColour);
    for (const t of [0.17, 0.83])
      out +=
        path(
          `M${round(t * width - 44 * u)} ${round(down(0.12))}h${round(88 * u)}v${round(250 * u)}l${round(-44 * u)} ${round(-40 * u)}l${round(-44 * u)} ${round(40 * u)}Z`,
          ink.linear(lighter(carpet, 0.12), darker(carpet, 0.2)),
        ) +
        path(
          `M${round(t * width)} ${round(down(0.12) + 70 * u)}l${round(11 * u)} ${round(30 * u)}h${round(30 * u)}l${round(-24 * u)} ${round(19 * u)}l${round(9 * u)} ${round(31 * u)}l${round(-26 * u)} ${round(-18 * u)}l${round(-26 * u)} ${round(18 * u)}l${round(9 * u)} ${round(-31 * u)}l${round(-24 * u)} ${round(-19 * u)}h${round(30 * u)}Z`,
          '#f6cf62',
        );
    if (royal) {
      const x = width / 2;
      const y = floorY + 30 * u;
      out += box(x - 150 * u, y - 24 * u, 300 * u, 34 * u, darker(stoneColour, 0.1), 6 * u);
      out +=
        path(
          `M${round(x - 85 * u)} ${round(y - 24 * u)}V${round(y - 290 * u)}Q${round(x)} ${round(y - 390 * u)} ${round(x + 85 * u)} ${round(y - 290 * u)}V${round(y - 24 * u)}Z`,
          ink.linear('#ffd870', '#b98330', 70),
        ) +
        path(
          `M${round(x - 62 * u)} ${round(y - 120 * u)}V${round(y - 275 * u)}Q${round(x)} ${round(y - 345 * u)} ${round(x + 62 * u)} ${round(y - 275 * u)}V${round(y - 120 * u)}Z`,
          ink.linear('#d9556b', '#a5334c'),
        ) +
        box(x - 74 * u, y - 130 * u, 148 * u, 50 * u, '#c23f58', 16 * u);
    }
    return out + furniture.chandelier(ink, width * 0.5, down(0.09), 130 * u, lights);
  });
  kit.pass(
    'ground',
    0,
    floorY,
    (ink) =>
      path(
        `M${round(width * 0.44)} ${round(floorY + 30 * u)}H${round(width * 0.56)}L${round(width * 0.74)} ${round(height + 5)}H${round(width * 0.26)}Z`,
        ink.linear(carpet, darker(carpet, 0.2)),
      ) +
      line(
        `M${round(width * 0.45)} ${round(floorY + 30 * u)}L${round(width * 0.285)} ${round(height)}M${round(width * 0.55)} ${round(floorY + 30 * u)}L${round(width * 0.715)} ${round(height)}`,
        '#f2c75c',
        8 * u,
      ),
  );
  if (kit.look.lamps) kit.glow(width * 0.5, down(0.12), 760 * u, 0.5);
  return { horizon: floorY, backY: floorY + 30 * u, standY: down(0.85) };
}

export function palace(kit: Kit): Places {
  return hall(kit, true);
}
