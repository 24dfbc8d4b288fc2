import type { SceneEntity } from '../../../shared/story.ts';
import type { Sprite } from '../paint/blit.ts';
import type { Box } from '../paint/surface.ts';
import type { Sort } from './facts.ts';

/** One picture and where it goes. Pixels of the scene. */
export interface Placed {
  readonly entity: SceneEntity;
  readonly sort: Sort;
  readonly sprite: Sprite;
  /** Scene pixels for one pixel of the sprite. */
  scale: number;
  readonly flip: boolean;
  /** Of the sprite: the point that stands at (x, y). */
  readonly foot: readonly [number, number];
  readonly headInSprite: Box | undefined;
  x: number;
  y: number;
  /** Drawn in this order, small first. */
  order: number;
  /** Nothing is drawn below this line (water, a hole). */
  clipY: number | undefined;
  shadow: boolean;
  turn: number;
  fixed: boolean;
  /** Belongs to another thing (a boat and its crew): they may cover each other. */
  party: string | undefined;
  readonly wantX: number;
}

export function boxOf(one: Placed): Box {
  const w = one.sprite.width * one.scale;
  const h = one.sprite.height * one.scale;
  const left = one.flip ? w - one.foot[0] * one.scale : one.foot[0] * one.scale;
  const top = one.y - one.foot[1] * one.scale;
  const bottom = one.clipY === undefined ? top + h : Math.min(top + h, one.clipY);
  return { x: one.x - left, y: top, width: w, height: Math.max(1, bottom - top) };
}

export function headOf(one: Placed): Box | undefined {
  if (!one.headInSprite) return undefined;
  const box = boxOf(one);
  const { x, y, width, height } = one.headInSprite;
  const left = one.flip ? one.sprite.width - x - width : x;
  return {
    x: box.x + left * one.scale,
    y: box.y + y * one.scale,
    width: width * one.scale,
    height: height * one.scale,
  };
}

export function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** Where among what is drawn a ship goes that sails far out: behind everything but the sky's own. */
export const FAR_OUT = -900;

export function isFarOut(one: Placed): boolean {
  return one.sort === 'boat' && one.order === FAR_OUT;
}
