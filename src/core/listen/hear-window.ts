/** One window heard, and what the model lost its way in heard once more in smaller parts. */
import { LISTEN_RATE, type Heard } from '../runtime/listen/tasks.ts';
import type { HeardWord } from '../runtime/listen/words.ts';
import { type Seconds, settleWords } from './settle.ts';

export interface WindowSound {
  readonly samples: Float32Array;
  /** Where somebody speaks, in samples of the window. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Hears some samples; `share` tells how far the whole window is when they are so far. */
export type Hear = (samples: Float32Array, share: (value: number) => number) => Promise<Heard>;

/** Voice without a word for so long: the model has passed over something. */
const PASSED_OVER_SECONDS = 3;
/** Smaller parts than this are not understood any better. */
const SMALLEST_SECONDS = 4;

/** @returns words with seconds from the window's beginning */
export async function hearWindow(window: WindowSound, hear: Hear): Promise<Heard> {
  const { samples } = window;
  const voiced = window.spans.map(({ start, end }) => ({ start: start / LISTEN_RATE, end: end / LISTEN_RATE }));
  const heard = await hear(samples, (value) => value);
  const whole = { words: settleWords(heard.words, voiced), looped: heard.looped };
  const missed = passedOver(whole.words, voiced);
  if (!heard.looped && missed === undefined) return whole;
  const cut = bestCut(voiced, whole.looped ? samples.length / LISTEN_RATE / 2 : missed!.start);
  const length = samples.length / LISTEN_RATE;
  if (cut === undefined || cut < SMALLEST_SECONDS / 2 || length - cut < SMALLEST_SECONDS / 2) return whole;
  const parts: HeardWord[] = [];
  let looped = false;
  for (const [from, to] of [
    [0, cut],
    [cut, length],
  ] as const) {
    const inside = voiced.filter(({ start, end }) => end > from && start < to);
    if (inside.length === 0) continue;
    const part = await hear(
      samples.slice(from * LISTEN_RATE, to * LISTEN_RATE),
      (value) => (from + (to - from) * value) / length,
    );
    const moved = part.words.map((word) => ({ ...word, start: word.start + from, end: word.end + from }));
    parts.push(...settleWords(moved, inside));
    looped ||= part.looped;
  }
  // Parts are not always better: what has more of the voice in words is kept.
  const better = unheard(parts, voiced) < unheard(whole.words, voiced) || (whole.looped && !looped);
  return better ? { words: parts, looped } : whole;
}

/** The first voice of some length in which there is no word. */
function passedOver(words: readonly HeardWord[], voiced: readonly Seconds[]): Seconds | undefined {
  return gaps(words, voiced).find(({ start, end }) => end - start >= PASSED_OVER_SECONDS);
}

function unheard(words: readonly HeardWord[], voiced: readonly Seconds[]): number {
  return gaps(words, voiced).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Stretches of voice without a word, by half seconds and more. */
export function gaps(words: readonly Seconds[], voiced: readonly Seconds[]): Seconds[] {
  return voiced.flatMap((span) => {
    const inside = words.filter(({ start, end }) => end > span.start && start < span.end);
    const found: Seconds[] = [];
    let from = span.start;
    for (const word of inside) {
      if (word.start - from > 0.5) found.push({ start: from, end: word.start });
      from = Math.max(from, word.end);
    }
    if (span.end - from > 0.5) found.push({ start: from, end: span.end });
    return found;
  });
}

/** The middle of the pause that is nearest to a time. */
function bestCut(voiced: readonly Seconds[], near: number): number | undefined {
  return voiced
    .slice(1)
    .map(({ start }, index) => (start + voiced[index]!.end) / 2)
    .toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}
