import { chance } from './random.ts';

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

/** Seconds in which it lightens once; how long a bolt stands, and when it is gone. */
const LIGHTNING_EVERY = 6;
const BOLT_STANDS = 0.15;
const BOLT_GONE = 0.8;

/**
 * How much of the lightning is seen, 0..1: a scene begins with a bolt, as it was drawn; later ones come at their own times.
 * Far from the three flashes a second that can do harm (WCAG 2.3.1).
 */
export function lightningAt({ seed }: Life, seconds: number): number {
  const round = Math.floor(seconds / LIGHTNING_EVERY);
  const start = round === 0 ? 0 : chance(seed, round, 9) * (LIGHTNING_EVERY - BOLT_GONE);
  const since = seconds - round * LIGHTNING_EVERY - start;
  if (since < 0 || since > BOLT_GONE) return 0;
  const fading = Math.max(0, (since - BOLT_STANDS) / (BOLT_GONE - BOLT_STANDS));
  return (1 - fading) ** 2;
}
