import { join } from 'node:path';
import type { Stage } from '../build/stage.ts';
import { unpackAndClean } from '../media/own-recording.ts';
import type { MediaTools } from '../media/tools.ts';

export interface RecordingInput {
  /** Absolute. */
  readonly path: string;
  /** The file's own, for people. */
  readonly name: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Without hum and hiss. */
  readonly clean: boolean;
  readonly tools: MediaTools;
}

export interface RecordingOutput {
  readonly file: string;
  readonly samples: number;
  readonly sampleRate: number;
  /** See UnpackedRecording. */
  readonly cleaned?: { readonly before: number; readonly after: number; readonly hum?: 50 | 60 };
}

const RECORDING_FILE = 'recording.wav';

/** A teller's recording as it is cut: mono, 24 kHz. The file itself is only read. */
export const recordingStage = {
  name: 'recording',
  version: 1,
  identity: ({ sha256, clean, tools }) => ({ file: sha256, clean, ffmpeg: tools.ffmpeg.version }),
  run: async ({ path, name, clean, tools }, { directory, signal }) => {
    const wave = join(directory, RECORDING_FILE);
    const facts = await unpackAndClean(tools, { path, name, clean, wave, folder: directory }, { signal });
    return { file: RECORDING_FILE, ...facts };
  },
} as const satisfies Stage<RecordingInput, RecordingOutput>;
