import type { Idea, StoryShape } from '../types.ts';
import { stream } from './choose.ts';

/** Shapes whose fit is nearly the best may all be told: another seed is another story. */
const NEARLY = 0.85;

/** Which way the story goes, and which it would go next: those that fit well take turns by the seed, the better ones more often. */
export function chooseShapes(shapes: readonly StoryShape[], idea: Idea, seed: number): StoryShape[] {
  const fits = shapes.map((shape) => ({ shape, fit: shape.fits(idea) })).sort((one, two) => two.fit - one.fit);
  const best = fits[0]?.fit ?? 0;
  const able = fits.filter(({ fit }) => fit > 0 && fit >= best * NEARLY);
  if (able.length === 0) return fits.map(({ shape }) => shape);
  const random = stream(seed, `${idea.text}/shape`);
  let left = random() * able.reduce((sum, { fit }) => sum + fit * fit, 0);
  const chosen = able.find(({ fit }) => (left -= fit * fit) <= 0) ?? able[0]!;
  return [chosen.shape, ...fits.flatMap(({ shape, fit }) => (shape === chosen.shape || fit === 0 ? [] : [shape]))];
}
