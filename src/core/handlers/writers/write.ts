/** Writing as the contract has it: what a writer tells while it writes becomes a stream. */
import type { WriteEvent, WriteRequest, WrittenStory } from '../../../shared/writing.ts';
import type { WriteHooks } from '../../providers/writer.ts';
import { streamWork } from '../../stream-work.ts';
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
export function streamWriting(
  workplace: Workplace,
  request: WriteRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<WriteEvent, void> {
  return streamWork<WriteEvent>(async (tell, stop) => {
    tell({ type: 'done', story: await writeStory(workplace, request, { signal: stop, onEvent: tell }) });
  }, signal);
}
