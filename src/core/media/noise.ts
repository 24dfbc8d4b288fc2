/** How loud a recording is where nobody speaks, and whether mains hum is in it. Pure, over pieces of any recording. */

/** Samples of 0.05 s and 0.25 s: short enough for the silence between words, long enough to tell 50 Hz from 60 Hz. */
export const LEVEL_SECONDS = 0.05;
export const HUM_SECONDS = 0.25;
/** The recording's softest part that counts as its background. */
const SOFTEST = 0.1;
/** dBFS of digital silence, by which nothing is divided. */
const SILENCE = -96;

const MAINS = [50, 60] as const;
/** Up to this harmonic. */
const HARMONICS = 8;
/** dB by which a harmonic stands out of what is beside it, for hum to be there. */
const STANDS_OUT = 9;
/** The part of the pieces in which it may be drowned. */
const STEADY = 0.25;
/** Hz to either side, where nothing of the hum is. */
const BESIDE = 16;

export interface Hum {
  /** Of the mains. */
  readonly base: (typeof MAINS)[number];
  /** Hz that stand out, in order. */
  readonly frequencies: readonly number[];
}

/** dBFS of a piece. */
export function levelOf(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.max(SILENCE, 10 * Math.log10(Math.max(1e-12, sum / samples.length / 32_768 ** 2)));
}

/** dBFS of the background, from the levels of all pieces of LEVEL_SECONDS. */
export function floorOf(levels: readonly number[]): number {
  const sorted = levels.toSorted((one, two) => one - two);
  return sorted[Math.floor(SOFTEST * (sorted.length - 1))] ?? SILENCE;
}

/** @param pieces of HUM_SECONDS each, the softest there are */
export function findHum(pieces: readonly Int16Array[], sampleRate: number): Hum | undefined {
  if (pieces.length === 0) return undefined;
  // Hum is there all the time, a voice now and then.
  const standsOut = (frequency: number): boolean => {
    const ratios = pieces.map((piece) => {
      const [below, own, above] = [-BESIDE, 0, BESIDE].map((by) => goertzel(piece, frequency + by, sampleRate));
      return 10 * Math.log10(own! / Math.max(1e-9, (below! + above!) / 2));
    });
    return ratios.toSorted((one, two) => one - two)[Math.floor(ratios.length * STEADY)]! >= STANDS_OUT;
  };
  const found = MAINS.map((base): Hum => {
    const harmonics = Array.from({ length: HARMONICS }, (_, index) => base * (index + 1));
    return { base, frequencies: harmonics.filter(standsOut) };
  });
  const best = found.toSorted((one, two) => two.frequencies.length - one.frequencies.length)[0]!;
  // One alone may be somebody's voice.
  return best.frequencies.length >= 2 ? best : undefined;
}

/** Power at one frequency under a Hann window (Goertzel, American Mathematical Monthly 65, 1958). */
function goertzel(samples: Int16Array, frequency: number, sampleRate: number): number {
  const turn = (2 * Math.PI * frequency) / sampleRate;
  const factor = 2 * Math.cos(turn);
  let [one, two] = [0, 0];
  samples.forEach((sample, index) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / (samples.length - 1));
    [one, two] = [sample * window + factor * one - two, one];
  });
  return one * one + two * two - factor * one * two;
}
