/** What the shape of a picture does to what is in it. At 4:3 and wider: nothing. */
export interface Shape {
  /** 0 (4:3 or wider) .. 1 (9:16 or narrower). */
  readonly tall: number;
  /** A thousandth of the picture's measure, in pixels: sizes are given in it. The height's, or less of it when it is tall. */
  readonly u: number;
  /** Pixels from the top for a part of the height, 0..1, of a wide picture. In a tall one the ground reaches higher. */
  down(part: number): number;
}

const WIDE = 4 / 3;
const TALL = 9 / 16;
/** How much smaller a thousandth is in a 9:16 picture than its height's: two people side by side fill its width. */
const LESS = 0.347;
/** How much higher the ground lies in a 9:16 picture, as a part of the height: captions lie below the feet. */
const RAISED = 0.085;
/** The parts of the height between which everything is raised by as much: from the horizon to the feet. */
const [HORIZON, FEET] = [0.55, 0.87] as const;

export function shapeOf(width: number, height: number): Shape {
  const tall = Math.min(1, Math.max(0, (WIDE - width / height) / (WIDE - TALL)));
  const measure = Math.min(height * (1 - LESS * tall), (width * (1 - LESS)) / TALL);
  return {
    tall,
    u: (tall === 0 ? height : measure) / 1000,
    down: (part) => height * (tall === 0 ? part : part - RAISED * tall * raisedAt(part)),
  };
}

/** 0 at the top and at the bottom, 1 from the horizon to the feet. */
function raisedAt(part: number): number {
  if (part < HORIZON) return Math.max(0, part / HORIZON);
  return part <= FEET ? 1 : Math.max(0, (1 - part) / (1 - FEET));
}
