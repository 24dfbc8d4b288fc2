import { line, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';

export type Point = readonly [number, number];

export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

function along(from: Point, degrees: number, length: number): Point {
  return [from[0] + Math.sin(rad(degrees)) * length, from[1] + Math.cos(rad(degrees)) * length];
}

export interface Limb {
  readonly middle: Point;
  readonly end: Point;
  readonly d: string;
}

export function limb(from: Point, angles: readonly [number, number], upper: number, lower: number): Limb {
  const middle = along(from, angles[0], upper);
  const end = along(middle, angles[0] + angles[1], lower);
  const d = `M${round(from[0])} ${round(from[1])}Q${round(middle[0])} ${round(middle[1])} ${round(end[0])} ${round(end[1])}`;
  return { middle, end, d };
}

export function part(d: string, colour: string, width: number): string {
  return (
    line(d, darker(colour, 0.2), width) +
    line(d, colour, width * 0.84) +
    line(d, lighter(colour, 0.25), width * 0.3, 'opacity=".45"')
  );
}
