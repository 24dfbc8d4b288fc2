import { openVoiceFinder } from '../../runtime/listen/silero.ts';
import type { ListenTasks, WhisperFiles } from '../../runtime/listen/tasks.ts';
import { openWhisper, type Whisper } from '../../runtime/listen/whisper.ts';
import { resident } from '../resident.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

export const handlers = {
  'listen.voice': async ({ graph, samples }, context) => {
    const finder = await resident(
      `listen/voice/${graph.sha256}`,
      () => openVoiceFinder(graph.path),
      (loaded) => loaded.dispose(),
    );
    const probabilities = await finder.find(samples, () => {
      throwIfStopped(context);
    });
    context.transfer(probabilities.buffer as ArrayBuffer);
    return { probabilities };
  },

  'listen.language': async ({ model, samples }, context) => {
    throwIfStopped(context);
    const whisper = await loadWhisper(model, context);
    throwIfStopped(context);
    return { languages: await whisper.languages(samples) };
  },

  'listen.hear': async ({ model, samples, language }, context) => {
    throwIfStopped(context);
    const whisper = await loadWhisper(model, context);
    throwIfStopped(context);
    const began = performance.now();
    const heard = await whisper.hear(samples, {
      language,
      isStopped: () => context.isCancelled(),
      onProgress: (value) => {
        context.report(value);
      },
    });
    throwIfStopped(context);
    return { ...heard, milliseconds: performance.now() - began };
  },
} satisfies Handlers<'listen', ListenTasks>;

function loadWhisper(model: WhisperFiles, { threads }: TaskContext): Promise<Whisper> {
  return resident(
    `listen/whisper/${model.sha256}/${String(threads)}`,
    () => openWhisper(model.directory, threads),
    async (whisper) => {
      await whisper.dispose();
    },
  );
}
