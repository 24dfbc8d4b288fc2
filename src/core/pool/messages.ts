/**
 * What the host and its worker threads say to each other: the only thing that `pool` and `worker` share.
 * A task's input and output must survive structured cloning. To add a task: a line here, a handler in `worker/tasks`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tasks {}

export type TaskName = keyof Tasks;
