import type { Size } from '../motion/layout.ts';
import { type Box, chooseMove, type Move, viewOfFrame } from '../motion/path.ts';
import type { Shot } from './shot.ts';

/** A shot as it is filmed. */
export interface FilmedShot extends Shot {
  readonly fps: number;
  /** Of the film; even. */
  readonly size: Size;
}

/** The camera's move in a scene. With parallax it is that of the figures; what is farther away moves less. */
export function planMove({ picture, size, seed, frames, fps, motion }: FilmedShot): Move {
  const { focus, heads } = picture;
  return chooseMove({ picture, frame: size, focus, heads, seed, seconds: frames / fps, motion });
}

/**
 * Where a box of the picture lies in a frame of the film, in parts of the frame. It may lie outside of it in part or as a
 * whole. With parallax: a box of the figures' layer.
 */
export function whereIs(box: Box, shot: Shot, size: Size, fps: number, frame: number): Box {
  const view = viewOfFrame(planMove({ ...shot, size, fps }), frame, shot.frames);
  return {
    x: (box.x - view.x) / view.width,
    y: (box.y - view.y) / view.height,
    width: box.width / view.width,
    height: box.height / view.height,
  };
}
