import { ErrorCode, StudioError, throwIfCancelled } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import type { WordTiming } from '../../shared/story.ts';
import type { Narrator, SpokenSound } from '../providers/narrator.ts';
import { joinSpeech } from '../runtime/speech/join.ts';
import { type NarrationChunk, planNarration, type Pronunciations } from '../story/narration/plan.ts';

export interface SpeakTextOptions {
  readonly narrator: Narrator;
  readonly voice: string;
  /** 0.5..2 */
  readonly speed: number;
  readonly pronunciations?: Pronunciations;
  readonly signal?: AbortSignal;
  /** Of the wait for a thread. */
  readonly priority?: Priority;
  /** 0..1, by the letters that are spoken. */
  readonly onProgress?: (value: number) => void;
}

export interface SpokenText {
  /** Mono. */
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** Seconds from the first sample. */
  readonly words: readonly WordTiming[];
  readonly chunks: readonly NarrationChunk[];
}

/**
 * Reads a whole text aloud, all its chunks at once as far as the narrator's pool has room, and joins them with the
 * pauses of the plan.
 * @throws StudioError `input` when the text has nothing to say; what the narrator throws
 */
export async function speakText(text: string, options: SpeakTextOptions): Promise<SpokenText> {
  const { narrator, voice, speed } = options;
  const chunks = planNarration(text, { pronunciations: options.pronunciations ?? {} });
  if (chunks.length === 0) {
    throw new StudioError(ErrorCode.input, 'There is no word in the text that could be read aloud.', {
      hint: 'Give a text with letters or figures in it.',
    });
  }
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  throwIfCancelled(signal);
  const progress = weighProgress(chunks, options.onProgress);
  try {
    const sounds = await Promise.all(
      chunks.map(({ spoken, sounds, words }, index) =>
        narrator.speak(
          { spoken, sounds, words, voice, speed },
          { signal, onProgress: progress(index), ...(options.priority ? { priority: options.priority } : {}) },
        ),
      ),
    );
    return { ...layOut(chunks, sounds, speed), chunks };
  } catch (error) {
    // One chunk failed: the others are of no use any more.
    stop.abort();
    throw error;
  }
}

function weighProgress(chunks: readonly NarrationChunk[], onProgress: ((value: number) => void) | undefined) {
  const total = chunks.reduce((sum, chunk) => sum + chunk.spoken.length, 0);
  const done = chunks.map(() => 0);
  let last = 0;
  return (index: number) => (value: number) => {
    done[index] = value;
    const sum = chunks.reduce((all, chunk, place) => all + chunk.spoken.length * done[place]!, 0);
    const isAll = done.every((part) => part === 1);
    last = Math.max(last, isAll ? 1 : Math.min(sum / total, 0.999));
    onProgress?.(last);
  };
}

function layOut(
  chunks: readonly NarrationChunk[],
  sounds: readonly SpokenSound[],
  speed: number,
): Pick<SpokenText, 'samples' | 'sampleRate' | 'words'> {
  const sampleRate = sounds[0]!.sampleRate;
  let startSample = 0;
  const pieces = sounds.map(({ samples, words }, index) => {
    const piece = { samples, startSample, words };
    const isLast = index === sounds.length - 1;
    startSample += samples.length + (isLast ? 0 : Math.round((chunks[index]!.pauseAfter * sampleRate) / speed));
    return piece;
  });
  const words = pieces.flatMap((piece) =>
    piece.words.map(({ text, start, end }) => {
      const offset = piece.startSample / sampleRate;
      return { text, start: round(start + offset), end: round(end + offset) };
    }),
  );
  return { samples: joinSpeech(pieces, startSample), sampleRate, words };
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
