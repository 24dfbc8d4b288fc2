import type { Kernel } from '../kernel.ts';
import type { MemoryLayout, Size } from '../layout.ts';
import type { SharedMemory } from '../web-assembly.ts';
import { dissolve, dip, wipe } from './mixes.ts';
import { createPageTurn } from './page-turn.ts';

export type TransitionKind = 'dissolve' | 'dip' | 'wipe' | 'page-turn';

/** Raised when the same two frames would be joined otherwise than before: part of a segment's identity. */
export const TRANSITION_VERSION = 1;

/** What a transition works with: addresses of whole frames, and room for weights. */
export interface Joint {
  readonly kernel: Kernel;
  readonly bytes: Uint8Array;
  readonly memory: SharedMemory;
  readonly frame: Size;
  readonly before: number;
  readonly after: number;
  readonly table: number;
}

/** Makes one frame of `before` and `after`: `(moment, target) => void`, at 0 all before, at 1 all after. */
export type Transit = (moment: number, target: number) => void;

/** Joins the frames that lie in the layout's `transition`. */
export function createTransition(
  kind: TransitionKind,
  kernel: Kernel,
  memory: SharedMemory,
  { frame, transition }: MemoryLayout,
): Transit {
  if (!transition) throw new Error('There is no room for a transition.');
  const joint = { kernel, memory, bytes: new Uint8Array(memory.buffer), frame, ...transition };
  if (kind === 'page-turn') return createPageTurn(joint);
  return { dissolve, dip, wipe }[kind](joint);
}

/** The moment of a transition's frame, of so many: neither the first nor the last frame is without the other scene. */
export function momentOf(frame: number, frames: number): number {
  return (frame + 1) / (frames + 1);
}
