/** Fractions of a sample that the kernel tells apart (PHASES in kernel/resample.as). */
const PHASES = 1024;
/** Bytes of the kernel's plan for 8 samples (BLOCK in kernel/resample.as). */
export const BLOCK = 96;

/**
 * Weights of four neighbouring samples for each fraction 0..PHASES of the way from the second to the third, as Q15
 * (1 is 32767), four in a row.
 *
 * The filter is the two-parameter cubic of Mitchell and Netravali, "Reconstruction Filters in Computer Graphics"
 * (SIGGRAPH 1988): b = 0, c = 0.5 is Catmull-Rom, b = c = 1/3 the softer one that they recommend.
 */
export function cubicTaps(b: number, c: number): Int16Array {
  const taps = new Int16Array((PHASES + 1) * 4);
  for (let phase = 0; phase <= PHASES; phase += 1) {
    const fraction = phase / PHASES;
    const weights = [1 + fraction, fraction, 1 - fraction, 2 - fraction].map((distance) => cubic(distance, b, c));
    // The four are rounded so that they still sum to one: else flat colour would flicker as the camera moves.
    const rounded = weights.map((weight) => Math.round(weight * 32767));
    const largest = fraction < 0.5 ? 1 : 2;
    rounded[largest]! += 32767 - rounded.reduce((sum, weight) => sum + weight, 0);
    taps.set(rounded, phase * 4);
  }
  return taps;
}

function cubic(distance: number, b: number, c: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((12 - 9 * b - 6 * c) * x ** 3 + (-18 + 12 * b + 6 * c) * x ** 2 + (6 - 2 * b)) / 6;
  if (x < 2) return ((-b - 6 * c) * x ** 3 + (6 * b + 30 * c) * x ** 2 + (-12 * b - 48 * c) * x + (8 * b + 24 * c)) / 6;
  return 0;
}
