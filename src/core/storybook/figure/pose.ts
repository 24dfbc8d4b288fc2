import type { Action } from '../../../shared/story.ts';

/** Angles in degrees from straight down, forward (to the right) positive; lengths in the figure's units (head to foot: 100). */
export interface Pose {
  /** Shoulder and elbow of the far and the near arm. */
  readonly farArm: readonly [number, number];
  readonly nearArm: readonly [number, number];
  /** Hip and knee; a knee bends backwards. */
  readonly farLeg: readonly [number, number];
  readonly nearLeg: readonly [number, number];
  /** The whole body leans forward. */
  readonly lean: number;
  readonly headTilt: number;
  /** How far the hips are lowered (sitting) or raised (jumping). */
  readonly drop: number;
  readonly rise: number;
  /** Turned as a whole: lying is -90 (on the back, head to the left). */
  readonly turn: number;
  readonly eyesClosed: boolean;
}

const STAND: Pose = {
  farArm: [-30, 10],
  nearArm: [20, -4],
  farLeg: [-5, 0],
  nearLeg: [6, 0],
  lean: 0,
  headTilt: 0,
  drop: 0,
  rise: 0,
  turn: 0,
  eyesClosed: false,
};

const pose = (change: Partial<Pose>): Pose => ({ ...STAND, ...change });

const SIT = pose({ farLeg: [72, -10], nearLeg: [80, -14], drop: 15, farArm: [-12, 30], nearArm: [28, 30], lean: -3 });

const POSES: Readonly<Record<Action, Pose>> = {
  stand: STAND,
  walk: pose({ farArm: [30, 25], nearArm: [-28, 20], farLeg: [-26, -8], nearLeg: [26, 0], lean: 3 }),
  run: pose({
    farArm: [58, 60],
    nearArm: [-52, 50],
    farLeg: [-48, -50],
    nearLeg: [52, -28],
    lean: 12,
    rise: 6,
    headTilt: -4,
  }),
  jump: pose({ farArm: [-118, -8], nearArm: [120, 8], farLeg: [-40, -60], nearLeg: [38, -70], rise: 24, lean: 3 }),
  climb: pose({
    farArm: [-128, -10],
    nearArm: [112, 40],
    farLeg: [8, -6],
    nearLeg: [62, -78],
    lean: 7,
    rise: 4,
    headTilt: -10,
  }),
  fly: pose({
    farArm: [118, 5],
    nearArm: [104, 8],
    farLeg: [-22, -10],
    nearLeg: [-10, -18],
    lean: 52,
    rise: 46,
    headTilt: -40,
  }),
  swim: pose({
    farArm: [112, 15],
    nearArm: [95, -25],
    farLeg: [-30, -10],
    nearLeg: [-12, -14],
    lean: 14,
    headTilt: -8,
    drop: 0,
  }),
  sit: SIT,
  sleep: pose({ ...SIT, farArm: [10, 50], nearArm: [30, 56], headTilt: 17, lean: 2, eyesClosed: true }),
  eat: pose({ farArm: [52, 78], nearArm: [60, 84], headTilt: 4 }),
  hold: pose({ farArm: [48, 46], nearArm: [58, 38] }),
  give: pose({ farArm: [70, 10], nearArm: [80, 6], lean: 6 }),
  point: pose({ nearArm: [98, 0], farArm: [-14, 20] }),
  wave: pose({ nearArm: [112, 18], headTilt: 5 }),
  cry: pose({ farArm: [-44, -70], nearArm: [46, 66], headTilt: 8, lean: 4 }),
  laugh: pose({ farArm: [-66, -50], nearArm: [66, 50], headTilt: -9, lean: -6, eyesClosed: true }),
  fall: pose({ farArm: [-120, 0], nearArm: [128, 0], farLeg: [40, -30], nearLeg: [66, -20], turn: -42, rise: 10 }),
  hide: pose({ farArm: [46, 96], nearArm: [52, 100], drop: 8, lean: 5 }),
  read: pose({ farArm: [44, 58], nearArm: [54, 52], headTilt: 8 }),
  sing: pose({ farArm: [-48, -30], nearArm: [84, 30], headTilt: -10, lean: -3 }),
  dance: pose({
    farArm: [-112, -18],
    nearArm: [114, 20],
    farLeg: [-10, 0],
    nearLeg: [52, -62],
    lean: -5,
    headTilt: 8,
    rise: 3,
  }),
  fight: pose({ farArm: [74, 46], nearArm: [98, 30], farLeg: [-24, 0], nearLeg: [30, -8], lean: 8 }),
  hug: pose({ farArm: [84, 22], nearArm: [76, 22], lean: 6, headTilt: 6 }),
  look: pose({ nearArm: [98, 60], farArm: [-18, 20], lean: 5 }),
  talk: pose({ nearArm: [58, 54], farArm: [-20, 16], headTilt: 3 }),
  work: pose({ farArm: [62, 20], nearArm: [68, 26], lean: 12, headTilt: 4, farLeg: [-14, 0], nearLeg: [16, -6] }),
  ride: pose({ ...SIT, farArm: [66, 14], nearArm: [72, 12], farLeg: [46, -40], nearLeg: [54, -44], drop: 10 }),
};

export function poseOf(action: Action): Pose {
  return POSES[action];
}
