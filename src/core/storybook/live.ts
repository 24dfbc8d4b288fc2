/** A star in the drawing's sky layer; x, y and radius in parts of the picture's width and height (radius: of its width). */
export interface Star {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0..1: how bright it is drawn. */
  readonly strength: number;
}

/** What falls between us and the scene. */
export interface Falling {
  readonly kind: 'rain' | 'storm' | 'snow';
  /** 0..1. */
  readonly strength: number;
  /** How far it goes sideways for each part that it falls; below 0 to the left. */
  readonly slant: number;
}

/** What moves by itself in a drawing, whatever the camera does. */
export interface Live {
  /** None where no sky is seen. */
  readonly stars: readonly Star[];
  readonly falling?: Falling | undefined;
  /** -1 (a gale to the left) .. 1 (to the right): how clouds drift. Never 0 under an open sky. */
  readonly wind: number;
}
