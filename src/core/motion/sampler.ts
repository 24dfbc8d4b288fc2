import { kernelBytes } from './kernel-bytes.ts';
import type { MemoryLayout, Size } from './layout.ts';
import { layoutMemory, MARGIN } from './layout.ts';
import type { View } from './path.ts';
import { cubicTaps } from './taps.ts';
import type { SharedMemory } from './web-assembly.ts';
import { webAssembly } from './web-assembly.ts';

/** Raised when the same picture and view would give other frames than before: part of a segment's identity. */
export const SAMPLER_VERSION = 1;

/** Even brightness at every fraction of a pixel, so that nothing shimmers as the camera drifts; 59 dB from bicubic. */
const taps = cubicTaps(1 / 3, 1 / 3);
const kernel = new webAssembly.Module(Buffer.from(kernelBytes, 'base64'));

/** What kernel.as exports. */
interface Kernel {
  planAcross(plan: number, width: number, start: number, step: number, taps: number): void;
  resample(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    width: number,
    height: number,
    plan: number,
    startY: number,
    stepY: number,
    taps: number,
    rows: number,
  ): void;
}

/** A picture, and room for frames of it, in memory that threads share. */
export interface Canvas {
  readonly memory: SharedMemory;
  readonly layout: MemoryLayout;
}

/** Makes room for a picture and for `slots` frames. Sizes are even, frames at least 32 on either side. */
export function createCanvas(picture: Size, frame: Size, slots: number): Canvas {
  const layout = layoutMemory(picture, frame, slots, taps.byteLength);
  const memory = new webAssembly.Memory({ initial: layout.pages, maximum: layout.pages, shared: true });
  new Int16Array(memory.buffer, layout.taps, taps.length).set(taps);
  return { memory, layout };
}

/** Puts a tightly packed yuv420p picture on the canvas; its edges are repeated outwards, for the filter to look over. */
export function loadPicture({ memory, layout }: Canvas, pixels: Uint8Array): void {
  const bytes = new Uint8Array(memory.buffer);
  let from = 0;
  for (const { source, stride, address } of layout.planes) {
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
 * Renders what a camera sees of the canvas's picture: `(view, slot) => void`. Frames are yuv420p; chroma is sited as H.264
 * has it by default, level with the left of each two luma samples and between the rows. The view lies within the picture.
 */
export function createSampler({ memory, layout }: Canvas): (view: View, slot: number) => void {
  const { planAcross, resample } = new webAssembly.Instance(kernel, { env: { memory } }).exports as Kernel;
  const [luma] = layout.planes;
  const { source: picture, target: frame } = luma!;
  return (view, slot) => {
    const stepX = (view.width * picture.width) / frame.width;
    const stepY = (view.height * picture.height) / frame.height;
    // Where the frame's first luma sample lies among the picture's; a sample is at the middle of its pixel.
    const lumaX = view.x * picture.width + stepX / 2 - 0.5;
    const lumaY = view.y * picture.height + stepY / 2 - 0.5;
    for (const { target, stride, address, offset, subsampling } of layout.planes) {
      const startX = subsampling === 1 ? lumaX : lumaX / 2;
      const startY = subsampling === 1 ? lumaY : (lumaY + (stepY - 1) / 2) / 2;
      planAcross(layout.plan, target.width, startX, stepX, layout.taps);
      const out = layout.slots[slot]! + offset;
      const { width, height } = target;
      resample(address, stride, out, width, width, height, layout.plan, startY, stepY, layout.taps, layout.rows);
    }
  };
}
