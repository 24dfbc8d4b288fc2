/** The thread half of the pool: takes one request, finds its handler, replies through the request's own port. */
import { BroadcastChannel, type Transferable, workerData } from 'node:worker_threads';
import { ErrorCode, serializeError, StudioError } from '../../shared/errors.ts';
import type { TaskMessage, TaskRequest, ThreadOrder, WorkerData } from '../pool/messages.ts';
import { release } from './resident.ts';
import type { TaskContext } from './task.ts';

/** Area to the module with its handlers, loaded at the first task of the area. */
export type Routes = Readonly<Record<string, () => Promise<{ readonly handlers: object }>>>;

/** At most about ten progress messages a second. */
const REPORT_EVERY_MS = 100;

/** Piscina's task function for a table of routes. */
export function serve(routes: Routes): (request: TaskRequest) => Promise<void> {
  const idle = watchIdleness();
  return async (request) => {
    idle.busy();
    const moved: Transferable[] = [];
    try {
      const handler = await findHandler(routes, request.task);
      const output = await handler(request.input, createContext(request, moved));
      request.port.postMessage({ kind: 'done', output } satisfies TaskMessage, moved);
    } catch (error) {
      request.port.postMessage({ kind: 'failed', error: serializeError(error) } satisfies TaskMessage);
    } finally {
      idle.free();
    }
  };
}

async function findHandler(routes: Routes, task: string) {
  const load = routes[task.split('.')[0] ?? ''];
  const { handlers } = load ? await load() : { handlers: {} };
  const handler: unknown = Reflect.get(handlers, task);
  if (typeof handler !== 'function') {
    throw new StudioError(ErrorCode.internal, `No worker knows the task "${task}".`, {
      hint: 'A task needs a handler in src/core/worker/tasks and a line in src/core/worker/routes.ts.',
    });
  }
  return handler as (input: unknown, context: TaskContext<unknown>) => unknown;
}

function createContext({ cancelFlag, threads, port }: TaskRequest, moved: Transferable[]): TaskContext<unknown> {
  const flag = new Int32Array(cancelFlag);
  let next = 0;
  return {
    threads,
    isCancelled: () => Atomics.load(flag, 0) === 1,
    report: (value) => {
      const now = performance.now();
      if (now < next) return;
      next = now + REPORT_EVERY_MS;
      port.postMessage({ kind: 'progress', value } satisfies TaskMessage);
    },
    tell: (news) => {
      port.postMessage({ kind: 'news', news } satisfies TaskMessage);
    },
    transfer: (...buffers) => {
      moved.push(...buffers);
    },
  };
}

/** Lets the thread's models go when no task has come for a while, or when the host asks for it. */
function watchIdleness(): { busy(): void; free(): void } {
  const { idleMs, orders } = workerData as WorkerData;
  let timer: NodeJS.Timeout | undefined;
  let running = 0;
  const releaseIfIdle = () => {
    if (running === 0) void release();
  };
  const channel = new BroadcastChannel(orders);
  channel.unref();
  channel.onmessage = (event) => {
    if ((event as { data: ThreadOrder }).data === 'release') releaseIfIdle();
  };
  return {
    busy: () => {
      running += 1;
      clearTimeout(timer);
    },
    free: () => {
      running -= 1;
      timer = setTimeout(releaseIfIdle, idleMs).unref();
    },
  };
}
