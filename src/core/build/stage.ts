import type { Priority } from '../../shared/priority.ts';

/** Plain JSON, the only thing that goes into a key and into a stage's output. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * A stage of the build: a function of its inputs. Its files are written into `context.directory`, its output is plain
 * JSON, and both are stored under the SHA-256 of name, version and `identity(input)`.
 */
export interface Stage<Input, Output> {
  readonly name: string;
  /** Raised whenever the same input would give another output than before. */
  readonly version: number;
  /**
   * Everything that can change the output and nothing else: for an upstream artefact its digest, never its path;
   * for a model its sha256.
   */
  identity(input: Input): Json;
  run(input: Input, context: StageContext): Promise<Output>;
}

export interface StageContext {
  /** An empty folder for the stage's files; it is renamed into place when `run` returns, and dropped when it throws. */
  readonly directory: string;
  readonly signal: AbortSignal;
  /** For whatever the stage waits for (a thread, a slot). */
  readonly priority: Priority;
  /** How far this one run is, 0..1. */
  report(value: number): void;
  /**
   * Says how many milliseconds the work itself took, when part of `run` was waiting (for a free worker, for a slot):
   * estimates rest on it. Without it the whole of `run` counts.
   */
  took(milliseconds: number): void;
}

/** What a stage made, now or earlier. */
export interface Artefact<Output> {
  /** SHA-256 (hex) of the stage's name, version and identity. */
  readonly key: string;
  /** SHA-256 (hex) over the output and the files' own hashes: equal digests are equal bytes. */
  readonly digest: string;
  /** Absolute path of the folder with the stage's files; read-only by convention. */
  readonly directory: string;
  readonly output: Output;
  /** True when it came from the cache. */
  readonly cached: boolean;
}
