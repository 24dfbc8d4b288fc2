import { join } from 'node:path';
import { ErrorCode, isCancelled, isStudioError, StudioError } from '../../../shared/errors.ts';
import { freeMemory } from '../../machine.ts';
import type { DiffusionGraph } from '../../runtime/diffusion/model.ts';
import { bytesToLoad, bytesToPaint } from '../../runtime/diffusion/needs.ts';
import { createNoise } from '../../runtime/diffusion/noise.ts';
import { latentSize, type Networks, paint, type PaintedStep } from '../../runtime/diffusion/paint.ts';
import { preview } from '../../runtime/diffusion/preview.ts';
import type { DiffusionTasks, PaintTask, StepNews } from '../../runtime/diffusion/tasks.ts';
import { type OnnxSession, openSession } from '../../runtime/onnx.ts';
import { isResident, resident } from '../resident.ts';
import { gigabytes, hasRoom } from '../room.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

export const handlers = {
  'diffusion.paint': async (task, context) => {
    const began = performance.now();
    const { networks, loading } = openNetworks(task, context);
    const { width, height } = latentSize(task, task.model);
    try {
      const { pictures, steps } = await paint(task, networks, {
        noise: createNoise(task.seeds, task.model.latent.channels * width * height),
        pass: () => {
          throwIfStopped(context);
        },
        onProgress: (value) => {
          context.report(value);
        },
        onStep: (step) => {
          context.tell(newsOf(task, step));
        },
      });
      throwIfStopped(context);
      context.transfer(...pictures.map(({ pixels }) => pixels.buffer as ArrayBuffer));
      return { pictures, steps, milliseconds: performance.now() - began - loading() };
    } catch (error) {
      throw explain(error, task);
    }
  },
} satisfies Handlers<'diffusion', DiffusionTasks>;

function newsOf({ model: { latent }, previews }: PaintTask, { step, steps, latents, foresee }: PaintedStep): StepNews {
  if (!previews) return { step, steps };
  const [channels, height, width] = latents.shape;
  const first = foresee().subarray(0, channels! * height! * width!);
  return { step, steps, preview: preview(first, latent, { width: width!, height: height! }) };
}

/** The model's networks stay loaded from task to task; `loading` is the time that was spent on that. */
function openNetworks(
  task: PaintTask,
  context: TaskContext<StepNews>,
): { readonly networks: Networks; readonly loading: () => number } {
  const { model } = task;
  let spent = 0;
  const open = (graph: DiffusionGraph | undefined) => async () => {
    if (!graph) throw new Error('The painter lets nobody begin at a picture without an encoder.');
    const began = performance.now();
    try {
      return await load(graph, task, context);
    } finally {
      spent += performance.now() - began;
    }
  };
  const { textEncoder, unet, decoder, encoder } = model;
  return {
    networks: { textEncoder: open(textEncoder), unet: open(unet), decoder: open(decoder), encoder: open(encoder) },
    loading: () => spent,
  };
}

async function load(graph: DiffusionGraph, task: PaintTask, context: TaskContext<StepNews>): Promise<OnnxSession> {
  throwIfStopped(context);
  const { threads } = context;
  const key = `diffusion/${task.sha256}/${graph.file}/${String(threads)}`;
  const need = isResident(key) ? bytesToRun(task) : bytesToLoad(graph) + bytesToRun(task);
  // A network's work is done when the next one is loaded: it may go.
  if (!(await hasRoom(need, key))) throw tooLarge(task, need);
  return resident(
    key,
    () => openSession(join(task.model.directory, graph.file), { threads, isPacked: true }),
    (session) => session.dispose(),
  );
}

function bytesToRun({ model, guidance, seeds, ...size }: PaintTask): number {
  const passes = guidance > 1 && model.unet.guidanceWidth === undefined ? 2 : 1;
  return bytesToPaint(model, latentSize(size, model), passes * seeds.length);
}

function tooLarge({ model, width, height }: PaintTask, need: number): StudioError {
  const free = freeMemory();
  return new StudioError(
    ErrorCode.memory,
    `Painting ${width} x ${height} needs ${gigabytes(need)} GB of memory more, and ${gigabytes(free)} GB are free.`,
    {
      hint: 'Close other programs, choose a smaller picture, or use a smaller model (one with int8 weights).',
      data: { need, free, directory: model.directory },
    },
  );
}

/** What the runtime throws has no code: short memory is told apart by looking at it. */
function explain(error: unknown, task: PaintTask): unknown {
  if (isStudioError(error) || isCancelled(error)) return error;
  if (freeMemory() < bytesToRun(task)) return tooLarge(task, bytesToRun(task));
  const { directory } = task.model;
  return new StudioError(ErrorCode.corrupt, `The picture model in ${directory} could not be run.`, {
    hint: 'Its networks may not belong together: fetch or import the model again.',
    data: { directory },
    cause: error,
  });
}
