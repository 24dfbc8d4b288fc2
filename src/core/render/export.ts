import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { joinFilm } from '../media/arguments.ts';
import { type Chapter, concatList, filmMetadata } from '../media/metadata.ts';
import { partName } from '../media/part-name.ts';
import { type MediaFacts, probeMedia } from '../media/probe.ts';
import { shrinkToJpeg } from '../media/raster.ts';
import type { MediaTools } from '../media/tools.ts';
import { writeAside } from '../media/write-aside.ts';

export interface ExportRequest {
  /** Absolute paths of the scenes' segments, in order. */
  readonly segments: readonly string[];
  /** Absolute path of the mix's compressed sound. */
  readonly sound: string;
  readonly totalFrames: number;
  readonly fps: number;
  readonly title: string;
  /** What the file says about its making; not about when. */
  readonly comment: string;
  /** In order, without gaps; none for a film without. */
  readonly chapters: readonly Chapter[];
  /** ISO 639-2 ('eng'). */
  readonly language: string;
  /** A picture file that the film is shown by, and the digest of the artefact that it comes from; none by default. */
  readonly cover?: { readonly path: string; readonly digest: string } | undefined;
  /** Captions that players can turn on, as SubRip; none by default. */
  readonly subtitles?: string | undefined;
  /** Where the film goes; an older one stays until the new one is whole. */
  readonly target: string;
  readonly tools: MediaTools;
  readonly signal?: AbortSignal | undefined;
  /** 0..1. */
  readonly onProgress?: ((value: number) => void) | undefined;
}

export interface ExportResult {
  readonly bytes: number;
  readonly frames: number;
  readonly seconds: number;
}

/** Wide enough for any folder or player. */
const COVER_WIDTH = 1280;
const COVER_QUALITY = 88;

function coverJpeg(path: string): Promise<Uint8Array> {
  return shrinkToJpeg(path, COVER_WIDTH, COVER_QUALITY);
}

/**
 * Joins segments and sound to the film; nothing is encoded again, so it takes about as long as copying.
 * @throws StudioError `diskFull`, `permission` or `option` for the target, `tool` when parts do not join.
 */
export async function exportFilm(request: ExportRequest): Promise<ExportResult> {
  const { segments, sound, cover, subtitles, totalFrames, fps, language, target, tools, signal, onProgress } = request;
  const seconds = totalFrames / fps;
  // Beside the film and named like its unfinished file, so that what a kill leaves is swept with that.
  const folder = dirname(resolve(target));
  const note = () => join(folder, partName(target));
  const [list, metadata, words, picture] = [note(), note(), note(), note()] as const;
  try {
    await writeAside(target, async (output) => {
      await writeFile(list, concatList(segments));
      await writeFile(metadata, filmMetadata(request));
      if (subtitles !== undefined) await writeFile(words, subtitles);
      if (cover) await writeFile(picture, await coverJpeg(cover.path));
      const within = { ...(subtitles === undefined ? {} : { subtitles: words }), ...(cover ? { cover: picture } : {}) };
      await tools.run(joinFilm({ list, sound, metadata, language, output, ...within }), {
        signal,
        onProgress: (progress) => onProgress?.(Math.min(1, progress.seconds / seconds)),
      });
      checkLength(request, await probeMedia(tools, output, signal));
    });
  } finally {
    for (const notes of [list, metadata, words, picture]) await rm(notes, { force: true }).catch(() => undefined);
  }
  return { bytes: (await stat(target)).size, frames: totalFrames, seconds };
}

/** A segment that is missing or short would not stop ffmpeg: the film itself is asked. */
function checkLength({ totalFrames, fps }: ExportRequest, facts: MediaFacts): void {
  const video = facts.streams.find(({ kind }) => kind === 'video');
  const audio = facts.streams.find(({ kind }) => kind === 'audio');
  const isAsLong = (seconds: number | undefined) =>
    seconds === undefined || Math.abs(seconds - totalFrames / fps) <= 1 / fps;
  const hasFrames = video?.frames === undefined || video.frames === totalFrames;
  if (video && audio && hasFrames && [video, audio, facts].every(({ seconds }) => isAsLong(seconds))) return;
  throw new StudioError(
    ErrorCode.tool,
    `The film is not as long as its story: ${String(totalFrames)} frames were asked for.`,
    {
      hint: 'Run `storyloom cache verify`, then try again; if it happens once more, report it together with the log.',
      data: { totalFrames, frames: video?.frames, video: video?.seconds, audio: audio?.seconds, film: facts.seconds },
    },
  );
}
