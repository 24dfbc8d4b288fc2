import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserConfig } from 'electron-vite';
import { ErrorCode, StudioError } from '../shared/errors.ts';
import { projectRoot } from '../core/paths.ts';

const SOURCES = ['src/renderer', 'src/shared', 'electron.vite.config.ts', 'package-lock.json'];

/**
 * The folder of the built page; builds it first when it is missing or older than what it is made from, and says so.
 * @throws StudioError `missing` when it has to be built and cannot be
 */
export async function builtPage(say: (message: string) => void): Promise<string> {
  const folder = join(projectRoot, 'out', 'renderer');
  const built = join(folder, 'index.html');
  const isBuilt = existsSync(built);
  // An installed app has the page and not what it was made from.
  if (isBuilt && newest(SOURCES.map((source) => join(projectRoot, source))) <= statSync(built).mtimeMs) return folder;
  say(isBuilt ? 'The page is older than its source: building it anew ...' : 'Building the page ...');
  await build(folder);
  return folder;
}

/** Beside its place, and moved there when it is whole: another host may be reading the old one. */
async function build(folder: string): Promise<void> {
  const temporary = `${folder}.${String(process.pid)}.part`;
  const old = `${folder}.${String(process.pid)}.old`;
  // Vite bakes it in: with 'test' or 'development' from the caller's shell, React and React Aria are other programs.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    const { build } = await import('vite');
    const config = (await import(pathToFileURL(join(projectRoot, 'electron.vite.config.ts')).href)) as {
      readonly default: UserConfig;
    };
    const { renderer } = config.default;
    await build({
      ...renderer,
      configFile: false,
      logLevel: 'warn',
      build: { ...renderer?.build, outDir: temporary, emptyOutDir: true },
    });
    replace(folder, { by: temporary, old });
  } catch (error) {
    throw new StudioError(ErrorCode.missing, 'The page could not be built.', {
      hint: 'Run `npm ci` and try again; `npm run build` says more about what is wrong.',
      cause: error,
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    for (const each of [temporary, old]) rmSync(each, { recursive: true, force: true });
  }
}

/** The old one is not deleted in its place: there would be no page for as long as that takes. */
function replace(folder: string, { by, old }: { readonly by: string; readonly old: string }): void {
  try {
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(by, folder);
  } catch (error) {
    // Another host has built it at the same moment, from the same source.
    if (!existsSync(join(folder, 'index.html'))) throw error;
  }
}

/** Milliseconds of the youngest file below these paths; 0 when there are none. */
function newest(paths: readonly string[]): number {
  let time = 0;
  for (const path of paths.filter((each) => existsSync(each))) {
    const facts = statSync(path);
    if (!facts.isDirectory()) time = Math.max(time, facts.mtimeMs);
    else time = Math.max(time, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return time;
}
