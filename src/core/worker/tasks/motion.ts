import { decodePicture, type RawPicture, resizePicture } from '../../media/raster.ts';
import { createFrames } from '../../motion/frames.ts';
import type { Coverage } from '../../motion/layers/coverage.ts';
import { loadLayers, type Raster } from '../../motion/layers/load.ts';
import { emptyPixels, type Pixels, pixelsOf } from '../../motion/layers/pixels.ts';
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
  read: async (path) => toPixels(await decodePicture(path)),
  resize: async (rgba, { width, height }, to) =>
    toPixels(await resizePicture({ width, height, channels: 4, pixels: rgba }, to.width, to.height)),
};

function toPixels(picture: RawPicture): Pixels {
  const { channels, pixels } = picture;
  if (channels === 4) return pixelsOf(picture, pixels);
  const opaque = emptyPixels(picture);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 1) {
    opaque.words[to] = pixels[from]! | (pixels[from + 1]! << 8) | (pixels[from + 2]! << 16) | 0xff000000;
  }
  return opaque;
}

export const handlers = { 'motion.frames': renderFrames } satisfies Handlers<'motion'>;
