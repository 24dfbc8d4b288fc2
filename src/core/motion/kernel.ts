import { kernelBytes } from './kernel-bytes.ts';
import type { SharedMemory } from './web-assembly.ts';
import { webAssembly } from './web-assembly.ts';

/** What kernel/kernel.as exports; the files that it takes it from say what each does. */
export interface Kernel {
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
  planTiles(plan: number, width: number, tile: number, start: number, step: number, taps: number): void;
  paintTile(
    layer: number,
    frame: number,
    width: number,
    height: number,
    column: number,
    x: number,
    y: number,
    covers: number,
    taps: number,
    scratch: number,
  ): void;
  mixPlane(
    a: number,
    b: number,
    target: number,
    width: number,
    height: number,
    pitchB: number,
    weights: number,
    advance: number,
  ): void;
  turnPlane(
    a: number,
    b: number,
    target: number,
    width: number,
    height: number,
    scale: number,
    normalX: number,
    normalY: number,
    fold: number,
    from: number,
    nearest: number,
    farthest: number,
    table: number,
    black: number,
    paper: number,
    through: number,
    reach: number,
    shadow: number,
  ): void;
}

const kernelModule = new webAssembly.Module(Buffer.from(kernelBytes, 'base64'));

/** The kernel at work on a canvas's memory. */
export function openKernel(memory: SharedMemory): Kernel {
  return new webAssembly.Instance(kernelModule, { env: { memory } }).exports as Kernel;
}
