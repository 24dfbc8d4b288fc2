import type { Transition } from '../../shared/story.ts';
import type { Size } from '../motion/layout.ts';
import type { Box, Motion } from '../motion/path.ts';
import type { Live } from '../storybook/live.ts';

/** A part of a drawing that moves at its own speed. */
export interface ShotLayer {
  /** As the illustrator calls it ('sky', 'clouds', 'figures', 'weather'). */
  readonly name: string;
  /** RGBA PNG, cropped to `box`. */
  readonly path: string;
  /** 0 (far) .. 1 (near). */
  readonly depth: number;
  /** Pixels of the whole picture. The clouds' begins left of the picture (x below 0) and ends right of it. */
  readonly box: Box;
  /** What leaves the box on one side comes in again on the other without a seam: it repeats every `box.width`. */
  readonly wraps?: boolean | undefined;
}

/** A scene's picture as the camera finds it. */
export interface ShotPicture extends Size {
  readonly path: string;
  /** Of the artefact that it and its layers come from. */
  readonly digest: string;
  /** Who or what the scene is about, in parts of the picture. */
  readonly focus?: Box | undefined;
  /** All heads, in parts of the picture: none is cut by a camera that has room to keep it in sight. */
  readonly heads?: readonly Box[] | undefined;
  /** Back to front; none for a picture that is no drawing of ours. */
  readonly layers?: readonly ShotLayer[] | undefined;
  /** What moves in it by itself; absent for a picture that is no drawing of ours. */
  readonly live?: Live | undefined;
}

/** What the camera does with a picture for the length of a scene. */
export interface Shot {
  readonly picture: ShotPicture;
  readonly motion: Motion;
  readonly seed: number;
  /** Of the whole scene: a move is as long as it. */
  readonly frames: number;
  /** 'card': blurred and dimmed, as the ground for a title. */
  readonly look?: 'card' | undefined;
}

/** The shot after this one, which comes in over this one's last frames; until its own scene begins its camera rests. */
export interface NextShot {
  readonly transition: Exclude<Transition, 'cut'>;
  /** Of the transition, fewer than this scene's. */
  readonly frames: number;
  readonly shot: Shot;
}
