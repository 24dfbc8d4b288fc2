/** The steps of listening that are remembered by what was heard: a recording that was stopped goes on where it was. */
import { hash } from 'node:crypto';
import type { Stage } from '../build/stage.ts';
import type { Pool } from '../pool/pool.ts';
import type { ListenTasks, WhisperFiles } from '../runtime/listen/tasks.ts';
import type { HeardWord } from '../runtime/listen/words.ts';
import { hearWindow } from './hear-window.ts';

export type ListenPool = Pick<Pool<ListenTasks>, 'run'>;

interface Listening {
  readonly pool: ListenPool;
  /** Of the samples; LISTEN_RATE a second. */
  readonly samples: Float32Array;
}

export interface VoiceInput extends Listening {
  readonly graph: { readonly path: string; readonly sha256: string };
}

/** How probable a voice is, in percent, frame by frame. */
export const voiceStage: Stage<VoiceInput, readonly number[]> = {
  name: 'listen-voice',
  version: 1,
  identity: ({ samples, graph }) => ({ samples: digestOf(samples), model: graph.sha256 }),
  run: async ({ pool, graph, samples }, { signal, priority }) => {
    const { probabilities } = await pool.run('listen.voice', { graph, samples }, { signal, priority });
    return Array.from(probabilities, (probability) => Math.round(probability * 100));
  },
};

export interface LanguageInput extends Listening {
  readonly model: WhisperFiles;
  readonly threads: number;
}

/** The most probable languages. */
export const languageStage: Stage<LanguageInput, readonly (readonly [string, number])[]> = {
  name: 'listen-language',
  version: 1,
  identity: ({ samples, model }) => ({ samples: digestOf(samples), model: model.sha256 }),
  run: async ({ pool, model, samples, threads }, { signal, priority }) => {
    const { languages } = await pool.run('listen.language', { model, samples }, { signal, priority, threads });
    return languages.slice(0, 8);
  },
};

export interface HearInput extends Listening {
  readonly model: WhisperFiles;
  readonly language: string;
  /** Where somebody speaks, in samples of the window. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly threads: number;
}

export interface HearOutput {
  /** Seconds from the window's beginning. */
  readonly words: readonly { readonly [Key in keyof HeardWord]: HeardWord[Key] }[];
  /** Part of it could not be understood. */
  readonly looped: boolean;
}

/** What is said in one window. */
export const listenStage: Stage<HearInput, HearOutput> = {
  name: 'listen',
  version: 2,
  identity: ({ samples, model, language, spans }) => ({
    samples: digestOf(samples),
    model: model.sha256,
    language,
    spans: spans.map(({ start, end }) => [start, end]),
  }),
  run: async (input, { signal, priority, report, took }) => {
    let milliseconds = 0;
    const heard = await hearWindow(input, async (samples, share) => {
      const { model, language, threads } = input;
      const onProgress = (value: number) => {
        report(share(value));
      };
      const options = { signal, priority, threads, onProgress };
      const output = await input.pool.run('listen.hear', { model, samples, language }, options);
      milliseconds += output.milliseconds;
      return output;
    });
    took(milliseconds);
    return heard;
  },
};

function digestOf(samples: Float32Array): string {
  return hash('sha256', new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
}
