import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1024),
  height: z.int().min(640),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof schema>;

/** Where the window was, if it was kept, can be read, and is still on one of these screens. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState | undefined {
  try {
    const state = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((screen) => canBeHeld(state, screen)) ? state : undefined;
  } catch {
    // None was kept yet, or it was damaged: the window opens as it does the first time.
    return undefined;
  }
}

export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(state));
    renameSync(`${file}.part`, file);
  } catch {
    // A full disk must not keep a window from closing, and this is not worth a word to the user.
  }
}

/** A good piece of the title bar is on the screen, so that the window can be taken and moved. */
function canBeHeld(state: WindowState, { x, y, width, height }: Rectangle): boolean {
  const across = Math.min(state.x + state.width, x + width) - Math.max(state.x, x);
  return across >= 100 && state.y >= y && state.y <= y + height - 50;
}
