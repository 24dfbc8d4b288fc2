import type { Writable } from 'node:stream';
import type { Priority } from '../../shared/priority.ts';
import { writeBytes } from '../media/stream.ts';
import { isStill } from '../motion/path.ts';
import { FrameRing } from '../motion/ring.ts';
import { frameIn } from '../motion/sampler.ts';
import type { MotionTask } from '../motion/task.ts';
import type { Pool } from '../pool/pool.ts';

interface Feed {
  readonly pool: Pool;
  readonly signal: AbortSignal;
  readonly priority: Priority;
  readonly encoder: Writable;
  /** A thread has taken the task. */
  readonly onFirst: () => void;
}

/** Has a thread render the frames and passes them on; neither side runs further ahead than the slots allow. */
export async function feedFrames(task: MotionTask, { pool, signal, priority, encoder, onFirst }: Feed): Promise<void> {
  const { canvas, frames, scene, next } = task;
  const ring = new FrameRing(canvas);
  const stop = () => {
    ring.stop();
  };
  const still = isStill(scene.move) && !scene.life && !next;
  const rendering = pool.run('motion.frames', still ? { ...task, frames: 1 } : task, { signal, priority });
  rendering.catch(stop);
  signal.addEventListener('abort', stop);
  try {
    let last = Promise.resolve();
    for (let frame = 0; frame < frames; frame += 1) {
      await ring.untilRendered(still ? 0 : frame);
      if (ring.isStopped) break;
      if (frame === 0) onFirst();
      last = writeBytes(encoder, frameIn(canvas, ring.slotOf(still ? 0 : frame))).then(() => {
        ring.markWritten(frame);
      });
      // A frame that fails stops the thread; the failure itself is thrown below.
      last.catch(stop);
      // A still frame's slot is never full: without this, all of them would be queued at once.
      if (still) await last;
    }
    await last;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await rendering;
  }
}
