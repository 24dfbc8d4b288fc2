import { constants } from 'node:fs';
import { access, chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';

export type ToolName = 'ffmpeg' | 'ffprobe';

/** Where a tool was found: what the user set, a package of ours, the same folder as ffmpeg, or the system's PATH. */
type ToolOrigin = 'setting' | 'ffmpeg-static' | 'package' | 'beside' | 'path';

export interface FoundTool {
  readonly path: string;
  readonly origin: ToolOrigin;
}

export interface FindOptions {
  /** The path that the user set; nothing else is tried then. */
  readonly setting?: string | undefined;
  /** The folder of the ffmpeg that was found, for ffprobe. */
  readonly beside?: string | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly architecture?: string;
  /** Where packages are looked up from: a file's path or URL. */
  readonly from?: string | URL;
}

/**
 * Finds a tool in this order: the setting; ffmpeg-static's binary; one carried in a registry package; beside ffmpeg; PATH.
 * @throws StudioError `missing` when the user set a path that is no program. Undefined when nothing was found.
 */
export async function findTool(tool: ToolName, options: FindOptions = {}): Promise<FoundTool | undefined> {
  if (options.setting) {
    if (await isProgram(options.setting)) return { path: options.setting, origin: 'setting' };
    throw new StudioError(ErrorCode.missing, `The ${tool} that was set is not a program: ${options.setting}.`, {
      hint: `Set the path of a working ${tool}, or remove the setting: one is then looked for.`,
      data: { tool, path: options.setting },
    });
  }
  for (const candidate of candidates(tool, options)) {
    if (await isProgram(candidate.path, candidate.origin === 'package')) return candidate;
  }
  return undefined;
}

/** All places in order, whether something is there or not. */
function candidates(tool: ToolName, options: FindOptions = {}): FoundTool[] {
  const platform = options.platform ?? process.platform;
  const architecture = options.architecture ?? process.arch;
  const environment = options.environment ?? process.env;
  const file = platform === 'win32' ? `${tool}.exe` : tool;
  const load = createRequire(options.from ?? import.meta.url);
  const found: FoundTool[] = [];
  const add = (path: string | undefined, origin: ToolOrigin) => {
    // In a packed app, programs lie beside the asar archive: nothing in it can be run.
    if (path) found.push({ path: path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'), origin });
  };
  if (tool === 'ffmpeg') add(staticBinary(load), 'ffmpeg-static');
  const scope = tool === 'ffmpeg' ? '@ffmpeg-binary' : '@ffprobe-installer';
  add(inPackage(load, `${scope}/${platform}-${architecture}`, file), 'package');
  if (options.beside) add(join(options.beside, file), 'beside');
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) add(join(folder, file), 'path');
  return found;
}

/** The package exports the path that its install script downloads to, whether that ever ran or not. */
function staticBinary(load: NodeJS.Require): string | undefined {
  try {
    const path: unknown = load('ffmpeg-static');
    return typeof path === 'string' ? path : undefined;
  } catch {
    return undefined;
  }
}

function inPackage(load: NodeJS.Require, name: string, file: string): string | undefined {
  try {
    return join(dirname(load.resolve(`${name}/package.json`)), file);
  } catch {
    return undefined;
  }
}

/** `repair`: packages come without the mark of a program when their install scripts are not run; it is set then. */
async function isProgram(path: string, repair = false): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    try {
      await access(path, constants.X_OK);
    } catch (error) {
      if (!repair) throw error;
      await chmod(path, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}
