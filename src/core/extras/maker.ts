import type { Json } from '../build/stage.ts';
import type { MediaTools } from '../media/tools.ts';
import type { WrittenFilm } from './outline.ts';

export interface ExtraContext {
  readonly tools: MediaTools;
  readonly signal: AbortSignal;
  /** 0..1. */
  report(value: number): void;
}

export interface ExtraResult {
  /** What the user should know: what had to be left out. */
  readonly notices: readonly string[];
}

/** One kind of what is written beside a film: a function of the film's outline. */
export interface ExtraMaker {
  /** Raised whenever the same outline would give other bytes than before. */
  readonly version: number;
  /** Everything that can change the bytes and nothing else. */
  identity(outline: WrittenFilm, tools: MediaTools): Json;
  /** A part of ffmpeg that it cannot do without, if this one lacks it. */
  missing?(tools: MediaTools): string | undefined;
  /**
   * Writes to `target`: a file that is there and empty, or, where it is a folder, an empty folder. Nobody looks at it
   * before it is whole.
   */
  make(outline: WrittenFilm, target: string, context: ExtraContext): Promise<ExtraResult>;
}

export const NOTHING_TO_SAY: ExtraResult = { notices: [] };
