/**
 * What the host and its worker threads say to each other: the only thing that `pool` and `worker` share.
 *
 * To add a task: a line in `Tasks` ('area.verb'), a handler in `worker/tasks/<area>.ts`, and the area's line in
 * `worker/routes.ts`. A task's input and output must survive structured cloning.
 */
import type { MessagePort } from 'node:worker_threads';
import type { SerializedError } from '../../shared/errors.ts';
import type { MotionTask } from '../motion/task.ts';
import type { DiffusionTasks } from '../runtime/diffusion/tasks.ts';
import type { ListenTasks } from '../runtime/listen/tasks.ts';
import type { SpeechTasks } from '../runtime/speech/tasks.ts';
import type { UpscaleTasks } from '../runtime/upscale/tasks.ts';
import type { SoundTasks } from '../sound/task.ts';
import type { StorybookTasks } from '../storybook/task.ts';

export interface Tasks extends DiffusionTasks, ListenTasks, SoundTasks, SpeechTasks, StorybookTasks, UpscaleTasks {
  /** Frames go through the memory that the task brings; what comes back is how many there are. */
  'motion.frames': { readonly input: MotionTask; readonly output: { readonly frames: number } };
}

/** Any map of task name to what goes in, what comes out, and what is told on the way; tests bring their own. */
export type TaskMap<Map> = {
  [Name in keyof Map]: { readonly input: unknown; readonly output: unknown; readonly news?: unknown };
};

/** What a task tells on its way beside its progress: whole, in order, and as often as it likes. */
export type NewsOf<Task> = Task extends { readonly news: infer News } ? News : never;

/** Host to worker: one task. */
export interface TaskRequest {
  readonly task: string;
  readonly input: unknown;
  /** Cores that the task may keep busy, itself included. */
  readonly threads: number;
  /** One Int32: 1 once the host wants the task to stop. */
  readonly cancelFlag: SharedArrayBuffer;
  /** Takes TaskMessages; the last is the reply. */
  readonly port: MessagePort;
}

/** Worker to host, about one task. The reply takes this way, and not Piscina's, so that buffers can be moved. */
export type TaskMessage =
  | { readonly kind: 'progress'; readonly value: number }
  | { readonly kind: 'news'; readonly news: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error: SerializedError };

/** Given to every thread at its start. */
export interface WorkerData {
  /** A thread that had no task for so long lets its models go, in milliseconds. */
  readonly idleMs: number;
  /** BroadcastChannel on which ThreadOrders come. */
  readonly orders: string;
}

/** Host to all threads at once. */
export type ThreadOrder = 'release';
