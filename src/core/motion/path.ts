/**
 * Where the camera looks, frame by frame. Pure: the same scene, focus and seed give the same move.
 *
 * All boxes are in parts of the picture (0..1), so a move is the same whatever the size it is rendered at.
 */
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { randomNumbers } from '../../shared/random.ts';
import type { Size } from './layout.ts';

/** An upright rectangle; x and y are its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the camera sees: a box of the frame's shape, within the picture. */
export type View = Box;

export type Motion = 'parallax' | 'gentle' | 'none';

/** A move from one view to another; every view between them contains whatever both contain. */
export interface Move {
  readonly kind: 'still' | 'push-in' | 'pull-out' | 'pan';
  readonly from: View;
  readonly to: View;
}

export interface Shot {
  readonly picture: Size;
  readonly frame: Size;
  /** Who or what the scene is about. */
  readonly focus?: Box | undefined;
  /** Looked at with parallax: beside the focus they stay in sight as far as a move is left. */
  readonly heads?: readonly Box[] | undefined;
  readonly seconds: number;
  /** A whole number; another one is another take. */
  readonly seed: number;
  readonly motion: Motion;
}

/** The view grows or shrinks by this part a second: felt, but not noticed. */
const ZOOM_A_SECOND = 0.012;
const LEAST_ZOOM = 0.04;
const MOST_ZOOM = 0.13;
/** Nothing is enlarged by more than this, if the picture is large enough at all. */
const MOST_ENLARGED = 1.12;
/** All heads are kept in sight when they take no more than this of the widest view: a move is left then. */
const MOST_HELD = 0.97;
/** Room left around the focus, as a part of the view. */
const ROOM = 0.04;

/** Chooses the camera's move for a scene: towards who acts, gently, never cutting the focus. */
export function chooseMove(shot: Shot): Move {
  const middle = widestView(shot.picture, shot.frame);
  const focus = seen(shot, middle);
  const widest = focus ? holding(middle, focus) : middle;
  if (shot.motion === 'none') return { kind: 'still', from: widest, to: widest };
  const draw = randomNumbers(shot.seed);
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, shot.seconds * ZOOM_A_SECOND)) * (0.85 + 0.3 * draw());
  const tight = Math.max(1 - zoom, leastScale(shot, widest), focus ? scaleToHold(focus, widest) : 0);
  const kind = pick(draw());
  const near = placeView(widest, tight, focus, draw);
  if (kind === 'push-in') return { kind, from: widest, to: near };
  if (kind === 'pull-out') return { kind, from: near, to: widest };
  const far = opposite(near, widest, focus);
  return { kind, from: far, to: near };
}

