/** The loudness of a window made even, so that whoever speaks far from the microphone is heard like one who is near. Pure. */
import type { Span } from './spans.ts';

/** Root mean square of speech as it is heard: -20 dBFS. */
const TARGET = 0.1;
/** 30 dB: what needs more is noise. */
const MOST_GAIN = 31.6;
/** Where nobody speaks for so long, a bed of music or noise is left out of the window, so that no words are heard in it. */
const STILL_SECONDS = 1;
/** Kept around what is spoken, and the time that a change of loudness takes. */
const KEPT_SECONDS = 0.4;
const FADE_SECONDS = 0.05;

/**
 * @param samples of the window, which begins at sample `start` of the recording; they are changed
 * @param spans where somebody speaks, by samples of the recording
 */
export function evenLoudness(samples: Float32Array, start: number, spans: readonly Span[], rate: number): Float32Array {
  const inside = spans
    .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(samples.length, span.end - start) }))
    .filter((span) => span.end > span.start);
  const kept = KEPT_SECONDS * rate;
  /** Gain from a sample on, up to the next. */
  const steps: { at: number; gain: number }[] = [];
  for (const [index, span] of inside.entries()) {
    const before = inside[index - 1];
    const gap = span.start - (before?.end ?? -Infinity);
    const isStill = before !== undefined && gap > STILL_SECONDS * rate;
    if (isStill) steps.push({ at: before.end + kept, gain: 0 });
    const at = before === undefined ? 0 : isStill ? span.start - kept : before.end + gap / 2;
    steps.push({ at, gain: gainFor(samples, span) });
  }
  applySteps(samples, steps, FADE_SECONDS * rate);
  return samples;
}

function gainFor(samples: Float32Array, { start, end }: { readonly start: number; readonly end: number }): number {
  let sum = 0;
  let peak = 0;
  for (let index = start; index < end; index += 1) {
    const value = Math.abs(samples[index]!);
    sum += value * value;
    if (value > peak) peak = value;
  }
  const loudness = Math.sqrt(sum / Math.max(1, end - start));
  if (loudness === 0) return 1;
  return Math.min(TARGET / loudness, 1 / peak, MOST_GAIN);
}

function applySteps(samples: Float32Array, steps: readonly { at: number; gain: number }[], fade: number): void {
  let gain = steps[0]?.gain ?? 1;
  for (const [index, step] of steps.entries()) {
    const end = Math.min(samples.length, Math.ceil(steps[index + 1]?.at ?? samples.length));
    const begin = Math.ceil(step.at);
    for (let place = Math.max(0, begin); place < end; place += 1) {
      const share = Math.min(1, (place - begin) / fade);
      samples[place] = samples[place]! * (gain + (step.gain - gain) * (index === 0 ? 1 : share));
    }
    gain = step.gain;
  }
}
