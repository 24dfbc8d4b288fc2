/** Where speech begins and ends after silence, from the samples' energy alone. */

/** Seconds. */
const WINDOW = 0.005;
/** So far below the loud parts (the 95th percentile of the windows) is silence: breath and room, not an "f". */
const SILENCE_DB = -35;
const LOUD_PART = 0.95;

export interface Stretch {
  /** Seconds from the first sample. */
  readonly start: number;
  readonly end: number;
}

/** Stretches of speech that silences of at least so many seconds part. */
export function speechStretches(samples: Int16Array, sampleRate: number, silence = 0.08): Stretch[] {
  const size = Math.round(WINDOW * sampleRate);
  const levels = Array.from({ length: Math.floor(samples.length / size) }, (_, window) => {
    let power = 0;
    for (let index = window * size; index < (window + 1) * size; index += 1) power += (samples[index]! / 32_768) ** 2;
    return 10 * Math.log10(power / size + 1e-12);
  });
  const threshold = [...levels].sort((a, b) => a - b)[Math.floor(levels.length * LOUD_PART)]! + SILENCE_DB;
  const stretches: { start: number; end: number }[] = [];
  levels.forEach((level, window) => {
    if (level <= threshold) return;
    const start = window * WINDOW;
    const last = stretches.at(-1);
    if (last && start - last.end < silence) last.end = start + WINDOW;
    else stretches.push({ start, end: start + WINDOW });
  });
  // A click is no speech.
  return stretches.filter(({ start, end }) => end - start > 0.03);
}
