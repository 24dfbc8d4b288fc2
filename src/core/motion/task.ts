import type { Move } from './path.ts';
import type { Canvas } from './sampler.ts';

/** Input of the worker task 'motion.frames'. */
export interface MotionTask {
  /** With its picture loaded. */
  readonly canvas: Canvas;
  readonly move: Move;
  /** How many, from the first. */
  readonly frames: number;
}
