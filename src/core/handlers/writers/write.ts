/** Writing as the contract has it: what a writer tells while it writes becomes a stream. */
import { CancelledError } from '../../../shared/errors.ts';
import type { WriteEvent, WriteRequest, WrittenStory } from '../../../shared/writing.ts';
import type { WriteHooks } from '../../providers/writer.ts';
import type { Workplace } from '../../workplace.ts';
import { openWriter } from './open.ts';

/** @throws StudioError in words for the user; CancelledError */
export async function writeStory(
  workplace: Workplace,
  request: WriteRequest,
  hooks: WriteHooks,
): Promise<WrittenStory> {
  const writer = await openWriter(workplace, request);
  return writer.write(request, hooks);
}

/** Ends with `done`. Whoever stops to read stops the writing. */
export async function* streamWriting(
  workplace: Workplace,
  request: WriteRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<WriteEvent, void> {
  const left = new AbortController();
  const waiting: WriteEvent[] = [];
  let wake = (): void => undefined;
  let isDone = false;
  const all = AbortSignal.any([left.signal, ...(signal ? [signal] : [])]);
  const writing = writeStory(workplace, request, {
    signal: all,
    onEvent: (event) => {
      waiting.push(event);
      wake();
    },
  })
    .then((story) => {
      waiting.push({ type: 'done', story });
    })
    .finally(() => {
      isDone = true;
      wake();
    });
  // It is awaited below; until then a failure waits too.
  writing.catch(() => undefined);
  try {
    for (;;) {
      const event = waiting.shift();
      if (event) yield event;
      else if (isDone) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await writing;
    if (all.aborted) throw new CancelledError();
  } finally {
    left.abort();
  }
}
