import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { app, dialog } from 'electron';
import type { RouterClient } from '@orpc/server';
import type { DesktopCommand } from '../shared/desktop.ts';
import type { Studio, StudioRouter } from '../core/studio.ts';
import { command, focusWindow } from './window.ts';
import type { Words } from '../shared/desktop-words.ts';

const ENDINGS = ['storyloom', 'txt', 'md', 'json'];

/** Paths of stories among a command line's words: what was double-clicked, or dropped on the icon. */
export function filesAmong(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => !word.startsWith('-') && ENDINGS.some((ending) => word.toLowerCase().endsWith(`.${ending}`)))
    .map((word) => resolve(folder, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** In the words of whoever refused it: the upload itself, or the contract. */
function failureOf(error: unknown, file: string): DesktopCommand {
  const { message, hint, data } = error as Error & {
    readonly hint?: string;
    readonly data?: { readonly hint?: string };
  };
  const next = hint ?? data?.hint;
  const said = message.includes(file) ? message : `${file}: ${message}`;
  return { type: 'failure', message: said, ...(next !== undefined && { hint: next }) };
}

/** Every file becomes a project of its own, and the last of them is shown. The files stay as they are. */
export async function openFiles(
  files: readonly string[],
  studio: Studio,
  client: RouterClient<StudioRouter>,
): Promise<void> {
  for (const file of files) {
    try {
      const { projectId } = await client.library.create({ from: 'upload', uploadId: await studio.takeIn(file) });
      command(focusWindow(), { type: 'show-project', projectId });
      app.addRecentDocument(file);
    } catch (error) {
      command(focusWindow(), failureOf(error, basename(file)));
    }
  }
}

export async function askForFiles(words: Words): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(focusWindow(), {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: words.stories, extensions: ENDINGS }],
  });
  return filePaths;
}
