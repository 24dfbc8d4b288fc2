import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordTiming } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import type { Narrator } from '../providers/narrator.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import { planNarration, type Pronunciations } from '../story/narration/plan.ts';
import { speakText } from './speak-text.ts';

export interface SayInput {
  readonly text: string;
  readonly pronunciations: Pronunciations;
  readonly voice: string;
  /** 0.5..2 */
  readonly speed: number;
  readonly narrator: Narrator;
}

export interface SayOutput {
  /** Of said.wav. */
  readonly seconds: number;
  /** Seconds from the first sample. */
  readonly words: readonly { readonly [Key in keyof WordTiming]: WordTiming[Key] }[];
}

/** PCM 16-bit mono, in the stage's folder. */
export const SAID_FILE = 'said.wav';

/** A few sentences in one voice, to be heard at once: how a voice sounds, how a word is said. */
export const sayStage: Stage<SayInput, SayOutput> = {
  name: 'say',
  version: 1,
  identity: ({ text, pronunciations, voice, speed, narrator }) => ({
    // As it is understood: respellings of other words, and white space, change nothing.
    chunks: planNarration(text, { pronunciations }).map(({ spoken, sounds, words, pauseAfter }) => ({
      spoken,
      sounds: sounds as Json,
      words: words.map((word) => [word.text, word.first, word.count]),
      pauseAfter,
    })),
    voice: narrator.identity(voice),
    speed,
  }),
  run: async ({ text, ...options }, { directory, signal, report, priority }) => {
    const spoken = await speakText(text, { ...options, signal, priority, onProgress: report });
    await writeFile(join(directory, SAID_FILE), encodeWav(spoken));
    return { seconds: spoken.samples.length / spoken.sampleRate, words: spoken.words };
  },
};
