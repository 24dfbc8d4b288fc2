/** A recording from its first sample to its transcript, in one pass and in flat memory. */
import type { Transcript } from '../../shared/transcript.ts';
import { LISTEN_RATE } from '../runtime/listen/tasks.ts';
import { decodeRecording } from './decode.ts';
import { BLOCK, Ear } from './ear.ts';
import type { ListenContext, ListenParts, ListenRequest } from './request.ts';

/** @throws StudioError `corrupt` when nothing can be decoded, `input` when nobody speaks; CancelledError */
export async function transcribe(
  parts: ListenParts,
  request: ListenRequest,
  context: ListenContext,
): Promise<Transcript> {
  const failed = new AbortController();
  const signal = AbortSignal.any([context.signal, failed.signal]);
  const ear = new Ear(parts, request, { ...context, signal });
  try {
    const take = (block: Float32Array) => ear.take(block);
    const { samples, complaints } = await decodeRecording(parts.tools, { ...request, length: BLOCK }, { signal, take });
    return await ear.finish(samples / LISTEN_RATE, complaints.length > 0);
  } catch (error) {
    // One window that cannot be heard ends the others, and nothing of this goes on behind the caller's back.
    failed.abort();
    await ear.settled();
    throw error;
  }
}
