import type { Idea, StoryShape } from '../types.ts';
import { stream } from './choose.ts';

/** Shapes whose fit is nearly the best may all be told: another seed is another story. */
const NEARLY = 0.75;

/** Which way the story goes: those that fit well take turns by the seed, the better ones more often. */
export function chooseShape(shapes: readonly StoryShape[], idea: Idea, seed: number): StoryShape {
  const fits = shapes.map((shape) => ({ shape, fit: shape.fits(idea) }));
  const best = Math.max(...fits.map(({ fit }) => fit));
  const able = fits.filter(({ fit }) => fit > 0 && fit >= best * NEARLY).sort((one, two) => two.fit - one.fit);
  const random = stream(seed, 'shape');
  let left = random() * able.reduce((sum, { fit }) => sum + fit * fit, 0);
  for (const { shape, fit } of able) {
    left -= fit * fit;
    if (left <= 0) return shape;
  }
  return able[0]?.shape ?? shapes[0]!;
}
