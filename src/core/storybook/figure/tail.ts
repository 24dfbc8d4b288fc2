import { type Ink, ellipse, line, path } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { type Point, part } from './limbs.ts';
import type { Species } from './species.ts';

export function tailOf(ink: Ink, species: Species, [x, y]: Point): string {
  const fur = ink.linear(lighter(species.fur, 0.1), darker(species.fur, 0.22));
  const tip = species.tailTip ?? species.fur;
  switch (species.tail) {
    case 'bushy':
      return (
        path(
          `M${x + 4} ${y + 5}C${x - 16} ${y + 16} ${x - 34} ${y + 2} ${x - 32} ${y - 18}C${x - 31} ${y - 28} ${x - 24} ${y - 32} ${x - 20} ${y - 34}C${x - 16} ${y - 24} ${x - 8} ${y - 16} ${x + 4} ${y - 4}Z`,
          fur,
        ) +
        path(
          `M${x - 32} ${y - 16}C${x - 31} ${y - 28} ${x - 24} ${y - 32} ${x - 20} ${y - 34}C${x - 18} ${y - 28} ${x - 16} ${y - 24} ${x - 13} ${y - 20}Q${x - 20} ${y - 22} ${x - 22} ${y - 15}Q${x - 28} ${y - 20} ${x - 32} ${y - 16}Z`,
          tip,
        )
      );
    case 'curl':
      return part(
        `M${x} ${y + 2}C${x - 20} ${y + 6} ${x - 24} ${y - 14} ${x - 16} ${y - 24}Q${x - 10} ${y - 28} ${x - 10} ${y - 20}`,
        species.fur,
        species.head === 'pig-face' ? 3.4 : 6,
      );
    case 'thin':
      return line(
        `M${x} ${y + 4}C${x - 14} ${y + 12} ${x - 20} ${y - 4} ${x - 30} ${y + 2}Q${x - 36} ${y + 6} ${x - 38} ${y}`,
        tip,
        3.4,
      );
    case 'puff':
      return ellipse(x - 4, y - 1, 7.5, 7, ink.ball('#ffffff', tip));
    case 'tuft':
      return (
        part(`M${x} ${y + 2}C${x - 16} ${y + 8} ${x - 26} ${y - 2} ${x - 28} ${y - 16}`, species.fur, 4.6) +
        ellipse(x - 28, y - 19, 5, 7, tip)
      );
    case 'ringed':
      return (
        part(`M${x} ${y + 3}C${x - 18} ${y + 10} ${x - 32} ${y} ${x - 30} ${y - 22}`, species.fur, 10) +
        line(
          `M${x - 13} ${y + 1}l-2 8M${x - 22} ${y - 3}l-6 6M${x - 26} ${y - 11}l-8 2M${x - 30} ${y - 22}l0 -1`,
          tip,
          4,
        )
      );
    case 'thick':
      return path(
        `M${x + 5} ${y - 6}C${x - 8} ${y + 2} ${x - 22} ${y + 10} ${x - 42} ${y + 13}Q${x - 20} ${y + 24} ${x + 6} ${y + 10}Z`,
        fur,
      );
    case 'squirrel':
      return (
        path(
          `M${x + 3} ${y + 7}C${x - 30} ${y + 12} ${x - 34} ${y - 26} ${x - 18} ${y - 48}C${x - 8} ${y - 58} ${x + 6} ${y - 50} ${x} ${y - 40}C${x - 12} ${y - 30} ${x - 12} ${y - 14} ${x + 4} ${y - 6}Z`,
          fur,
        ) +
        path(
          `M${x - 4} ${y + 1}C${x - 22} ${y} ${x - 24} ${y - 26} ${x - 12} ${y - 42}`,
          'none',
          `stroke="${lighter(species.fur, 0.35)}" stroke-width="3.5" stroke-linecap="round" opacity=".6"`,
        )
      );
    case 'flat':
      return `<g transform="rotate(24 ${x} ${y})">${ellipse(x - 16, y + 6, 18, 8.5, ink.ball(lighter(tip, 0.15), darker(tip, 0.2)))}${line(`M${x - 30} ${y + 6}h26M${x - 24} ${y + 1}l6 10M${x - 16} ${y - 1}l6 12`, darker(tip, 0.3), 1)}</g>`;
    case 'dragon':
      return (
        path(
          `M${x + 6} ${y - 4}C${x - 14} ${y + 4} ${x - 26} ${y + 16} ${x - 42} ${y + 4}Q${x - 28} ${y + 26} ${x + 8} ${y + 12}Z`,
          fur,
        ) + path(`M${x - 42} ${y + 6}L${x - 52} ${y - 4}L${x - 47} ${y - 9}L${x - 36} ${y - 1}Z`, tip)
      );
    case 'none':
      return '';
  }
}
