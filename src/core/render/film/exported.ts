import { hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { canonicalJson } from '../../build/canonical-json.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import { RASTER_VERSION } from '../../media/raster.ts';
import type { Store } from '../../store/store.ts';
import type { ExportRequest } from '../export.ts';

/** Raised when the same parts are joined to other bytes. */
const VERSION = 1;

/** What a film was joined from, and the file as it was then. */
interface Exported {
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds since 1970, of the file's last change. */
  readonly changedAt: number;
}

/** SHA-256, hex, over all that decides a film's bytes: its parts by digest, its names, its chapters. */
export function exportKey(
  request: Omit<ExportRequest, 'segments' | 'sound' | 'target' | 'signal' | 'onProgress'>,
  parts: { readonly segments: readonly { readonly digest: string }[]; readonly sound: { readonly digest: string } },
): string {
  const { totalFrames, fps, title, comment, chapters, language, cover, subtitles, tools } = request;
  const identity = {
    version: VERSION,
    segments: parts.segments.map(({ digest }) => digest),
    sound: parts.sound.digest,
    ...{ totalFrames, fps, title, comment, language },
    chapters: chapters.map((chapter) => ({ ...chapter })),
    ffmpeg: tools.ffmpeg.version,
    ...(cover ? { cover: cover.digest, raster: RASTER_VERSION } : {}),
    ...(subtitles === undefined ? {} : { subtitles: hash('sha256', subtitles) }),
  };
  return hash('sha256', canonicalJson(identity));
}

/**
 * Why the film has to be joined again, in words; undefined when the very file that was joined from these parts is still
 * there. A film is the user's own file and may be moved, deleted or cut at any time, so its size and time are asked.
 */
export async function whyExport(store: Store, film: string, key: string): Promise<string | undefined> {
  const known = getSetting(store, settingOf(film)) as Exported | undefined;
  const file = await stat(film).catch(() => undefined);
  if (!file) return known ? 'the film is not there any more' : 'never made';
  if (!known) return 'another file is in its place';
  if (file.size !== known.bytes || file.mtimeMs !== known.changedAt) return 'the file was changed by something else';
  return known.key === key ? undefined : 'its parts changed';
}

/** To be called when the film is whole. */
export async function rememberExport(store: Store, film: string, key: string, bytes: number): Promise<void> {
  const file = await stat(film);
  // Another process may have put its own film there in the meantime: then nothing is known.
  const exported = file.size === bytes ? { key, bytes, changedAt: file.mtimeMs } : undefined;
  setSetting(store, settingOf(film), exported);
}

function settingOf(film: string): string {
  return `film ${film}`;
}
