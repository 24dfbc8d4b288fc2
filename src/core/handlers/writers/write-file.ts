import { stat, writeFile } from 'node:fs/promises';
import { ErrorCode, isCancelled, StudioError } from '../../../shared/errors.ts';
import { storyMarkdown } from '../../../shared/story-markdown.ts';
import type { StoryOutline, WriteRequest, WrittenStory } from '../../../shared/writing.ts';
import { checkPlace } from '../../media/place.ts';
import { writeAside } from '../../media/write-aside.ts';
import type { WriteHooks } from '../../providers/writer.ts';
import type { Workplace } from '../../workplace.ts';
import { writeStory } from './write.ts';

export interface WriteFileRequest {
  readonly request: WriteRequest;
  /** Absolute path of the Markdown file. */
  readonly output: string;
  /** A file that is there may be written over. */
  readonly replace: boolean;
}

/** @throws StudioError for an idea, writer or place that cannot be; `option` where a file is there already; CancelledError */
export async function writeStoryFile(
  workplace: Workplace,
  { request, output, replace }: WriteFileRequest,
  hooks: WriteHooks,
): Promise<WrittenStory> {
  // What cannot be saved is said before it is written; a story that somebody has worked on is not written over.
  await checkPlace(output);
  if (!replace && (await stat(output).catch(() => undefined))) {
    throw new StudioError(ErrorCode.option, `There is a file ${output} already.`, {
      hint: 'Choose another name, or add --replace to write over it.',
    });
  }
  const story = await writeStory(workplace, request, hooks);
  await writeAside(output, (temporary) => writeFile(temporary, storyMarkdown(story)));
  return story;
}

/** Only the outline: the writing is stopped as soon as it is there. */
export async function outlineStory(
  workplace: Workplace,
  request: WriteRequest,
  hooks: WriteHooks,
): Promise<StoryOutline> {
  const enough = new AbortController();
  let outline: StoryOutline | undefined;
  try {
    const story = await writeStory(workplace, request, {
      signal: AbortSignal.any([hooks.signal, enough.signal]),
      onEvent: (event) => {
        if (outline) return;
        hooks.onEvent(event);
        if (event.type !== 'outline') return;
        ({ outline } = event);
        enough.abort();
      },
    });
    return outline ?? story.outline;
  } catch (error) {
    if (outline && isCancelled(error) && !hooks.signal.aborted) return outline;
    throw error;
  }
}
