import type { Builder } from '../build/contract.ts';
import type { MediaTools } from '../media/tools.ts';
import type { WhisperFiles } from '../runtime/listen/tasks.ts';
import type { ListenPool, VoiceInput } from './stages.ts';

export interface ListenParts {
  readonly tools: MediaTools;
  readonly pool: ListenPool;
  readonly builder: Builder;
  readonly model: WhisperFiles;
  /** The voice finder's graph. */
  readonly voice: VoiceInput['graph'];
  /** Windows at a time, and cores that each keeps busy. */
  readonly workers: number;
  readonly threads: number;
}

export interface ListenRequest {
  readonly path: string;
  /** The file's, for people. */
  readonly name: string;
  /** As its container says. */
  readonly seconds: number | undefined;
  /** As Whisper writes it ('en'); found by listening where it is undefined. */
  readonly language: string | undefined;
}

export interface ListenContext {
  readonly signal: AbortSignal;
  readonly priority: number;
  readonly onProgress: (value: number) => void;
  /** Under which name its steps are kept from trimming. */
  readonly hold: string;
}
