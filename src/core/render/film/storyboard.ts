import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { StoryDocument } from '../../story/document.ts';
import { planStage } from '../plan.ts';
import { readStage } from '../read.ts';
import type { RunStep } from './steps.ts';

/** Reads a story; that is quick, and a step of the build like all others. */
export async function readDocument(story: string, run: RunStep, signal: AbortSignal): Promise<StoryDocument> {
  const bytes = await readStoryFile(story);
  const step = { unit: 'story', work: bytes.length, signal };
  return (await run(readStage, { bytes, fileName: basename(story) }, step)).output;
}

/** Plans it, as quickly. */
export async function makeStoryboard(document: StoryDocument, run: RunStep, signal: AbortSignal): Promise<Storyboard> {
  return (await run(planStage, { document }, { unit: 'story', work: JSON.stringify(document).length, signal })).output;
}

/** @throws StudioError `not-found`, `permission` or `input`, each with what to do next. */
export async function readStoryFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw explain(path, cause);
  }
}

function explain(path: string, cause: unknown): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new StudioError(ErrorCode.notFound, `There is no file ${path}.`, {
        hint: 'Check the name and the folder.',
        cause,
      });
    case 'EACCES':
    case 'EPERM':
      return new StudioError(ErrorCode.permission, `${path} may not be read.`, {
        hint: 'Give yourself the right to read it, or copy it somewhere else.',
        cause,
      });
    case 'EISDIR':
      return new StudioError(ErrorCode.input, `${path} is a folder, not a story.`, {
        hint: 'Name a .txt, .md or .json file.',
        cause,
      });
    default:
      return cause;
  }
}
