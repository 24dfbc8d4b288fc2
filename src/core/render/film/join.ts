import { join } from 'node:path';
import type { FilmOptions } from '../../../shared/film.ts';
import { toSrt } from '../../captions/subtitles.ts';
import { bestShots } from '../../extras/best-shots.ts';
import { placedCues, type FilmOutline } from '../../extras/outline.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { ExportRequest } from '../export.ts';
import type { FilmMaterial } from './make.ts';

/** The film's parts and what is written into it. */
export function joinRequest(
  outline: FilmOutline,
  { segments, sound }: Pick<FilmMaterial, 'segments' | 'sound'>,
  options: Pick<FilmOptions, 'cover' | 'softSubtitles'>,
  tools: MediaTools,
): ExportRequest {
  const { title, totalFrames, fps, chapters, film } = outline;
  const [best] = options.cover ? bestShots(outline, 1) : [];
  // Without a word that is said there is nothing to show.
  const subtitles = options.softSubtitles ? toSrt(placedCues(outline)) : '';
  return {
    segments: segments.map(({ directory, output }) => join(directory, output.file)),
    sound: join(sound.directory, sound.output.compressed),
    ...{ totalFrames, fps, title, chapters },
    comment: 'Made with Storyloom',
    // The narrator speaks nothing else; ISO 639-2.
    language: 'eng',
    ...(best ? { cover: best.picture } : {}),
    ...(subtitles === '' ? {} : { subtitles }),
    target: film,
    tools,
  };
}
