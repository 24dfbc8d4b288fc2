import { type Ink, box, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import type { Kit } from '../backdrop.ts';

export function counter(kit: Kit, ink: Ink, x: number, floorY: number, w: number, colour: string): string {
  const { u } = kit;
  return (
    box(x - w / 2, floorY - 150 * u, w, 210 * u, ink.linear(lighter(colour, 0.15), darker(colour, 0.2)), 10 * u) +
    box(x - w / 2 - 18 * u, floorY - 176 * u, w + 36 * u, 34 * u, ink.linear('#e3b27c', '#b07d4b'), 10 * u) +
    [-0.33, 0, 0.33]
      .map((t) =>
        box(
          x + t * w - w * 0.13,
          floorY - 115 * u,
          w * 0.26,
          145 * u,
          'none',
          8 * u,
          `stroke="${darker(colour, 0.2)}" stroke-width="${round(5 * u)}"`,
        ),
      )
      .join('')
  );
}
