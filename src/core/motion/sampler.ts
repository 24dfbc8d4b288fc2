import type { Kernel } from './kernel.ts';
import type { FlatLayout, MemoryLayout, Size, Source } from './layout.ts';
import { layoutMemory, MARGIN } from './layout.ts';
import type { View } from './path.ts';
import { cubicTaps } from './taps.ts';
import type { SharedMemory } from './web-assembly.ts';
import { webAssembly } from './web-assembly.ts';

/** Raised when the same picture and view would give other frames than before: part of a segment's identity. */
export const SAMPLER_VERSION = 1;

/** Even brightness at every fraction of a pixel, so that nothing shimmers as the camera drifts; 59 dB from bicubic. */
const taps = cubicTaps(1 / 3, 1 / 3);

/** What is filmed, and room for frames of it, in memory that threads share. */
export interface Canvas {
  readonly memory: SharedMemory;
  readonly layout: MemoryLayout;
}

/** Makes room for what is filmed and for `slots` frames (layoutMemory). */
export function createCanvas(sources: readonly Source[], frame: Size, slots: number): Canvas {
  const layout = layoutMemory(sources, frame, slots, taps.byteLength);
  const memory = new webAssembly.Memory({ initial: layout.pages, maximum: layout.pages, shared: true });
  new Int16Array(memory.buffer, layout.taps, taps.length).set(taps);
  return { memory, layout };
}

/** Puts a tightly packed yuv420p picture on the canvas; its edges are repeated outwards, for the filter to look over. */
export function loadPicture({ memory }: Canvas, { planes }: FlatLayout, pixels: Uint8Array): void {
  const bytes = new Uint8Array(memory.buffer);
  let from = 0;
  for (const { source, stride, address } of planes) {
    for (let row = -MARGIN; row < source.height + MARGIN; row += 1) {
      const begin = from + Math.min(Math.max(row, 0), source.height - 1) * source.width;
      const target = address + (row + MARGIN) * stride;
      bytes.fill(pixels[begin]!, target, target + MARGIN);
      bytes.set(pixels.subarray(begin, begin + source.width), target + MARGIN);
      bytes.fill(pixels[begin + source.width - 1]!, target + MARGIN + source.width, target + stride);
    }
    from += source.width * source.height;
  }
}

/** The bytes of a slot's frame, not copied. */
export function frameIn({ memory, layout }: Canvas, slot: number): Uint8Array {
  return new Uint8Array(memory.buffer, layout.slots[slot], layout.frameBytes);
}

/**
 * Renders what a camera sees of a picture: `(view, target) => void`, `target` the frame's address. Frames are yuv420p;
 * chroma is sited as H.264 has it by default, level with the left of each two luma samples and between the rows. The view
 * lies within the picture.
 */
export function createSampler(
  { planAcross, resample }: Kernel,
  layout: MemoryLayout,
  { planes }: FlatLayout,
): (view: View, target: number) => void {
  const [luma] = planes;
  const { source: picture, target: frame } = luma!;
  return (view, into) => {
    const stepX = (view.width * picture.width) / frame.width;
    const stepY = (view.height * picture.height) / frame.height;
    // Where the frame's first luma sample lies among the picture's; a sample is at the middle of its pixel.
    const lumaX = view.x * picture.width + stepX / 2 - 0.5;
    const lumaY = view.y * picture.height + stepY / 2 - 0.5;
    for (const { target, stride, address, offset, subsampling } of planes) {
      const startX = subsampling === 1 ? lumaX : lumaX / 2;
      const startY = subsampling === 1 ? lumaY : (lumaY + (stepY - 1) / 2) / 2;
      planAcross(layout.plan, target.width, startX, stepX, layout.taps);
      const { width, height } = target;
      const out = into + offset;
      resample(address, stride, out, width, width, height, layout.plan, startY, stepY, layout.taps, layout.rows);
    }
  };
}
