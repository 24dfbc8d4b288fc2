/** A recording made here: each word is a tone of its own, so that what is heard where can be told from the samples. */
import type { Transcript } from '../../src/shared/transcript.ts';

export const RATE = 24_000;

export interface Recorded {
  readonly samples: Int16Array;
  readonly transcript: Transcript;
}

/**
 * @param text words; a number in brackets is a pause in seconds ('Sam went home. [1.5] It rained.'), 0.1 s are between words
 */
export function record(text: string, { hiss = 0, before = 0.5 }: { hiss?: number; before?: number } = {}): Recorded {
  const words: { text: string; start: number; end: number }[] = [];
  let at = before;
  for (const token of text.split(/\s+/u)) {
    const pause = /^\[([\d.]+)\]$/u.exec(token)?.[1];
    if (pause !== undefined) at += Number(pause) - 0.1;
    else {
      const seconds = 0.2 + 0.03 * token.length;
      words.push({ text: token, start: round(at), end: round(at + seconds) });
      at += seconds + 0.1;
    }
  }
  const seconds = round(at + 0.4);
  const samples = new Int16Array(Math.round(seconds * RATE));
  words.forEach(({ start, end }, index) => {
    const frequency = toneOf(index);
    for (let sample = Math.round(start * RATE); sample < Math.round(end * RATE); sample += 1) {
      samples[sample] = Math.round(9000 * Math.sin((2 * Math.PI * frequency * sample) / RATE));
    }
  });
  let noise = 1;
  for (let sample = 0; hiss > 0 && sample < samples.length; sample += 1) {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    samples[sample]! += Math.round((noise / 2 ** 31 - 1) * hiss);
  }
  return {
    samples,
    transcript: { language: 'en', seconds, words, voiced: [{ start: 0, end: seconds }], model: 'by hand', notices: [] },
  };
}

/** Hz of the n-th word. */
function toneOf(index: number): number {
  return 300 + 40 * (index % 20);
}

/** Where a sound is louder than silence: seconds of each tone's beginning. */
export function onsets(samples: Int16Array, sampleRate: number, loud = 2000): number[] {
  const found: number[] = [];
  let quiet = sampleRate;
  samples.forEach((sample, index) => {
    if (Math.abs(sample) < loud) {
      quiet += 1;
      return;
    }
    if (quiet > sampleRate * 0.05) found.push(index / sampleRate);
    quiet = 0;
  });
  return found;
}

function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
