/** From what the model says to what can be joined: silence cut off, no DC, even loudness, faded ends, 16-bit samples. */
import { SAMPLE_RATE } from './kokoro.ts';

export interface Shaped {
  /** 24 kHz, mono. */
  readonly samples: Int16Array;
  /** How many samples were cut off at the start. */
  readonly cutStart: number;
}

const WINDOW = samplesIn(0.005);
/** A window that is so much below the loudest one is silence. The model's own silence is 80 dB down, an "f" 35 dB. */
const SILENCE_DB = -45;
const MARGIN_BEFORE = samplesIn(0.015);
const MARGIN_AFTER = samplesIn(0.04);
const FADE = samplesIn(0.005);

/** Loudness of speech: mean power of the windows in which someone speaks, in dB below full scale. */
const TARGET_DB = -21;
const SPOKEN_DB = -25;
const MOST_GAIN_DB = 6;
const CEILING = 0.95;

export function shape(samples: Float32Array): Shaped {
  const powers = windowPowers(samples);
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  if (loudest === 0) return { samples: new Int16Array(samples.length), cutStart: 0 };
  const [from, to] = speechBounds(powers, loudest * fromDb(SILENCE_DB), samples.length);
  const speech = samples.slice(from, to);
  removeDc(speech);
  applyGain(speech, loudness(powers, loudest));
  fadeEnds(speech);
  return { samples: toPcm16(speech), cutStart: from };
}

function windowPowers(samples: Float32Array): Float64Array {
  const powers = new Float64Array(Math.ceil(samples.length / WINDOW));
  samples.forEach((sample, index) => {
    const window = Math.floor(index / WINDOW);
    powers[window] = powers[window]! + (sample * sample) / WINDOW;
  });
  return powers;
}

function speechBounds(powers: Float64Array, silence: number, length: number): [number, number] {
  const first = powers.findIndex((power) => power > silence);
  const last = powers.findLastIndex((power) => power > silence);
  return [Math.max(0, first * WINDOW - MARGIN_BEFORE), Math.min(length, (last + 1) * WINDOW + MARGIN_AFTER)];
}

function removeDc(samples: Float32Array): void {
  let sum = 0;
  for (const sample of samples) sum += sample;
  const mean = sum / samples.length;
  for (let index = 0; index < samples.length; index += 1) samples[index] = samples[index]! - mean;
}

/** Mean power of the windows that are no more than 25 dB below the loudest: pauses do not count. */
function loudness(powers: Float64Array, loudest: number): number {
  const spoken = powers.filter((power) => power > loudest * fromDb(SPOKEN_DB));
  return spoken.reduce((sum, power) => sum + power, 0) / spoken.length;
}

function applyGain(samples: Float32Array, power: number): void {
  const wanted = Math.sqrt(fromDb(TARGET_DB) / power);
  const most = Math.sqrt(fromDb(MOST_GAIN_DB));
  const peak = samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
  const gain = Math.min(Math.max(wanted, 1 / most), most, CEILING / peak);
  for (let index = 0; index < samples.length; index += 1) samples[index] = samples[index]! * gain;
}

/** A raised cosine over 5 ms: a join with silence or with another chunk cannot click. */
function fadeEnds(samples: Float32Array): void {
  const fade = Math.min(FADE, Math.floor(samples.length / 2));
  for (let index = 0; index < fade; index += 1) {
    const weight = (1 - Math.cos((Math.PI * index) / fade)) / 2;
    samples[index] = samples[index]! * weight;
    const mirrored = samples.length - 1 - index;
    samples[mirrored] = samples[mirrored]! * weight;
  }
}

function toPcm16(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.round(Math.min(1, Math.max(-1, sample)) * 32767));
}

function fromDb(db: number): number {
  return 10 ** (db / 10);
}

function samplesIn(seconds: number): number {
  return Math.round(seconds * SAMPLE_RATE);
}
