/** Samples a second of all that is made here. */
export const RATE = 48_000;

/**
 * Sound that has no end: what sounds beyond the last sample goes on at the first, so that a loop has no seam. Filters and
 * echoes go round twice, and are heard the second time, when they know what came before the start.
 */
export interface Circle {
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** Samples, of each side. */
  readonly length: number;
}

export function createCircle(seconds: number): Circle {
  const length = Math.round(seconds * RATE);
  return { left: new Float32Array(length), right: new Float32Array(length), length };
}

/** Where a sound comes from, -1 (left) .. 1 (right), as the gains of both sides; together they are always as loud. */
export function panned(pan: number, gain: number): readonly [number, number] {
  const angle = ((pan + 1) * Math.PI) / 4;
  return [gain * Math.cos(angle) * Math.SQRT2, gain * Math.sin(angle) * Math.SQRT2];
}

/** Adds a sound that begins at a second, which may be before the start or beyond the end. */
export function addSound(
  { left, right, length }: Circle,
  at: number,
  sound: Float32Array,
  [toLeft, toRight]: readonly [number, number],
): void {
  let place = Math.round(at * RATE) % length;
  if (place < 0) place += length;
  for (const sample of sound) {
    left[place]! += sample * toLeft;
    right[place]! += sample * toRight;
    place += 1;
    if (place === length) place = 0;
  }
}
