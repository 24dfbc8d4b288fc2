/** GGUF files that the user has and writes with; they stay where they are. */
import { open, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import type { Workplace } from '../../workplace.ts';
import { mayNameFolders } from '../../services/desktop.ts';
import { chooseOwnInstead } from './servers.ts';

const KEY = 'writing files';

export function keptFiles(workplace: Workplace): readonly string[] {
  return z.array(z.string()).safeParse(getSetting(workplace.store(), KEY)).data ?? [];
}

/** @throws StudioError `permission`, `option`, `not-found`, `corrupt` */
export async function addFile(workplace: Workplace, file: string): Promise<void> {
  if (!mayNameFolders(workplace)) {
    throw new StudioError(ErrorCode.permission, 'A model file can be chosen only on the computer itself.', {
      hint: 'Open Storyloom there, or fetch a model under Models.',
    });
  }
  await checkModelFile(file);
  const files = keptFiles(workplace);
  if (!files.includes(file)) setSetting(workplace.store(), KEY, [...files, file]);
  workplace.events.publish({ type: 'writers' });
}

export function removeFile(workplace: Workplace, file: string): void {
  const left = keptFiles(workplace).filter((each) => each !== file);
  setSetting(workplace.store(), KEY, left);
  chooseOwnInstead(workplace, `gguf:${file}`);
  workplace.events.publish({ type: 'writers' });
}

export function isThere(file: string): boolean {
  return existsSync(file);
}

/** By its first bytes ("GGUF", https://github.com/ggml-org/ggml/blob/master/docs/gguf.md): before anything heavy reads it. */
export async function checkModelFile(file: string): Promise<void> {
  if (!isAbsolute(file)) {
    throw new StudioError(ErrorCode.option, `${file} is not a whole path.`, {
      hint: 'Name the file from the top of its disk, such as /home/me/models/model.gguf.',
    });
  }
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) {
    throw new StudioError(ErrorCode.notFound, `There is no file ${file}.`, { hint: 'Check its path.' });
  }
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new StudioError(ErrorCode.permission, `${file} may not be read.`, { hint: 'Allow reading it.', cause });
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer.toString('latin1') === 'GGUF') return;
  } finally {
    await handle.close();
  }
  throw new StudioError(ErrorCode.corrupt, `${file} is no GGUF file.`, {
    hint: 'Choose a model in the GGUF format, as llama.cpp reads it.',
  });
}
