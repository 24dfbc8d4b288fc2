import type { Backdrop } from '../settings/backdrop.ts';
import { type Placed, boxOf, headOf, overlap } from './geometry.ts';

/**
 * Moves things sideways until nobody stands in another's face: repeated small pushes (relaxation), the lighter one
 * giving way; then the frame, which cuts no head.
 */
export function spread(placed: Placed[], width: number, height: number, u: number, tall: Backdrop['tall']): void {
  const free = placed.filter((one) => one.sort !== 'sky');
  const rounds = 90;
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < free.length; i++) {
      for (let j = i + 1; j < free.length; j++) {
        const [a, b] = [free[i]!, free[j]!];
        if (a.fixed && b.fixed) continue;
        const need = gap(a, b);
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
    for (const one of free) keepInside(one, width, height, u);
    if (!moved) break;
  }
  for (const one of placed) keepInside(one, width, height, u);
  placeSky(placed, width, tall);
}

/** Sun, wind and the like look for the place in the sky where they hide nobody and nothing hides them. */
function placeSky(placed: readonly Placed[], width: number, tall: Backdrop['tall']): void {
  const done: Placed[] = [];
  const below = placed.filter((one) => one.sort !== 'sky').map(boxOf);
  if (tall) below.push({ x: tall.x - tall.width / 2, y: 0, width: tall.width, height: 1e4 });
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

/** How many pixels two things are too near each other, sideways; 0 when they may stay. */
function gap(a: Placed, b: Placed): number {
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
    const share = reach / Math.max(1, Math.min(ab.width, bb.width));
    return share > 0.6 ? reach - 0.6 * Math.min(ab.width, bb.width) : 0;
  }
  const faceHit = head ? overlap(head, front_) > 0.04 * head.width * head.height : false;
  const allowed = Math.min(ab.width, bb.width) * (faceHit ? 0.02 : front.sort === 'thing' ? 0.3 : 0.16);
  return Math.max(0, reach - allowed);
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
