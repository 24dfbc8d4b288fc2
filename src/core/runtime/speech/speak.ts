/** One chunk of narration: words in, sound and the time of every word out. */
import type { WordTiming } from '../../../shared/story.ts';
import { type Kokoro, SAMPLE_RATE, type Utterance } from './kokoro.ts';
import type { Pronouncer, Run, Spoken } from './pronounce.ts';
import { shape } from './shape.ts';
import type { Accent } from './accent.ts';

/** One of the author's words, and which words of the spoken text stand for it. */
export interface AuthorWord {
  /** As the author wrote it, marks included. */
  readonly text: string;
  /** Number of its first spoken word. */
  readonly first: number;
  /** How many: "$5" is two ("five dollars"). */
  readonly count: number;
}

export interface SpeakInput {
  readonly spoken: Spoken;
  readonly words: readonly AuthorWord[];
  readonly language: Accent;
  /** The voice's table, see kokoro.ts. */
  readonly style: Float32Array;
  /** 0.5..2 */
  readonly speed: number;
}

export interface Speech {
  /** Mono, 24 kHz, without silence at the ends. */
  readonly samples: Int16Array;
  /** One for each of the author's words that is spoken, in order, seconds from the first sample. */
  readonly words: readonly WordTiming[];
}

export interface SpeakSteps {
  /** Called between the steps; throws to stop. */
  readonly step: (done: number, total: number) => void;
}

export async function speak(
  input: SpeakInput,
  { pronouncer, kokoro }: { readonly pronouncer: Pronouncer; readonly kokoro: Kokoro },
  { step }: SpeakSteps,
): Promise<Speech> {
  const runs = await pronouncer.pronounce(input.spoken, input.language);
  const pieces: Int16Array[] = [];
  const times: Time[] = [];
  let length = 0;
  for (const [index, run] of runs.entries()) {
    step(index, runs.length);
    const utterance = run.tokens.length === 0 ? SILENCE : await kokoro.speak(run.tokens, input.style, input.speed);
    const { samples, cutStart } = shape(utterance.samples);
    times.push(...timeWords(run, utterance, { cutStart, length: samples.length, offset: length }));
    pieces.push(samples);
    length += samples.length;
  }
  return { samples: concatenate(pieces, length), words: timeAuthor(input.words, times) };
}

const SILENCE: Utterance = { samples: new Float32Array(0), starts: [0] };

/** In samples of the whole chunk. */
type Time = readonly [start: number, end: number];

function timeWords(
  run: Run,
  { starts }: Utterance,
  { cutStart, length, offset }: { cutStart: number; length: number; offset: number },
): Time[] {
  let last = 0;
  return run.words.map(([from, to]) => {
    // The model holds the last sound into the silence after it, which is cut off: so is the word.
    const place = (token: number) => Math.min(length, Math.max(last, (starts[token] ?? 0) - cutStart));
    if (from === to) return [offset + last, offset + last];
    const start = place(from);
    last = Math.max(start, place(to));
    return [offset + start, offset + last];
  });
}

function timeAuthor(words: readonly AuthorWord[], times: readonly Time[]): WordTiming[] {
  return words.flatMap(({ text, first, count }) => {
    const spoken = times.slice(first, first + count);
    if (spoken.length === 0) return [];
    return [{ text, start: toSeconds(spoken[0]![0]), end: toSeconds(spoken.at(-1)![1]) }];
  });
}

function toSeconds(samples: number): number {
  return Math.round((samples / SAMPLE_RATE) * 10_000) / 10_000;
}

function concatenate(pieces: readonly Int16Array[], length: number): Int16Array {
  const whole = new Int16Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
