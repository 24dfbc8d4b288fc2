/**
 * A page that is turned: it rolls over a cylinder whose axis goes across the frame from the lower right corner to the left,
 * as a hand would turn it, and shows the paper's back on its way.
 *
 * Everything is told by the distance from the fold, where the page leaves the table (positive where the next page has come
 * free): up to there the page lies flat; over the cylinder of radius r a point of it that is d beyond the fold is seen at
 * r sin(d / r), on its way up and again on its way back; and from d = pi r on it lies upside down, at pi r - d.
 */
import { planesOf, smooth } from './mixes.ts';
import type { Joint, Transit } from './transition.ts';

/** In parts of the frame's shorter side. */
const RADIUS = 0.11;
const SHADOW_OF_EDGE = 0.06;
const SHADOW_OF_ROLL = 0.2;
/** How far the fold leans at first, in radians; at last it is upright. */
const LEAN = 0.5;
/** The back's colour: warm paper (BT.709). */
const PAPER = [222, 121, 132] as const;
/** How much of the picture shines through it. */
const THROUGH = 0.14;
/** How dark it is beside the page's edge. */
const SHADOW = 0.42;
/** A shift that the kernel takes for 'is not there' (NOWHERE in kernel/turn.as). */
const NOWHERE = 1e7;
/** Entries of the table for a pixel, and f32 of an entry. */
const PARTS = 4;
const FIELDS = 4;

/** Turns the page over frames that lie in the joint. */
export function createPageTurn(joint: Joint): Transit {
  const { width, height } = joint.frame;
  const short = Math.min(width, height);
  const radius = short * RADIUS;
  const reach = short * SHADOW_OF_EDGE;
  const farthest = radius + short * SHADOW_OF_ROLL;
  const nearest = -Math.hypot(width, height) - reach;
  writeTable(joint, radius, nearest, farthest);
  return (moment, target) => {
    const angle = LEAN * (1 - smooth(moment)) ** 1.5;
    const [normalX, normalY] = [Math.cos(angle), Math.sin(angle)];
    const whole = width * normalX + height * normalY;
    const fold = whole - (whole + farthest) * smooth(moment);
    // Nothing is changed left of the page's edge and its shadow.
    const from = Math.max(nearest, Math.min(0, Math.PI * radius - (whole - fold)) - reach);
    for (const [plane, { offset, size, scale }] of planesOf(joint).entries()) {
      joint.kernel.turnPlane(
        ...([joint.before + offset, joint.after + offset, target + offset, size.width, size.height, scale] as const),
        ...([normalX, normalY, fold, from, nearest, farthest, joint.table] as const),
        ...([plane === 0 ? 16 : 128, PAPER[plane]!, THROUGH, reach, SHADOW] as const),
      );
    }
  };
}

/** Shift and light of the page's front and of its back, for every quarter pixel from `nearest` to `farthest`. */
function writeTable({ memory, table }: Joint, radius: number, nearest: number, farthest: number): void {
  const entries = Math.ceil((farthest - nearest) * PARTS) + 1;
  const values = new Float32Array(memory.buffer, table, entries * FIELDS);
  for (let entry = 0; entry < entries; entry += 1) {
    values.set(sidesAt(nearest + entry / PARTS, radius, farthest), entry * FIELDS);
  }
}

function sidesAt(distance: number, radius: number, farthest: number): [number, number, number, number] {
  if (distance > radius) {
    // The next page, in the roll's shadow.
    const dark = 0.5 * (1 - smooth((distance - radius) / (farthest - radius))) ** 2;
    return [NOWHERE, 1 - dark, NOWHERE, 1];
  }
  if (distance <= 0) {
    // Flat, under what has come over: light again away from the roll.
    const light = 0.96 + 0.04 * smooth(-distance / (3 * radius));
    return [0, 1, Math.PI * radius - 2 * distance, light];
  }
  const angle = Math.asin(distance / radius);
  // The steeper, the darker; with a gleam where the roll faces the light.
  const gleam = 0.06 * Math.exp(-(((angle - 0.5) / 0.28) ** 2));
  return [
    radius * angle - distance,
    1 - 0.3 * Math.sin(angle) ** 2,
    radius * (Math.PI - angle) - distance,
    0.55 + 0.41 * Math.cos(angle) + gleam,
  ];
}
