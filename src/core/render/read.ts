import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Stage } from '../build/stage.ts';
import type { StoryDocument } from '../story/document.ts';
import { readStory } from '../story/read/read-story.ts';

export interface ReadInput {
  readonly bytes: Uint8Array;
  /** Name or path: its extension says what is in the file, its name is the title of a story that has none. */
  readonly fileName: string;
}

/** A story file's bytes to its document. */
export const readStage = {
  name: 'read',
  version: 1,
  identity: ({ bytes, fileName }) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    extension: extname(fileName).toLowerCase(),
    // A text without a title is called by its file.
    name: fileName.split(/[\\/]/u).at(-1)!,
  }),
  run: ({ bytes, fileName }) => Promise.resolve(readStory(bytes, fileName)),
} satisfies Stage<ReadInput, StoryDocument>;
