import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import type { WordTiming } from '../../shared/story.ts';
import type { Json } from '../build/stage.ts';
import type { NarrationWord } from '../story/narration/plan.ts';
import { nearNames } from './near-names.ts';

/** A voice that a creator may choose. */
export interface NarratorVoice {
  readonly id: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly gender: 'female' | 'male';
  /** How good its makers find it, 'A' the best; absent where nobody says. */
  readonly grade?: string;
}

/** One chunk of a narration plan in one voice. */
export interface SpeakRequest {
  /** See story/narration/normalise.ts for these three. */
  readonly spoken: string;
  readonly sounds: Readonly<Record<number, string>>;
  readonly words: readonly NarrationWord[];
  readonly voice: string;
  /** 0.5..2, 1 is the voice's own pace. */
  readonly speed: number;
}

export interface SpeakOptions {
  /** Cores that this chunk may keep busy; 1 by default. The samples do not depend on it. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Of the wait for a thread. */
  readonly priority?: Priority;
  /** 0..1 of this chunk. */
  readonly onProgress?: (value: number) => void;
}

export interface SpokenSound {
  /** Mono, without silence at the ends, faded in and out. */
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** One for each of the author's words that is spoken, seconds from the first sample, in order. */
  readonly words: readonly WordTiming[];
  /** The work alone, without waiting for a free worker or loading the model. */
  readonly milliseconds?: number;
}

/** Reads chunks aloud. The same request gives the same samples, bit by bit, as long as `identity` is the same. */
export interface Narrator {
  readonly id: string;
  voices(): readonly NarratorVoice[];
  /** @throws StudioError `not-found` for an unknown voice, `option` for a speed outside 0.5..2; CancelledError. */
  speak(request: SpeakRequest, options?: SpeakOptions): Promise<SpokenSound>;
  /** What of narrator and voice can change the samples: for keys. @throws StudioError `not-found` */
  identity(voice: string): Json;
}

const SPEED_RANGE = [0.5, 2] as const;

/** @throws StudioError `not-found`, its hint naming the voices that are spelled nearly so. */
export function findVoice<Voice extends NarratorVoice>(voices: readonly Voice[], id: string): Voice {
  const voice = voices.find((one) => one.id === id);
  if (voice) return voice;
  const near = nearNames(
    id,
    voices.map((one) => one.id),
  );
  throw new StudioError(ErrorCode.notFound, `There is no voice "${id}".`, {
    hint: `Did you mean ${near.join(', ')}? \`storyloom voices\` lists all ${String(voices.length)}.`,
    data: { voice: id, near },
  });
}

/** @throws StudioError `option` */
export function checkSpeed(speed: number): number {
  const [least, most] = SPEED_RANGE;
  if (speed >= least && speed <= most) return speed;
  throw new StudioError(
    ErrorCode.option,
    `The speed ${String(speed)} is not between ${String(least)} and ${String(most)}.`,
    {
      hint: 'Use 1 for the natural pace, 0.8 for a calm one, 1.2 for a brisk one.',
      data: { speed },
    },
  );
}
