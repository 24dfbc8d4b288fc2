/** What is known of a super-resolution model: plain data, as tasks take it. */

/** One graph, 0..1 RGB in planes: [n, 3, h, w] in, [n, 3, scale * h, scale * w] out. */
export interface UpscaleGraph {
  /** Absolute. */
  readonly directory: string;
  /** In the folder. */
  readonly file: string;
  /** All files that it consists of, by their names in the folder. */
  readonly files: readonly string[];
  /** Of all its files. */
  readonly bytes: number;
  readonly isHalf: boolean;
  readonly input: string;
  readonly output: string;
  /** Pixels of the only pictures that its export takes; undefined where it takes any. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** As shapes and settings tell it; undefined where only a trial can. */
  readonly scale: number | undefined;
  /** What its makers call it. */
  readonly title: string | undefined;
}

/** What a trial of the graph has shown (trial.ts). */
export interface UpscaleFacts {
  readonly scale: Scale;
  /**
   * How many pixels around a place its own pixels depend on, as far as 8 bits can tell: a tile's margin. At most MOST_REACH, and then
   * perhaps more.
   */
  readonly reach: number;
}

export const SCALES = [2, 3, 4] as const;
export type Scale = (typeof SCALES)[number];
/** Pixels. */
export const MOST_REACH = 32;
