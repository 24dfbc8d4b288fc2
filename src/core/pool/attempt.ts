import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import { deserializeError } from '../../shared/errors.ts';
import type { TaskMessage, TaskRequest } from './messages.ts';

/** The thread went away with no word about its task: out of memory, process.exit, an uncaught error, or killed. */
export class ThreadDied extends Error {
  override readonly name = 'ThreadDied';
}

export interface AttemptInput {
  readonly task: string;
  readonly input: unknown;
  readonly threads: number;
  readonly cancelFlag: SharedArrayBuffer;
  readonly transfer: readonly Transferable[];
  readonly onProgress: (value: number) => void;
  readonly onNews: (news: unknown) => void;
}

/** Hands a request to some thread; settles when the thread is free again, rejects when it died. */
export type Post = (request: TaskRequest, transfer: readonly Transferable[]) => Promise<unknown>;

/**
 * Runs a task once.
 * @throws ThreadDied, or what the task threw.
 */
export async function attempt(work: AttemptInput, post: Post): Promise<unknown> {
  const { task, input, threads, cancelFlag, transfer } = work;
  const { port1: ours, port2: theirs } = new MessageChannel();
  try {
    const reply = listen(ours, work);
    const request = { task, input, threads, cancelFlag, port: theirs } satisfies TaskRequest;
    try {
      await post(request, [theirs, ...transfer]);
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'DataCloneError') throw cause;
      throw new ThreadDied(`The thread that ran "${task}" ended.`, { cause });
    }
    // The thread says that it is free after it has replied, but on another channel, so the reply may still be under way.
    return await reply;
  } finally {
    ours.close();
  }
}

function listen(port: MessagePort, { onProgress, onNews }: AttemptInput): Promise<unknown> {
  const reply = new Promise((resolve, reject) => {
    port.on('message', (message: TaskMessage) => {
      if (message.kind === 'progress') onProgress(message.value);
      else if (message.kind === 'news') onNews(message.news);
      else if (message.kind === 'done') resolve(message.output);
      else reject(deserializeError(message.error));
    });
  });
  // A thread that died first must not leave an unhandled rejection behind.
  reply.catch(() => undefined);
  return reply;
}
