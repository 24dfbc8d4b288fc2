import { join } from 'node:path';
import { ErrorCode, isCancelled, isStudioError, StudioError } from '../../../shared/errors.ts';
import { freeMemory } from '../../machine.ts';
import { openSession } from '../../runtime/onnx.ts';
import type { UpscaleGraph } from '../../runtime/upscale/model.ts';
import { bytesToLoad, bytesToRun } from '../../runtime/upscale/needs.ts';
import { brokenUpscaler } from '../../runtime/upscale/read-graph.ts';
import type { UpscaleTasks } from '../../runtime/upscale/tasks.ts';
import { tileSide } from '../../runtime/upscale/tiles.ts';
import { tryUpscaler, windowSize } from '../../runtime/upscale/trial.ts';
import { upscale } from '../../runtime/upscale/upscale.ts';
import { isResident, resident } from '../resident.ts';
import { gigabytes, hasRoom } from '../room.ts';
import { type Handlers, throwIfStopped } from '../task.ts';

export const handlers = {
  'upscale.enlarge': async ({ graph, facts, sha256, picture }, context) => {
    const key = `upscale/${sha256}/${String(context.threads)}`;
    const tile = {
      width: tileSide(picture.width, facts.reach, graph.width).side,
      height: tileSide(picture.height, facts.reach, graph.height).side,
    };
    const need = bytesToRun(graph, tile);
    throwIfStopped(context);
    await requireRoom(graph, isResident(key) ? need : need + bytesToLoad(graph), key);
    try {
      const session = await resident(
        key,
        () => openSession(join(graph.directory, graph.file), { threads: context.threads, isPacked: true }),
        (one) => one.dispose(),
      );
      const began = performance.now();
      const larger = await upscale(picture, session, graph, facts, {
        pass: () => {
          throwIfStopped(context);
        },
        onProgress: (value) => {
          context.report(value);
        },
      });
      throwIfStopped(context);
      context.transfer(larger.pixels.buffer as ArrayBuffer);
      return { picture: larger, milliseconds: performance.now() - began };
    } catch (error) {
      throw explain(error, graph, need);
    }
  },

  'upscale.try': async (graph, context) => {
    const need = bytesToRun(graph, windowSize(graph));
    await requireRoom(graph, need + bytesToLoad(graph), '');
    const pass = () => {
      throwIfStopped(context);
    };
    try {
      return await tryUpscaler(graph, { threads: context.threads, pass });
    } catch (error) {
      throw explain(error, graph, need);
    }
  },
} satisfies Handlers<'upscale', UpscaleTasks>;

async function requireRoom(graph: UpscaleGraph, need: number, key: string): Promise<void> {
  if (!(await hasRoom(need, key))) throw tooLarge(graph, need);
}

function tooLarge({ directory }: UpscaleGraph, need: number): StudioError {
  const free = freeMemory();
  return new StudioError(
    ErrorCode.memory,
    `Enlarging needs ${gigabytes(need)} GB of memory more, and ${gigabytes(free)} GB are free.`,
    {
      hint: 'Close other programs, choose a smaller upscaler, or enlarge without a model (lanczos).',
      data: { need, free, directory },
    },
  );
}

/** What the runtime throws has no code: short memory is told apart by looking at it. */
function explain(error: unknown, graph: UpscaleGraph, need: number): unknown {
  if (isStudioError(error) || isCancelled(error)) return error;
  if (freeMemory() < need) return tooLarge(graph, need);
  return brokenUpscaler(join(graph.directory, graph.file), 'it could not be run.', error);
}
