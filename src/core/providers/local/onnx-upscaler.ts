import type { Pool } from '../../pool/pool.ts';
import type { UpscaleFacts } from '../../runtime/upscale/model.ts';
import { readUpscaleGraph } from '../../runtime/upscale/read-graph.ts';
import type { UpscaleTasks } from '../../runtime/upscale/tasks.ts';
import type { Upscaler } from '../upscaler.ts';
import { runWithRoom } from './with-room.ts';

export interface UpscalerOptions {
  readonly pool: Pick<Pool<UpscaleTasks>, 'run' | 'release'>;
  /** As registry and user know it. */
  readonly id: string;
  readonly title: string;
  /** The model's folder. */
  readonly directory: string;
  /** Over all its files. */
  readonly sha256: string;
  readonly facts: UpscaleFacts;
  /** Cores that enlarging may keep busy. */
  readonly threads: number;
  readonly makeRoom?: () => Promise<void>;
}

/** Raised when the same picture would be enlarged otherwise than before (src/core/runtime/upscale). */
const UPSCALE_VERSION = 1;

/**
 * A super-resolution model on the worker pool, one picture at a time.
 * @throws StudioError `not-found` and `corrupt` as readUpscaleGraph does
 */
export async function createOnnxUpscaler(options: UpscalerOptions): Promise<Upscaler> {
  const { pool, id, title, directory, sha256, facts, threads } = options;
  const graph = await readUpscaleGraph(directory);
  const { scale, reach } = facts;
  return {
    ...{ id, title, scale },
    identity: () => ({ upscaler: 'onnx', version: UPSCALE_VERSION, model: sha256, reach }),
    upscale: (picture, { signal, priority, onProgress } = {}) => {
      const how = {
        threads,
        ...(signal ? { signal } : {}),
        ...(priority ? { priority } : {}),
        ...(onProgress ? { onProgress } : {}),
      };
      return runWithRoom(options, () => pool.run('upscale.enlarge', { graph, facts, sha256, picture }, how));
    },
  };
}
