import type { Kernel } from './kernel.ts';
import { createFalling } from './life/falling.ts';
import { driftAt, type Life, lightningAt } from './life/life.ts';
import { createTwinkle } from './life/stars.ts';
import type { Coverage } from './layers/coverage.ts';
import { createLayerPainter } from './layers/painter.ts';
import { layerMove } from './layers/plan.ts';
import { type Move, viewOfFrame, widestView } from './path.ts';
import { type Canvas, createSampler } from './sampler.ts';

/** What the camera does with one of a canvas's sources. Plain data. */
export interface Scene {
  readonly move: Move;
  /** How many the whole move takes. */
  readonly frames: number;
  /** Of a drawing in layers. */
  readonly life?: Life | undefined;
}

/**
 * Renders a scene's frames: `(frame, target) => void`, `target` the frame's address. Frames before the first show the move's
 * beginning; what lives in the drawing lives then already.
 */
export type SceneRenderer = (frame: number, target: number) => void;

/** Of the canvas's source number `index`, whose picture or layers are loaded. */
export function createScene(
  kernel: Kernel,
  { memory, layout }: Canvas,
  index: number,
  { move, frames, life }: Scene,
  fps: number,
  coverages: readonly Coverage[] = [],
): SceneRenderer {
  const source = layout.sources[index]!;
  const momentary = (frame: number) => Math.max(0, frame);
  if (source.kind === 'flat') {
    const sample = createSampler(kernel, layout, source);
    return (frame, target) => {
      sample(viewOfFrame(move, momentary(frame), frames), target);
    };
  }
  const paint = createLayerPainter(kernel, memory, source, coverages, layout.frame, layout.taps);
  const widest = widestView(source.picture, layout.frame);
  const moves = source.layers.map(({ nearness }) => layerMove(move, widest, nearness));
  const nearest = layerMove(move, widest, NEAREST);
  const twinkle = life && createTwinkle(memory, source, life);
  const fall = life?.falling && createFalling(life.falling, life.seed, source.picture, layout.frame);
  return (frame, target) => {
    const seconds = frame / fps;
    twinkle?.(seconds);
    const drift = life ? driftAt(life, seconds) : 0;
    const bolt = life ? lightningAt(life, seconds) : 1;
    const views = source.layers.map(({ wraps, flashes }, layer) => ({
      view: viewOfFrame(moves[layer]!, momentary(frame), frames),
      drift: wraps ? drift : 0,
      opacity: flashes ? bolt : 1,
    }));
    paint(views, target);
    fall?.(
      new Uint8Array(memory.buffer, target, layout.frameBytes),
      viewOfFrame(nearest, momentary(frame), frames),
      seconds,
    );
  };
}

/** Of what falls: as near as the layer in front of all. */
const NEAREST = 1.12;
