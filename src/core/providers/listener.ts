import type { Transcript } from '../../shared/transcript.ts';

export interface ListenHooks {
  readonly signal: AbortSignal;
  /** 0..1 of the recording. */
  readonly onProgress: (value: number) => void;
}

/** Hears what is said in recordings. What was heard of a recording before is not heard again (one build step a window). */
export interface Listener {
  readonly id: string;
  /**
   * @param recording absolute path of anything ffmpeg reads sound from
   * @throws StudioError `input` when there is no sound or no voice in it, `corrupt` when it cannot be decoded; CancelledError
   */
  listen(recording: string, hooks: ListenHooks): Promise<Transcript>;
}
