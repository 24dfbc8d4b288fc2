/** Which layers of a drawing move together, and how much of the camera's move each takes part in. Pure. */
import type { Size } from '../layout.ts';
import { viewBetween, type Box, type Move, type View } from '../path.ts';
import type { LayerPlan } from './layout.ts';

/** One layer as it was drawn. */
export interface Layer {
  readonly name: string;
  /** RGBA PNG, cropped to `box`. */
  readonly path: string;
  /** 0 (far) .. 1 (near). */
  readonly depth: number;
  /** Pixels of the whole picture. */
  readonly box: Box;
  readonly wraps?: boolean | undefined;
}

/** The layer that is seen for moments only. */
const LIGHTNING = 'lightning';
/** The sky's part of the move: it is far away, but it is a picture, not infinity. */
const FARTHEST = 0.45;
/** Depths from the ground on: who stands on it must not slide. */
const GROUND_DEPTH = 0.7;
const FIGURES_DEPTH = 0.8;
/** What is nearer than the figures moves more than they do, by so much at depth 1. */
const NEARER = 0.12;

/** Layers of a drawing, back to front, as planes of depth; neighbours that move alike become one. */
export function planLayers(layers: readonly Layer[], picture: Size): LayerPlan[] {
  const plans: LayerPlan[] = [];
  for (const { name, path, depth, box, wraps = false } of layers) {
    const flashes = name === LIGHTNING;
    const nearness = nearnessOf(depth);
    const part = { path, box };
    const last = plans.at(-1);
    const alone = wraps || flashes || last?.wraps || last?.flashes;
    if (last && !alone && last.nearness === nearness) {
      plans[plans.length - 1] = { ...last, parts: [...last.parts, part], box: around(last.box, box) };
    } else {
      plans.push({ parts: [part], box, nearness, wraps, flashes, opaque: plans.length === 0 && isWhole(box, picture) });
    }
  }
  return plans;
}

/** How much of the camera's move a layer of so much depth takes part in. */
function nearnessOf(depth: number): number {
  if (depth > FIGURES_DEPTH) return 1 + (NEARER * (depth - FIGURES_DEPTH)) / (1 - FIGURES_DEPTH);
  return FARTHEST + (1 - FARTHEST) * Math.min(1, depth / GROUND_DEPTH);
}

/**
 * The move of a layer: by its nearness nearer to the widest view than the camera's own, so that the layers lie as they were
 * drawn when the camera sees all of the picture. What moves more than the camera does moves no farther than to the
 * picture's edge. No view leaves the picture, because none of the two views does that it lies between.
 */
export function layerMove({ kind, from, to }: Move, widest: View, nearness: number): Move {
  const part = Math.min(nearness, Math.max(1, Math.min(roomFrom(widest, from), roomFrom(widest, to))));
  return { kind, from: viewBetween(widest, from, part), to: viewBetween(widest, to, part) };
}

/** How many times the way from one view to another can be gone before the view leaves the picture. */
function roomFrom(from: View, to: View): number {
  const until = (a: number, b: number, edge: number) => (b === a ? Infinity : Math.max(0, (edge - a) / (b - a)));
  const sides = [
    [from.x, to.x, to.x < from.x ? 0 : Infinity],
    [from.y, to.y, to.y < from.y ? 0 : Infinity],
    [from.x + from.width, to.x + to.width, to.x + to.width > from.x + from.width ? 1 : -Infinity],
    [from.y + from.height, to.y + to.height, to.y + to.height > from.y + from.height ? 1 : -Infinity],
  ] as const;
  return Math.min(...sides.map(([a, b, edge]) => (Number.isFinite(edge) ? until(a, b, edge) : Infinity)));
}

function isWhole(box: Box, picture: Size): boolean {
  return box.x <= 0 && box.y <= 0 && box.x + box.width >= picture.width && box.y + box.height >= picture.height;
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
