import { decodePicture, resizePicture } from '../../media/raster.ts';
import { createFrames } from '../../motion/frames.ts';
import type { Coverage } from '../../motion/layers/coverage.ts';
import { loadLayers, type Raster } from '../../motion/layers/load.ts';
import type { Pixels } from '../../motion/layers/pixels.ts';
import { FrameRing } from '../../motion/ring.ts';
import type { MotionTask } from '../../motion/task.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

/** How long the thread sleeps for want of a free slot before it looks whether it should stop. */
const PATIENCE_MS = 100;

/**
 * Renders a scene's frames into the ring, as fast as the host takes them. Begins after what is rendered already, so that
 * it can go on where a thread died.
 */
async function renderFrames(task: MotionTask, context: TaskContext): Promise<{ frames: number }> {
  const { canvas, frames } = task;
  const ring = new FrameRing(canvas);
  const render = createFrames(task, await loadDrawings(task, context));
  for (let frame = ring.rendered; frame < frames && !ring.isStopped; frame += 1) {
    while (!ring.waitForSlot(frame, PATIENCE_MS) && !ring.isStopped) throwIfStopped(context);
    throwIfStopped(context);
    render(frame, canvas.layout.slots[ring.slotOf(frame)]!);
    ring.markRendered(frame);
  }
  return { frames: ring.rendered };
}

async function loadDrawings({ canvas }: MotionTask, context: TaskContext): Promise<Coverage[][]> {
  const { memory, layout } = canvas;
  const coverages: Coverage[][] = [];
  for (const source of layout.sources) {
    const step = () => {
      throwIfStopped(context);
    };
    coverages.push(source.kind === 'flat' ? [] : await loadLayers(memory, source, raster, step));
  }
  return coverages;
}

const raster: Raster = {
  read: async (path) => toRgba(await decodePicture(path)),
  resize: async ({ rgba, ...size }, width, height) =>
    toRgba(await resizePicture({ ...size, channels: 4, pixels: rgba }, width, height)),
};

function toRgba({ width, height, channels, pixels }: Awaited<ReturnType<typeof decodePicture>>): Pixels {
  if (channels === 4) return { width, height, rgba: pixels };
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    rgba[to] = pixels[from]!;
    rgba[to + 1] = pixels[from + 1]!;
    rgba[to + 2] = pixels[from + 2]!;
  }
  return { width, height, rgba };
}

export const handlers = { 'motion.frames': renderFrames } satisfies Handlers<'motion'>;
