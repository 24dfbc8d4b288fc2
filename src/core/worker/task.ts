import type { Transferable } from 'node:worker_threads';
import { CancelledError } from '../../shared/errors.ts';
import type { NewsOf, TaskMap, Tasks } from '../pool/messages.ts';

/** What a task's handler may ask of the thread that it runs on. */
export interface TaskContext<News = never> {
  /** True once the host wants the task to stop; read it between steps and throw CancelledError. */
  isCancelled(): boolean;
  /** 0..1. */
  report(value: number): void;
  /** Reaches the host at once and whole, unlike progress, of which some is passed over. */
  tell(news: News): void;
  /** Cores that the task may keep busy, its own included. */
  readonly threads: number;
  /** These buffers of the output are moved to the host instead of copied. */
  transfer(...buffers: readonly Transferable[]): void;
}

/** A task's handler; what it throws reaches the host as it is (StudioError with code and hint). */
export type Handler<Input, Output, News = never> = (
  input: Input,
  context: TaskContext<News>,
) => Promise<Output> | Output;

/** All handlers of an area: `export const handlers = { 'speech.speak': speak } satisfies Handlers<'speech'>`. */
export type Handlers<Area extends string, Map extends TaskMap<Map> = Tasks> = {
  [Name in keyof Map & `${Area}.${string}`]: Handler<Map[Name]['input'], Map[Name]['output'], NewsOf<Map[Name]>>;
};

/** To be called between the steps of a task. */
export function throwIfStopped(context: Pick<TaskContext, 'isCancelled'>): void {
  if (context.isCancelled()) throw new CancelledError();
}