/** What is kept in sight: the focus, and with parallax all heads as well when one view can hold both and still move. */
function seen({ focus, heads = [], motion }: Shot, widest: View): Box | undefined {
  const main = focus && withinPicture(focus);
  if (motion !== 'parallax' || heads.length === 0) return main;
  const all = around(main ? [main, ...heads.map(withinPicture)] : heads.map(withinPicture));
  const fits = all.width <= widest.width * MOST_HELD && all.height <= widest.height * MOST_HELD;
  return fits ? all : main;
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The view at a moment of the move, 0..1. */
export function viewAt({ from, to }: Move, moment: number): View {
  return viewBetween(from, to, ease(moment));
}

/** So far on the straight way from one view to another: 0 is `from`, 1 is `to`; it may lie before or beyond them. */
export function viewBetween(from: View, to: View, part: number): View {
  const between = (a: number, b: number) => a + (b - a) * part;
  return {
    x: between(from.x, to.x),
    y: between(from.y, to.y),
    width: between(from.width, to.width),
    height: between(from.height, to.height),
  };
}

/** The view of a frame, of so many in the scene. */
export function viewOfFrame(move: Move, frame: number, frames: number): View {
  return viewAt(move, frames > 1 ? frame / (frames - 1) : 0.5);
}

/** True when all frames of the move are the same. */
export function isStill({ from, to }: Move): boolean {
  return from.x === to.x && from.y === to.y && from.width === to.width && from.height === to.height;
}

/**
 * The size at which to decode the picture for a move: as large as it is, unless a frame's pixel would then cover more than
 * one of its own at the closest view; the sampler reads four samples and would leave out the rest.
 */
export function canvasSize(picture: Size, frame: Size, { from, to }: Move): Size {
  const closest = Math.min(from.width, to.width);
  const part = Math.min(1, frame.width / (closest * picture.width));
  // Within a few percent the picture is taken as it is: one resampling less.
  const scale = part > 0.94 ? 1 : part;
  const even = (length: number) => Math.max(2, 2 * Math.round((length * scale) / 2));
  return { width: even(picture.width), height: even(picture.height) };
}

/** The largest box of the frame's shape in the middle of the picture. */
export function widestView(picture: Size, frame: Size): View {
  const shape = frame.width / frame.height / (picture.width / picture.height);
  const width = Math.min(1, shape);
  const height = Math.min(1, 1 / shape);
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

const RAMP = 0.25;

/**
 * Sets off and comes to rest softly and drifts evenly in between: the speed rises as 3u^2 - 2u^3 over the first quarter,
 * stays, and falls in the same way.
 */
function ease(moment: number): number {
  const t = Math.min(1, Math.max(0, moment));
  if (t > 0.5) return 1 - ease(1 - t);
  const whole = 1 - RAMP;
  if (t >= RAMP) return (RAMP / 2 + (t - RAMP)) / whole;
  const u = t / RAMP;
  return (RAMP * (u ** 3 - u ** 4 / 2)) / whole;
}

/** Of ten takes five go in, two go out, three slide. */
function pick(number: number): 'push-in' | 'pull-out' | 'pan' {
  if (number < 0.5) return 'push-in';
  return number < 0.7 ? 'pull-out' : 'pan';
}

/** The smallest scale of the widest view at which a frame's pixel is not smaller than the picture's by too much. */
function leastScale({ picture, frame }: Shot, widest: View): number {
  return Math.min(1, frame.width / (widest.width * picture.width * MOST_ENLARGED));
}

/** The smallest scale of the widest view that holds the focus; with room around it, if that leaves a move. Above 1: none does. */
function scaleToHold(focus: Box, widest: View): number {
  const bare = Math.max(focus.width / widest.width, focus.height / widest.height);
  return Math.min(bare / (1 - 2 * ROOM), Math.max(bare, 1 - LEAST_ZOOM));
}

/** The widest view made smaller, its middle drawn to the focus (or, without one, a little aside). */
function placeView(widest: View, scale: number, focus: Box | undefined, draw: () => number): View {
  const bounded = Math.min(1, scale);
  const width = widest.width * bounded;
  const height = widest.height * bounded;
  const aimX = focus ? focus.x + focus.width / 2 : 0.5 + (draw() - 0.5) * 0.3;
  const aimY = focus ? focus.y + focus.height / 2 : 0.5 + (draw() - 0.5) * 0.2;
  const view = {
    x: clamp(aimX - width / 2, 0, 1 - width),
    y: clamp(aimY - height / 2, 0, 1 - height),
    width,
    height,
  };
  return focus ? holding(view, focus) : view;
}

/** As large as `view`, on the other side of the widest view's middle: where a slide towards `view` begins. */
function opposite(view: View, widest: View, focus: Box | undefined): View {
  const mirror = (start: number, length: number, whole: number, wholeLength: number) => {
    const middle = whole + wholeLength / 2;
    const away = start + length / 2 - middle;
    // A view in the middle has no other side: it begins a little to the left.
    const shift = Math.abs(away) < 0.005 ? -0.02 : -away;
    return clamp(middle + shift - length / 2, 0, 1 - length);
  };
  const moved = {
    ...view,
    x: mirror(view.x, view.width, widest.x, widest.width),
    y: view.y + (mirror(view.y, view.height, widest.y, widest.height) - view.y) / 2,
  };
  return focus ? holding(moved, focus) : moved;
}

/** Moves a view as little as needed to hold the focus, if it is large enough to. */
function holding(view: View, focus: Box): View {
  const along = (start: number, length: number, from: number, extent: number) => {
    const room = Math.min(length * ROOM, Math.max(0, (length - extent) / 2));
    const moved = clamp(start, from + extent + room - length, from - room);
    return clamp(moved, 0, 1 - length);
  };
  return {
    ...view,
    x: along(view.x, view.width, focus.x, focus.width),
    y: along(view.y, view.height, focus.y, focus.height),
  };
}

function withinPicture(focus: Box): Box {
  const left = clamp(focus.x, 0, 1);
  const top = clamp(focus.y, 0, 1);
  const right = clamp(focus.x + focus.width, left, 1);
  const bottom = clamp(focus.y + focus.height, top, 1);
  if (![left, top, right, bottom].every(Number.isFinite)) {
    throw new StudioError(ErrorCode.internal, 'The focus of a scene is not a box.', { data: { focus: { ...focus } } });
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
