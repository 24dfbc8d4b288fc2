import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { planStage } from '../plan.ts';
import { readStage } from '../read.ts';
import type { RunStep } from './steps.ts';

/** Reads and plans a story; both are quick, and both are steps of the build like all others. */
export async function makeStoryboard(story: string, run: RunStep, signal: AbortSignal): Promise<Storyboard> {
  const bytes = await readStoryFile(story);
  const step = { unit: 'story', work: bytes.length, signal };
  const document = await run(readStage, { bytes, fileName: basename(story) }, step);
  return (await run(planStage, { document: document.output }, step)).output;
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
