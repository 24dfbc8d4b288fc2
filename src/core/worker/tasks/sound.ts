import { makeLoop } from '../../sound/make-loop.ts';
import type { SoundTasks } from '../../sound/task.ts';
import { type Handlers, throwIfStopped } from '../task.ts';

export const handlers = {
  'sound.loop': (name, context) => {
    const began = performance.now();
    const loop = makeLoop(name, (done) => {
      throwIfStopped(context);
      context.report(done);
    });
    context.transfer(loop.samples.buffer as ArrayBuffer);
    return { ...loop, milliseconds: performance.now() - began };
  },
} satisfies Handlers<'sound', SoundTasks>;
