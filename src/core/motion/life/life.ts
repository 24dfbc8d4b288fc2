/** What moves in a drawing by itself, as a function of time: the same at the same second, also before a scene begins. */
export interface Life {
  readonly stars: readonly Star[];
  readonly falling?: Falling | undefined;
  /** -1 (a gale to the left) .. 1 (to the right). */
  readonly wind: number;
  /** Another one is another rain. */
  readonly seed: number;
}

/** x, y and radius in parts of the picture's width and height (radius: of its width). */
export interface Star {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Falling {
  readonly kind: 'rain' | 'storm' | 'snow';
  /** 0..1. */
  readonly strength: number;
  /** How far it goes sideways for each part that it falls; below 0 to the left. */
  readonly slant: number;
}

/** Parts of the picture's width that clouds drift in a second in a gale. */
const DRIFT = 0.02;

/** How far clouds have drifted to the right after so many seconds, in parts of the picture's width. */
export function driftAt({ wind }: Life, seconds: number): number {
  return wind * DRIFT * seconds;
}
