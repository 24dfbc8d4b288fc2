import type { Backdrop } from '../settings/backdrop.ts';
import type { Box } from '../paint/surface.ts';
import type { Shape } from '../shape.ts';
import { type Placed, boxOf, headOf, isFarOut, overlap } from './geometry.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly shape: Shape;
  /** Something tall that the sky's own figures keep clear of. */
  readonly clear: Backdrop['tall'];
  /** Who acts stands in rows: those in front may hide all of those behind but their faces. */
  readonly rows: boolean;
}

/**
 * Moves things sideways until nobody stands in another's face: repeated small pushes (relaxation), the lighter one
 * giving way; then the frame, which cuts no head.
 */
export function spread(placed: Placed[], { width, height, shape, clear, rows }: Room): void {
  const { u, tall } = shape;
  const free = placed.filter((one) => one.sort !== 'sky');
  const rounds = 90;
  const bounds: Bounds = { rowDepth: rows ? ROW_DEPTH * u : Infinity, mostHidden: 0.6 - 0.3 * tall };
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < free.length; i++) {
      for (let j = i + 1; j < free.length; j++) {
        const [a, b] = [free[i]!, free[j]!];
        if (a.fixed && b.fixed) continue;
        const need = gap(a, b, bounds);
        if (need <= 0) continue;
        const [ab, bb] = [boxOf(a), boxOf(b)];
        const direction = ab.x + ab.width / 2 <= bb.x + bb.width / 2 ? 1 : -1;
        const aShare = a.fixed
          ? 0
          : b.fixed
            ? 1
            : a.entity.weight > b.entity.weight
              ? 0.35
              : a.entity.weight < b.entity.weight
                ? 0.65
                : 0.5;
        a.x -= direction * need * aShare * 0.6;
        b.x += direction * need * (1 - aShare) * 0.6;
        moved = true;
      }
    }
    for (const one of free) {
      const { x } = one;
      keepInside(one, width, height, u);
      // In a wide picture whom the frame has pushed aside may stay as near as that; in a narrow one it would hide a face.
      if (tall > 0 && one.x !== x) moved = true;
    }
    if (!moved) break;
  }
  for (const one of placed) keepInside(one, width, height, u);
  if (tall > 0) placeFar(placed, width, clear);
  placeSky(placed, width, clear);
}

/** Sun, wind and the like look for the place in the sky where they hide nobody and nothing hides them. */
function placeSky(placed: readonly Placed[], width: number, clear: Backdrop['tall']): void {
  const done: Placed[] = [];
  const below = placed.filter((one) => one.sort !== 'sky').map(boxOf);
  if (clear) below.push(columnOf(clear));
  for (const one of placed) {
    if (one.sort !== 'sky') continue;
    let best = Infinity;
    let bestX = one.x;
    for (const t of [one.wantX / width, 0.16, 0.84, 0.3, 0.7, 0.5, 0.23, 0.77]) {
      one.x = Math.min(width - boxOf(one).width * 0.55, Math.max(boxOf(one).width * 0.55, t * width));
      const box = boxOf(one);
      const area =
        [...below, ...done.map(boxOf)].reduce((sum, other) => sum + overlap(box, other), 0) / (box.width * box.height);
      const cost = area + Math.abs(one.x - one.wantX) / width / 12;
      if (cost < best - 1e-9) {
        best = cost;
        bestX = one.x;
      }
    }
    one.x = bestX;
    done.push(one);
  }
}

/** In a narrow picture a ship far out would be behind a head: it looks for the place where it is seen best. */
function placeFar(placed: readonly Placed[], width: number, clear: Backdrop['tall']): void {
  for (const one of placed) {
    if (!isFarOut(one)) continue;
    const before = placed.filter((other) => other !== one && other.sort !== 'sky').map(boxOf);
    if (clear) before.push(columnOf(clear));
    let best = Infinity;
    let bestX = one.x;
    for (const t of [one.x / width, 0.2, 0.8, 0.35, 0.65, 0.5]) {
      one.x = t * width;
      const hidden = before.reduce((sum, other) => sum + overlap(boxOf(one), other), 0);
      if (hidden < best - 1e-9) {
        best = hidden;
        bestX = one.x;
      }
    }
    one.x = bestX;
  }
}

function columnOf({ x, width }: NonNullable<Backdrop['tall']>): Box {
  return { x: x - width / 2, y: 0, width, height: 1e4 };
}

interface Bounds {
  /** Pixels: so far behind another somebody stands in a row of their own. */
  readonly rowDepth: number;
  /** How much of a thing, as a part of its width, somebody before it may hide. */
  readonly mostHidden: number;
}

/** From this far behind another somebody stands in a row of their own; in thousandths of the picture's measure. */
const ROW_DEPTH = 120;

/** How many pixels two things are too near each other, sideways; 0 when they may stay. */
function gap(a: Placed, b: Placed, { rowDepth, mostHidden }: Bounds): number {
  const [ab, bb] = [boxOf(a), boxOf(b)];
  if (overlap(ab, bb) === 0) return 0;
  const reach = Math.min(ab.x + ab.width, bb.x + bb.width) - Math.max(ab.x, bb.x);
  const [back, front] = a.order <= b.order ? [a, b] : [b, a];
  const head = headOf(back);
  const front_ = boxOf(front);
  const behindOk =
    (back.sort === 'scenery' || (back.sort === 'thing' && ab.height > 150 * (ab.width / Math.max(1, ab.width)))) &&
    (front.sort === 'figure' || front.sort === 'animal' || back.sort === 'scenery') &&
    front.sort !== 'scenery';
  if (behindOk) {
    // In front of a house is fine; before all of it is not.
    const most = (back.sort === 'scenery' ? 0.6 : mostHidden) * Math.min(ab.width, bb.width);
    return Math.max(0, reach - most);
  }
  const faceHit = head ? overlap(head, front_) > 0.04 * head.width * head.height : false;
  if (!faceHit && Math.abs(a.y - b.y) >= rowDepth && isActor(a) && isActor(b)) return 0;
  const allowed = Math.min(ab.width, bb.width) * (faceHit ? 0.02 : front.sort === 'thing' ? 0.3 : 0.16);
  return Math.max(0, reach - allowed);
}

function isActor({ sort }: Placed): boolean {
  return sort === 'figure' || sort === 'animal';
}

function keepInside(one: Placed, width: number, height: number, u: number): void {
  const box = boxOf(one);
  const margin = (one.sort === 'scenery' ? -40 : 34) * u;
  if (box.width > width - 2 * margin) one.x += width / 2 - (box.x + box.width / 2);
  else if (box.x < margin) one.x += margin - box.x;
  else if (box.x + box.width > width - margin) one.x -= box.x + box.width - (width - margin);
  const head = headOf(one) ?? box;
  const top = Math.min(head.y, one.sort === 'scenery' ? head.y : box.y);
  if (top < 26 * u && one.sort !== 'scenery') one.y += 26 * u - top;
  if (one.y > height * 0.96) one.y = height * 0.96;
}
