import type { FilmOutline, OutlineShot } from './outline.ts';

/** Seconds: what is shorter is over before it is seen. */
const LONG_ENOUGH = 1.5;

/**
 * The shots that show most, in the film's order: the film is cut in as many stretches of about the same number of shots, and
 * each gives its best. Cards are left out as long as there is anything else.
 */
export function bestShots({ shots, fps }: FilmOutline, count: number): OutlineShot[] {
  const scenes = shots.filter(({ number }) => number !== undefined);
  const all = scenes.length > 0 ? scenes : shots;
  const long = all.filter(({ frames }) => frames / fps >= LONG_ENOUGH);
  const pool = long.length >= Math.min(count, all.length) ? long : all;
  const stretches = Math.min(count, pool.length);
  return Array.from({ length: stretches }, (_, index) => {
    const from = Math.round((index * pool.length) / stretches);
    const to = Math.round(((index + 1) * pool.length) / stretches);
    // The first of equals.
    return pool.slice(from, to).reduce((best, shot) => (shot.interest > best.interest ? shot : best));
  });
}
