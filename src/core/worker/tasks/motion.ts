import { FrameRing } from '../../motion/ring.ts';
import { createSampler } from '../../motion/sampler.ts';
import { viewOfFrame } from '../../motion/path.ts';
import type { MotionTask } from '../../motion/task.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

/** How long the thread sleeps for want of a free slot before it looks whether it should stop. */
const PATIENCE_MS = 100;

/**
 * Renders a scene's frames into the ring, as fast as the host takes them. Begins after what is rendered already, so that
 * it can go on where a thread died.
 */
function renderFrames(task: MotionTask, context: TaskContext): { frames: number } {
  const { canvas, move, frames } = task;
  const ring = new FrameRing(canvas);
  const render = createSampler(canvas);
  for (let frame = ring.rendered; frame < frames && !ring.isStopped; frame += 1) {
    while (!ring.waitForSlot(frame, PATIENCE_MS) && !ring.isStopped) throwIfStopped(context);
    throwIfStopped(context);
    render(viewOfFrame(move, frame, frames), ring.slotOf(frame));
    ring.markRendered(frame);
  }
  return { frames: ring.rendered };
}

export const handlers = { 'motion.frames': renderFrames } satisfies Handlers<'motion'>;
