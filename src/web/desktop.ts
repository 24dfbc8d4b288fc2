import { dirname } from 'node:path';
import open from 'open';
import type { DesktopServices } from '../core/studio.ts';

/** What a browser's host can do on the desktop it runs on; nothing where there is none, as on a server. */
export function webDesktop(environment: NodeJS.ProcessEnv = process.env): DesktopServices {
  const hasDesktop =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']);
  if (!hasDesktop) return {};
  return {
    reveal: async (file) => {
      await open(dirname(file));
    },
    play: async (file) => {
      await open(file);
    },
  };
}
