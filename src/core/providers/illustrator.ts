import type { Priority } from '../../shared/priority.ts';
import type { Json } from '../build/stage.ts';
import type { DrawRequest } from '../storybook/draw-scene.ts';
import type { EncodedScene } from '../storybook/task.ts';

/** One picture of one scene. Shared by all illustrators; see storybook/draw-scene.ts for what each field means. */
export type IllustrateRequest = DrawRequest;

export interface IllustrateOptions {
  readonly signal?: AbortSignal;
  /** Of the wait for a thread. */
  readonly priority?: Priority;
  /** 0..1 of this picture. */
  readonly onProgress?: (value: number) => void;
}

/** A finished picture as PNG files in memory, where its heads are and what it does not show. */
export type Illustration = EncodedScene;

/** Draws scenes. The same request gives the same bytes as long as `identity` is the same. */
export interface Illustrator {
  readonly id: string;
  /** What of the illustrator itself can change the picture: for keys. */
  identity(): Json;
  /** @throws CancelledError, StudioError */
  draw(request: IllustrateRequest, options?: IllustrateOptions): Promise<Illustration>;
}
