import { basename, dirname, extname, join } from 'node:path';
import type { Extra } from '../../shared/film.ts';

/** What follows the film's name without its ending; so they stand together in any listing. */
const ENDINGS = {
  srt: '.srt',
  vtt: '.vtt',
  wav: '.wav',
  mp3: '.mp3',
  otio: '.otio',
  assets: '-assets',
  pdf: '.pdf',
  sheet: '-sheet.png',
  gif: '-teaser.gif',
  webp: '-teaser.webp',
} as const satisfies Record<Extra, string>;

/** Absolute path of what is written beside a film; of a folder for 'assets'. */
export function extraPath(film: string, extra: Extra): string {
  return join(dirname(film), `${filmName(film)}${ENDINGS[extra]}`);
}

/** The file in the folder of assets that tells of all the others; it is put there last. */
export const ASSETS_INDEX = 'project.json';

/** 'otter' for '/films/otter.mp4'. */
function filmName(film: string): string {
  return basename(film, extname(film));
}

/** 'scene-007' for the names of a scene's files, as wide as the last one needs so that names sort. */
export function numberedName(number: number, count: number): string {
  return `scene-${String(number).padStart(Math.max(3, String(count).length), '0')}`;
}
