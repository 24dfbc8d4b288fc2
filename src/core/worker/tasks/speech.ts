import { loadEspeak } from '../../runtime/speech/espeak.ts';
import { type Kokoro, openKokoro, readVoice, SAMPLE_RATE } from '../../runtime/speech/kokoro.ts';
import { createPronouncer, type Pronouncer } from '../../runtime/speech/pronounce.ts';
import { speak } from '../../runtime/speech/speak.ts';
import type { SpeechTasks } from '../../runtime/speech/tasks.ts';
import { resident } from '../resident.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

export const handlers = {
  'speech.speak': async (input, context) => {
    throwIfStopped(context);
    const pronouncer = await loadPronouncer();
    throwIfStopped(context);
    const kokoro = await loadKokoro(input.graph, context);
    const style = await loadVoice(input.voicePath);
    const began = performance.now();
    const speech = await speak(
      { ...input, style },
      { pronouncer, kokoro },
      {
        step: (done, total) => {
          throwIfStopped(context);
          context.report(done / total);
        },
      },
    );
    context.transfer(speech.samples.buffer as ArrayBuffer);
    return { ...speech, milliseconds: performance.now() - began };
  },

  'speech.measure': async ({ graph, voicePath, text }, context) => {
    const pronouncer = await loadPronouncer();
    const style = await loadVoice(voicePath);
    // Not kept: the graph that loses must not stay in memory.
    const kokoro = await openKokoro(graph.path, context.threads);
    try {
      const [run] = await pronouncer.pronounce({ text, sounds: {} }, 'en-US');
      let best = 0;
      // The first run warms up (memory, packed weights).
      for (let round = 0; round < 3; round += 1) {
        throwIfStopped(context);
        const began = performance.now();
        const { samples } = await kokoro.speak(run!.tokens, style, 1);
        const rate = samples.length / SAMPLE_RATE / ((performance.now() - began) / 1000);
        if (round > 0) best = Math.max(best, rate);
      }
      return { audioSecondsPerSecond: best };
    } finally {
      await kokoro.dispose();
    }
  },
} satisfies Handlers<'speech', SpeechTasks>;

function loadPronouncer(): Promise<Pronouncer> {
  return resident(
    'speech/espeak',
    async () => createPronouncer(await loadEspeak()),
    () => undefined,
  );
}

function loadKokoro(graph: { path: string; sha256: string }, { threads }: TaskContext): Promise<Kokoro> {
  return resident(
    `speech/kokoro/${graph.sha256}/${String(threads)}`,
    () => openKokoro(graph.path, threads),
    (kokoro) => kokoro.dispose(),
  );
}

function loadVoice(path: string): Promise<Float32Array> {
  return resident(
    `speech/voice/${path}`,
    () => readVoice(path),
    () => undefined,
  );
}
