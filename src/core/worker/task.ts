/** What a task's handler may ask of the thread that it runs on. */
export interface TaskContext {
  /** True once the host wants the task to stop; read it between steps and throw CancelledError. */
  isCancelled(): boolean;
  /** 0..1. */
  report(value: number): void;
}
