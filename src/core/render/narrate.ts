import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordTiming } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import type { Narrator } from '../providers/narrator.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import type { NarrationWord } from '../story/narration/plan.ts';

export interface NarrateInput {
  /** From a NarrationChunk (story/narration/plan.ts). */
  readonly spoken: string;
  readonly sounds: Readonly<Record<number, string>>;
  readonly words: readonly NarrationWord[];
  readonly voice: string;
  /** 0.5..2 */
  readonly speed: number;
  readonly narrator: Narrator;
  /** Cores that the chunk may keep busy: changes its time, never its samples. */
  readonly threads?: number;
}

export interface NarrateOutput {
  /** Length of speech.wav, in samples. */
  readonly samples: number;
  readonly sampleRate: number;
  /** Seconds from the first sample. */
  readonly words: readonly { readonly [Key in keyof WordTiming]: WordTiming[Key] }[];
}

/** PCM 16-bit mono, in the stage's folder. */
export const SPEECH_FILE = 'speech.wav';

/** One chunk of narration. Its key holds the words, the voice's and the graph's hashes and the speed; never a path. */
export const narrateStage: Stage<NarrateInput, NarrateOutput> = {
  name: 'narrate',
  version: 1,
  identity: ({ spoken, sounds, words, voice, speed, narrator }) => ({
    spoken,
    sounds: sounds as Json,
    words: words.map(({ text, first, count }) => [text, first, count]),
    voice: narrator.identity(voice),
    speed,
  }),
  run: async (input, context) => {
    const { spoken, sounds, words, voice, speed } = input;
    const speech = await input.narrator.speak(
      { spoken, sounds, words, voice, speed },
      {
        threads: input.threads ?? 1,
        signal: context.signal,
        priority: context.priority,
        onProgress: (value) => {
          context.report(value);
        },
      },
    );
    if (speech.milliseconds !== undefined) context.took(speech.milliseconds);
    await writeFile(join(context.directory, SPEECH_FILE), encodeWav(speech));
    return { samples: speech.samples.length, sampleRate: speech.sampleRate, words: speech.words };
  },
};
