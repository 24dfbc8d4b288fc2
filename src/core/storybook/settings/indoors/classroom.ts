import { box, ellipse, line, round } from '../../ink.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { shell, sides, windowAt } from './room.ts';

export function classroom(kit: Kit): Places {
  const { u, down } = kit;
  const at = sides(kit);
  const floorY = down(0.67);
  shell(kit, { wall: '#f2e6c4', floor: '#c79a6c', pattern: 'plain', floorY });
  // In a tall picture the board takes all of the wall.
  if (kit.tall < 0.6) windowAt(kit, at(0.87), down(0.14), 230 * u, 280 * u);
  kit.pass('scenery', 0, 0, (ink) => {
    const x = at(0.42);
    let out =
      box(x - 350 * u, down(0.1), 700 * u, 330 * u, ink.linear('#c58d5a', '#96653d'), 12 * u) +
      box(x - 330 * u, down(0.1) + 20 * u, 660 * u, 290 * u, ink.linear('#3f7a66', '#2d5d50'));
    out +=
      line(
        `M${round(x - 280 * u)} ${round(down(0.1) + 90 * u)}l${round(30 * u)} ${round(-50 * u)}l${round(30 * u)} ${round(50 * u)}m${round(-50 * u)} ${round(-18 * u)}h${round(40 * u)}`,
        '#f4f8ee',
        6 * u,
      ) +
      ellipse(
        x + 210 * u,
        down(0.1) + 90 * u,
        38 * u,
        38 * u,
        'none',
        `stroke="#ffe9a0" stroke-width="${round(6 * u)}"`,
      );
    out += line(
      `M${round(x - 280 * u)} ${round(down(0.1) + 160 * u)}h${round(220 * u)}M${round(x - 280 * u)} ${round(down(0.1) + 205 * u)}h${round(300 * u)}M${round(x - 280 * u)} ${round(down(0.1) + 250 * u)}h${round(170 * u)}`,
      '#dfeee6',
      5 * u,
      `opacity=".7" stroke-dasharray="${round(40 * u)} ${round(18 * u)}"`,
    );
    out += box(x - 340 * u, down(0.1) + 318 * u, 680 * u, 20 * u, '#a87649', 6 * u);
    for (const t of [0.08, 0.24, 0.66]) out += furniture.schoolDesk(ink, at(t), floorY + 70 * u, 190 * u);
    return out;
  });
  return { horizon: floorY, backY: floorY + 30 * u, standY: down(0.85) };
}
