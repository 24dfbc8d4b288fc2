import type { Loop, LoopName } from './make-loop.ts';

/** Making sounds, for the pool. */
export interface SoundTasks {
  'sound.loop': { readonly input: LoopName; readonly output: Loop & { readonly milliseconds: number } };
}
