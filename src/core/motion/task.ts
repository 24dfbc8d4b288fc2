import type { Canvas } from './sampler.ts';
import type { Scene } from './scene.ts';
import type { TransitionKind } from './transitions/transition.ts';

/** Input of the worker task 'motion.frames'. */
export interface MotionTask {
  /** Flat pictures are loaded; the layers of drawings are loaded by the thread. */
  readonly canvas: Canvas;
  readonly fps: number;
  /** How many, from the first. */
  readonly frames: number;
  /** Of the canvas's first source. */
  readonly scene: Scene;
  /** Of its second one: comes in over the last so many frames. */
  readonly next?: { readonly kind: TransitionKind; readonly frames: number; readonly scene: Scene } | undefined;
}
