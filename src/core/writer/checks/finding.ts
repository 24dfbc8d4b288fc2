import type { BrokenPromise, WriteRequest } from '../../../shared/writing.ts';
import type { Idea } from '../types.ts';
import type { StoryText } from './story-text.ts';

/** A broken promise, and where it is: for whoever mends it. */
export interface Finding extends BrokenPromise {
  /** Index of the scene; absent where it is about the whole story. */
  readonly scene?: number;
}

export interface Checked {
  readonly text: StoryText;
  readonly request: Pick<WriteRequest, 'age' | 'words' | 'bedtime'>;
  /** Absent where the idea could not be read (another language): then nothing of it can be looked for. */
  readonly idea?: Idea | undefined;
  /** Sentences that come back on purpose. */
  readonly refrains?: readonly string[] | undefined;
}

export type Check = (checked: Checked) => Finding[];
