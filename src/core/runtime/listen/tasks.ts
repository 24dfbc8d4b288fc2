import type { HeardWord } from './words.ts';

/** Samples a second of all that is listened to. */
export const LISTEN_RATE = 16_000;

/** An installed model's folder and what identifies its files. */
export interface WhisperFiles {
  readonly directory: string;
  readonly sha256: string;
}

/** What was heard in one window. */
export interface Heard {
  /** Seconds from the window's first sample. */
  readonly words: readonly HeardWord[];
  /** Something was said over and over until it was stopped: what is here is what came before. */
  readonly looped: boolean;
}

/** The listener's tasks (core/pool/messages.ts): types only. Samples are mono, LISTEN_RATE a second, -1..1. */
export interface ListenTasks {
  /** Where somebody speaks: a probability for each whole or begun frame of VOICE_FRAME samples. */
  'listen.voice': {
    readonly input: {
      readonly graph: { readonly path: string; readonly sha256: string };
      readonly samples: Float32Array;
    };
    readonly output: { readonly probabilities: Float32Array };
  };
  /** Which language is spoken: how probable each is, the most probable first. */
  'listen.language': {
    readonly input: { readonly model: WhisperFiles; readonly samples: Float32Array };
    readonly output: { readonly languages: readonly (readonly [language: string, probability: number])[] };
  };
  /** What is said in 30 s or less. */
  'listen.hear': {
    readonly input: { readonly model: WhisperFiles; readonly samples: Float32Array; readonly language: string };
    readonly output: Heard & {
      /** Spent on this task, loading the model left out. */
      readonly milliseconds: number;
    };
  };
}
