import { type Ink, line, path, round } from '../ink.ts';
import { rad } from './limbs.ts';

/** What a feeling or doing adds around the head: tears, Z's, notes, marks of speech. `x`, `y`: the head's middle. */
export function marksOf(action: string, x: number, y: number, size: number, ink: Ink): string {
  const k = size / 50;
  if (action === 'cry')
    return [-1, 1]
      .map(
        (s) =>
          path(
            `M${x + s * 7 * k} ${y + 5 * k}q${s * 5 * k} ${8 * k} ${s * 1 * k} ${13 * k}q${-s * 7 * k} ${-2 * k} ${-s * 1 * k} ${-13 * k}Z`,
            ink.linear('#d9f3ff', '#6fbdf0'),
          ) +
          path(
            `M${x + s * 15 * k} ${y + 9 * k}q${s * 4 * k} ${6 * k} 0 ${9 * k}q${-s * 5 * k} ${-2 * k} 0 ${-9 * k}Z`,
            '#8fd0f5',
          ),
      )
      .join('');
  if (action === 'sing')
    return `<g fill="#fff3c9" stroke="#5b4a78" stroke-width="1.2">${[
      [26, -14],
      [36, -28],
    ]
      .map(
        ([dx, dy]) =>
          `<path d="M${x + dx! * k} ${y + dy! * k}v${-12 * k}l${7 * k} ${-2 * k}v${4 * k}l${-5 * k} ${1.5 * k}v${9 * k}a${3.5 * k} ${2.8 * k} 0 1 1 ${-2 * k} ${-2 * k}Z"/>`,
      )
      .join('')}</g>`;
  if (action === 'talk')
    return [
      [-24, 13],
      [0, 16],
      [22, 12],
    ]
      .map(([a, len]) =>
        line(
          `M${round(x + Math.cos(rad(a!)) * 28 * k)} ${round(y + Math.sin(rad(a!)) * 28 * k)}L${round(x + Math.cos(rad(a!)) * (28 + len! * 0.6) * k)} ${round(y + Math.sin(rad(a!)) * (28 + len! * 0.6) * k)}`,
          '#fff8e6',
          2.6 * k,
          'opacity=".85"',
        ),
      )
      .join('');
  return '';
}

export function zzz(x: number, y: number, k: number): string {
  return [
    [0, 0, 9],
    [11, -11, 12],
    [25, -25, 16],
  ]
    .map(([dx, dy, s]) =>
      line(
        `M${round(x + dx! * k)} ${round(y + dy! * k)}h${round(s! * k)}l${round(-s! * k)} ${round(s! * k)}h${round(s! * k)}`,
        '#fdfbff',
        2.8 * k,
      ),
    )
    .join('');
}
