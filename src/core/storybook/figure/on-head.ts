import { box, ellipse, path } from '../ink.ts';
import type { Outfit } from './outfit.ts';
import type { Species } from './species.ts';

/** Glasses and a bow sit on the head, in its box of 32 x 32. */
export function onHead(outfit: Outfit, species: Species): string {
  let out = '';
  if (outfit.bow)
    out +=
      path(
        `M16 ${species.top + 4}l-6 -4q-2 4 0 8ZM16 ${species.top + 4}l6 -4q2 4 0 8Z`,
        outfit.main,
        `transform="translate(7 1) rotate(18 16 ${species.top + 4})"`,
      ) + ellipse(23, species.top + 5, 1.6, 1.6, outfit.second);
  if (outfit.glasses)
    out +=
      [-1, 1]
        .map((s) =>
          ellipse(
            16 + s * species.eyes.dx,
            species.eyes.y,
            3.6,
            3.4,
            '#ffffff',
            'fill-opacity=".25" stroke="#4d3d3a" stroke-width=".7"',
          ),
        )
        .join('') + box(14.5, species.eyes.y - 0.4, 3, 0.8, '#4d3d3a');
  return out;
}
