/** Transitions that weigh one frame against the other, sample by sample. */
import type { Joint, Transit } from './transition.ts';

/** Sets off and arrives softly. */
export function smooth(moment: number): number {
  const t = Math.min(1, Math.max(0, moment));
  return t * t * (3 - 2 * t);
}

/** One fades into the other. */
export function dissolve(joint: Joint): Transit {
  return (moment, target) => {
    joint.bytes.fill(Math.round(255 * smooth(moment)), joint.table, joint.table + joint.frame.width);
    mix(joint, joint.before, joint.after, target);
  };
}

/** The colour of a dip, BT.709: nearly black, a little warm. */
const DARK = [20, 126, 130] as const;

/** The one fades to a warm dark, and out of it comes the other. */
export function dip(joint: Joint): Transit {
  const { bytes, frame, table } = joint;
  const { width } = frame;
  return (moment, target) => {
    const away = moment < 0.5;
    const shown = away ? 1 - smooth(moment * 2) : smooth(moment * 2 - 1);
    bytes.fill(Math.round(255 * (1 - shown)), table, table + width);
    const picture = away ? joint.before : joint.after;
    for (const [plane, value] of DARK.entries())
      bytes.fill(value, table + width * (1 + plane), table + width * (2 + plane));
    for (const [plane, { offset, size }] of planesOf(joint).entries()) {
      const colour = table + width * (1 + plane);
      joint.kernel.mixPlane(picture + offset, colour, target + offset, size.width, size.height, 0, table, 0);
    }
  };
}

/** How wide a wipe's edge is, in parts of the frame's width, and how far it leans over the frame's height. */
const EDGE = 0.22;
const LEAN = 0.12;

/** The other comes in from the right behind a soft, leaning edge, as one reads. */
export function wipe(joint: Joint): Transit {
  const { bytes, frame, table, kernel } = joint;
  const { width, height } = frame;
  // A row's weights are those of the row above, moved a little: all rows share one list.
  const lean = (width * LEAN) / height;
  const length = width + Math.ceil(height * lean);
  const edge = width * EDGE;
  return (moment, target) => {
    // The edge's middle, at first right of everything, at last left of it.
    const middle = length + edge / 2 - smooth(moment) * (length + edge);
    for (const { offset, size, scale } of planesOf(joint)) {
      const weights = scale === 1 ? table : table + length;
      for (let at = 0; at < length / scale; at += 1) {
        bytes[weights + at] = Math.round(255 * smooth((at * scale - middle) / edge + 0.5));
      }
      kernel.mixPlane(
        joint.before + offset,
        joint.after + offset,
        target + offset,
        size.width,
        size.height,
        size.width,
        weights,
        Math.floor(lean * 256),
      );
    }
  };
}

function mix({ kernel, table, ...joint }: Joint, before: number, after: number, target: number): void {
  for (const { offset, size } of planesOf({ kernel, table, ...joint })) {
    const { width, height } = size;
    kernel.mixPlane(before + offset, after + offset, target + offset, width, height, width, table, 0);
  }
}

/** The planes of a frame, one after the other. */
export function planesOf({ frame: { width, height } }: Joint) {
  const half = { width: width / 2, height: height / 2 };
  return [
    { offset: 0, size: { width, height }, scale: 1 },
    { offset: width * height, size: half, scale: 2 },
    { offset: width * height + half.width * half.height, size: half, scale: 2 },
  ] as const;
}
