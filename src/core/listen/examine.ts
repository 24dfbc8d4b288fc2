import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { probeMedia } from '../media/probe.ts';
import type { MediaTools } from '../media/tools.ts';

const KINDS = 'a recording (MP3, M4A, WAV, FLAC, OGG) or a video with sound';

export interface RecordingFacts {
  /** Its file's, for people. */
  readonly name: string;
  /** As its container says; undefined where nothing but playing it to its end would tell. */
  readonly seconds: number | undefined;
}

/**
 * Looks whether there is sound to be listened to, before anything is fetched or begun.
 * @throws StudioError `not-found`, `corrupt` when it is no media file, `input` when there is no sound in it
 */
export async function examineRecording(
  tools: MediaTools,
  path: string,
  signal?: AbortSignal,
  name = basename(path),
): Promise<RecordingFacts> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new StudioError(ErrorCode.notFound, `There is no recording ${path}.`, {
      hint: 'Check the name and the folder.',
      cause,
    });
  });
  if (!file.isFile()) throw refusal(`${name} is no file.`);
  if (file.size === 0) throw refusal(`${name} is empty.`);
  const facts = await probeMedia(tools, path, signal).catch((cause: unknown) => {
    if (!isStudioError(cause) || cause.code !== ErrorCode.corrupt) throw cause;
    throw new StudioError(ErrorCode.corrupt, `${name} is not a sound file, or it is damaged.`, {
      hint: `Choose ${KINDS} that can be played.`,
      data: { path },
      cause,
    });
  });
  if (!facts.streams.some(({ kind }) => kind === 'audio')) {
    const isVideo = facts.streams.some(({ kind }) => kind === 'video');
    throw refusal(`${name} ${isVideo ? 'has no sound, only a picture' : 'has no sound in it'}.`);
  }
  return { name, seconds: facts.seconds };
}

function refusal(message: string): StudioError {
  return new StudioError(ErrorCode.input, message, { hint: `Choose ${KINDS}.` });
}
