import { parseHex } from './soft.ts';

function toHex(r: number, g: number, b: number): string {
  const part = (value: number): string =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${part(r)}${part(g)}${part(b)}`;
}

/** `part` 0 is the first colour, 1 the second. Colours are #rrggbb. */
export function mix(first: string, second: string, part: number): string {
  const [r, g, b] = parseHex(first);
  const [R, G, B] = parseHex(second);
  return toHex(r + (R - r) * part, g + (G - g) * part, b + (B - b) * part);
}

export function lighter(colour: string, part: number): string {
  return mix(colour, '#fff8ec', part);
}

/** Shade as painters mix it: darker and a little towards violet, never grey. */
export function darker(colour: string, part: number): string {
  return mix(colour, '#2b1d4a', part);
}
