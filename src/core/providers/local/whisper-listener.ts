import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Transcript } from '../../../shared/transcript.ts';
import type { Stage } from '../../build/stage.ts';
import { examineRecording } from '../../listen/examine.ts';
import type { ListenParts, ListenRequest } from '../../listen/request.ts';
import { listenStage } from '../../listen/stages.ts';
import { transcribe } from '../../listen/transcribe.ts';
import { hashFile } from '../../media/hash-file.ts';
import type { Listener } from '../listener.ts';

export interface WhisperOptions extends ListenParts {
  /** BCP 47; found by listening where it is left out. */
  readonly language?: string | undefined;
}

interface TranscriptInput {
  readonly parts: ListenParts;
  readonly request: ListenRequest;
  /** SHA-256 of the file. */
  readonly recording: string;
  readonly hold: string;
}

/** The whole of it, so that what was heard before is not even decoded again. Raised when windows are cut or joined otherwise. */
const transcriptStage: Stage<TranscriptInput, Transcript> = {
  name: 'transcript',
  version: 1,
  identity: ({ parts, request, recording }) => ({
    recording,
    language: request.language ?? null,
    model: parts.model.sha256,
    voice: parts.voice.sha256,
    listen: listenStage.version,
  }),
  run: ({ parts, request, hold }, { signal, priority, report }) =>
    transcribe(parts, request, { signal, priority: priority.value, hold, onProgress: report }),
};

/**
 * Whisper base on the worker pool, windows of up to 30 s side by side.
 * @throws StudioError `option` when the language is none that it knows
 */
export async function createWhisperListener({ language: asked, ...parts }: WhisperOptions): Promise<Listener> {
  const language = asked === undefined ? undefined : findLanguage(asked, await knownLanguages(parts.model.directory));
  return {
    id: 'whisper',
    listen: async (path, { signal, onProgress }) => {
      const { name, seconds } = await examineRecording(parts.tools, path, signal);
      const recording = await hashFile(path, signal);
      const hold = `listen/${recording}`;
      const input = { parts, request: { path, name, seconds, language }, recording, hold };
      try {
        const { output } = await parts.builder.make(transcriptStage, input, { unit: name, signal, hold, onProgress });
        onProgress(1);
        return output;
      } finally {
        await parts.builder.release(hold);
      }
    },
  };
}

const generationSchema = z.object({ lang_to_id: z.record(z.string(), z.number()) });

async function knownLanguages(directory: string): Promise<readonly string[]> {
  const file = JSON.parse(await readFile(join(directory, 'generation_config.json'), 'utf8')) as unknown;
  return Object.keys(generationSchema.parse(file).lang_to_id).map((token) => token.replace(/[<|>]/gu, ''));
}

function findLanguage(asked: string, known: readonly string[]): string {
  const short = asked.toLowerCase().split(/[-_]/u)[0]!;
  if (known.includes(short)) return short;
  throw new StudioError(ErrorCode.option, `"${asked}" is no language that can be listened to.`, {
    hint: `Write its short name: ${known.slice(0, 12).join(', ')} ... or leave it out and let it be found.`,
    data: { known },
  });
}
