import type { WriteEvent, WriteRequest, WrittenStory } from '../../shared/writing.ts';

export interface WriteHooks {
  readonly signal: AbortSignal;
  /** Hears the story while it is written; `done` is sent by the caller. */
  readonly onEvent: (event: Exclude<WriteEvent, { type: 'done' }>) => void;
}

/** Writes stories from ideas. */
export interface Writer {
  /** 'storyloom', 'gguf:<model or path>', 'server:<id>'. */
  readonly id: string;
  /** @throws StudioError `input` for an idea that is empty or too long, in words for the user; CancelledError */
  write(request: WriteRequest, hooks: WriteHooks): Promise<WrittenStory>;
}
