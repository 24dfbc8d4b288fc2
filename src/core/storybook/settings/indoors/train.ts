import { box, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import * as furniture from '../../scenery/furniture.ts';
import type { Kit, Places } from '../backdrop.ts';
import { windowAt } from './room.ts';

/** A compartment: big windows behind, seats left and right, the landscape running by. */
export function train(kit: Kit): Places {
  const { width, height, u, down } = kit;
  const floorY = down(0.72);
  kit.pass(
    'far',
    0,
    0,
    (ink) =>
      box(0, 0, width, height, ink.linear('#c98a5c', '#8f5c42')) +
      box(0, 0, width, down(0.1), ink.linear('#e9cfa5', '#cfae80')) +
      box(0, floorY, width, height - floorY, ink.linear('#8a6a63', '#5c464a')),
  );
  const w = Math.min(430 * u, width * 0.3);
  const count = width > height ? 3 : 2;
  for (let i = 0; i < count; i++) {
    const x = (width * (i + 0.5)) / count;
    windowAt(kit, x, down(0.17), w, 300 * u, '#a8454f');
  }
  kit.pass('scenery', 0, 0, (ink, lights) => {
    let out =
      box(0, down(0.115), width, 18 * u, '#d9a95f', 6 * u) +
      box(0, floorY - 120 * u, width, 130 * u, ink.linear('#a56a45', '#7a4a36'));
    for (let x = 30 * u; x < width; x += 150 * u)
      out += box(
        x,
        floorY - 100 * u,
        120 * u,
        90 * u,
        'none',
        10 * u,
        `stroke="#c08a5c" stroke-width="${round(5 * u)}"`,
      );
    for (const side of [-1, 1]) {
      const x = side < 0 ? width * 0.085 : width * 0.915;
      const seat = '#4f7a8c';
      out +=
        box(
          x - 130 * u,
          floorY - 260 * u,
          260 * u,
          300 * u,
          ink.linear(lighter(seat, 0.2), darker(seat, 0.2), 40),
          40 * u,
        ) +
        box(x - 145 * u, floorY - 20 * u, 290 * u, 90 * u, ink.linear(lighter(seat, 0.3), darker(seat, 0.12)), 30 * u) +
        box(x - 120 * u, floorY + 60 * u, 240 * u, 40 * u, '#5c4038', 6 * u);
    }
    for (let i = 1; i < count; i++)
      out += furniture.hangingLamp(ink, (width * i) / count, down(0.16), 90 * u, lights, '#d9a441');
    return out;
  });
  kit.pass('ground', 0, floorY, (ink) => furniture.rug(ink, width / 2, floorY + 130 * u, 900 * u, '#8f4a52'));
  if (kit.look.lamps) for (let i = 1; i < count; i++) kit.glow((width * i) / count, down(0.18), 470 * u, 0.55);
  return { horizon: floorY, backY: floorY + 30 * u, standY: down(0.85), openSky: false };
}
