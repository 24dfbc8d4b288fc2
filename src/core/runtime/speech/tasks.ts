import type { Accent } from './accent.ts';
import type { Spoken } from './pronounce.ts';
import type { AuthorWord, Speech } from './speak.ts';

/** A graph file and what identifies it. */
export interface GraphFile {
  readonly path: string;
  readonly sha256: string;
}

/** The narrator's tasks (core/pool/messages.ts): types only. */
export interface SpeechTasks {
  'speech.speak': {
    readonly input: {
      readonly graph: GraphFile;
      readonly voicePath: string;
      readonly language: Accent;
      readonly speed: number;
      readonly spoken: Spoken;
      readonly words: readonly AuthorWord[];
    };
    readonly output: Speech & {
      /** Spent on this task, loading the model left out. */
      readonly milliseconds: number;
    };
  };
  /** How fast a graph runs on this machine. */
  'speech.measure': {
    readonly input: { readonly graph: GraphFile; readonly voicePath: string; readonly text: string };
    readonly output: { readonly audioSecondsPerSecond: number };
  };
}
