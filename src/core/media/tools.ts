import { dirname } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Capabilities } from './capabilities.ts';
import { missingParts, readNames, readVersion } from './capabilities.ts';
import { type ToolResult, type ToolRun, runTool } from './ffmpeg.ts';
import { type FindOptions, findTool, type FoundTool } from './find-tool.ts';

interface Tool extends FoundTool {
  readonly version: string;
}

/** The media programs of this machine, found and probed once. */
export interface MediaTools {
  readonly ffmpeg: Tool;
  /** Optional: without it, facts about media are read from what ffmpeg says. */
  readonly ffprobe: Tool | undefined;
  readonly capabilities: Capabilities;
  /** Runs ffmpeg; see runTool for errors. */
  run(args: readonly string[], options?: ToolRun): Promise<ToolResult>;
}

export interface MediaSettings {
  /** Paths that the user set. */
  readonly ffmpeg?: string | undefined;
  readonly ffprobe?: string | undefined;
  /** For tests: where to look. */
  readonly find?: Omit<FindOptions, 'setting' | 'beside'>;
}

const INSTALL =
  'Run `npm ci` without --omit=optional, or install ffmpeg (https://ffmpeg.org/download.html), or set the path of one.';

/**
 * Finds ffmpeg and ffprobe and asks ffmpeg what it can do.
 * @throws StudioError `missing` when there is no ffmpeg, or one without a part that films need.
 */
export async function openMediaTools(settings: MediaSettings = {}): Promise<MediaTools> {
  const found = await findTool('ffmpeg', { ...settings.find, setting: settings.ffmpeg });
  if (!found) {
    throw new StudioError(ErrorCode.missing, 'ffmpeg was not found on this machine.', {
      hint: INSTALL,
      data: { tool: 'ffmpeg' },
    });
  }
  const [ffmpeg, capabilities, ffprobe] = await Promise.all([
    withVersion(found),
    readCapabilities(found.path),
    openProbe(settings, dirname(found.path)),
  ]);
  const missing = missingParts(capabilities);
  if (missing.length > 0) {
    throw new StudioError(
      ErrorCode.missing,
      `This ffmpeg (${found.path}) cannot make films: no ${missing.join(', no ')}.`,
      {
        hint: INSTALL,
        data: { tool: 'ffmpeg', path: found.path, version: ffmpeg.version, missing },
      },
    );
  }
  return { ffmpeg, ffprobe, capabilities, run: (args, options) => runTool(found.path, args, options) };
}

async function openProbe(settings: MediaSettings, beside: string): Promise<Tool | undefined> {
  const found = await findTool('ffprobe', { ...settings.find, setting: settings.ffprobe, beside });
  return found && withVersion(found);
}

async function withVersion(found: FoundTool): Promise<Tool> {
  const { stdout } = await runTool(found.path, ['-version']);
  const version = readVersion(stdout.toString('utf8'));
  if (version !== undefined) return { ...found, version };
  throw new StudioError(ErrorCode.missing, `${found.path} does not answer like ffmpeg.`, {
    hint: INSTALL,
    data: { path: found.path },
  });
}

async function readCapabilities(path: string): Promise<Capabilities> {
  const list = async (what: string) => {
    const { stdout } = await runTool(path, ['-hide_banner', '-v', 'error', `-${what}`]);
    return readNames(stdout.toString('utf8'));
  };
  const [encoders, filters, muxers, demuxers] = await Promise.all(
    ['encoders', 'filters', 'muxers', 'demuxers'].map(list),
  );
  return { encoders: encoders!, filters: filters!, muxers: muxers!, demuxers: demuxers! };
}
