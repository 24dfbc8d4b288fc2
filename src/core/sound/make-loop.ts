import type { Bed } from '../../shared/film.ts';
import type { Ambience } from '../../shared/story.ts';
import { PLACES } from './ambience/index.ts';
import { RATE, type Circle } from './dsp/circle.ts';
import { perform } from './music/perform.ts';
import { SCORES } from './music/scores/index.ts';

/** Raised whenever a piece or a place sounds different from before; part of the bed stage's key. */
export const SOUND_VERSION = 1;

/** What Storyloom makes itself: a piece of music, or the sound of a place. */
export type LoopName = { readonly music: Bed } | { readonly ambience: Ambience };

export interface Loop {
  /** Left and right in turn, 16 bit. */
  readonly samples: Int16Array;
  /** A second, of each side. */
  readonly sampleRate: number;
}

/** As loud as all others by their energy, -24 dBFS, and no sample above -3 dBFS. */
const LEVEL = 10 ** (-24 / 20);
const CEILING = 10 ** (-3 / 20);

/**
 * Makes a loop without a seam: its end goes over into its beginning. The same every time.
 * @param step told how much is done, 0..1; may throw to stop
 */
export function makeLoop(name: LoopName, step: (done: number) => void = () => undefined): Loop {
  const circle = 'music' in name ? perform(SCORES[name.music], step) : PLACES[name.ambience]();
  return { samples: levelled(circle), sampleRate: RATE };
}

function levelled({ left, right, length }: Circle): Int16Array {
  let [energy, peak] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    energy += left[index]! ** 2 + right[index]! ** 2;
    peak = Math.max(peak, Math.abs(left[index]!), Math.abs(right[index]!));
  }
  const gain = Math.min(LEVEL / Math.sqrt(energy / (2 * length)), CEILING / peak);
  const samples = new Int16Array(length * 2);
  for (let index = 0; index < length; index += 1) {
    samples[index * 2] = Math.round(left[index]! * gain * 32_767);
    samples[index * 2 + 1] = Math.round(right[index]! * gain * 32_767);
  }
  return samples;
}
