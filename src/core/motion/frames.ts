import { openKernel } from './kernel.ts';
import type { Coverage } from './layers/coverage.ts';
import { createScene } from './scene.ts';
import type { MotionTask } from './task.ts';
import { createTransition, momentOf } from './transitions/transition.ts';

/**
 * Renders the frames of a task: `(frame, target) => void`, `target` the frame's address in the canvas's memory.
 * @param coverages of each source, for those in layers (layers/load.ts)
 */
export function createFrames(
  { canvas, fps, frames, scene, next }: MotionTask,
  coverages: readonly (readonly Coverage[])[],
): (frame: number, target: number) => void {
  const { memory, layout } = canvas;
  const kernel = openKernel(memory);
  const render = createScene(kernel, canvas, 0, scene, fps, coverages[0]);
  const { transition } = layout;
  if (!next || !transition) return render;
  const renderNext = createScene(kernel, canvas, 1, next.scene, fps, coverages[1]);
  const join = createTransition(next.kind, kernel, memory, layout);
  const first = frames - next.frames;
  return (frame, target) => {
    if (frame < first) {
      render(frame, target);
      return;
    }
    render(frame, transition.before);
    renderNext(frame - frames, transition.after);
    join(momentOf(frame - first, next.frames), target);
  };
}
