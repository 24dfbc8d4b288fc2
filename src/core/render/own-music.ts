import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../build/stage.ts';
import { LONGEST_MUSIC, unpackMusic } from '../media/own-music.ts';
import type { MediaTools } from '../media/tools.ts';
import type { LoopOutput } from './bed.ts';

export interface OwnMusicInput {
  /** Absolute. */
  readonly path: string;
  /** The file's own, for people. */
  readonly name: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly tools: MediaTools;
}

const MUSIC_FILE = 'music.wav';

/** The author's own music, unpacked once. The file itself is only read. */
export const ownMusicStage = {
  name: 'own-music',
  version: 1,
  identity: ({ sha256, tools }) => ({ file: sha256, ffmpeg: tools.ffmpeg.version }),
  run: async ({ path, name, tools }, { directory, signal }) => {
    const wave = join(directory, MUSIC_FILE);
    const facts = await unpackMusic(tools, { path, name, wave }, { signal });
    const isPart = facts.seconds > LONGEST_MUSIC - 0.1;
    return { file: MUSIC_FILE, ...facts, ...(isPart ? { isPart } : {}), bytes: (await stat(wave)).size };
  },
} as const satisfies Stage<OwnMusicInput, LoopOutput>;
