import type { Extra } from '../../shared/film.ts';
import type { ExtraMaker } from './maker.ts';

/** Everything that can be written beside a film. What each needs (a PDF library, fonts) is loaded when it is asked for. */
const MAKERS: Readonly<Record<Extra, () => Promise<ExtraMaker>>> = {
  srt: async () => (await import('./subtitles.ts')).srtMaker,
  vtt: async () => (await import('./subtitles.ts')).vttMaker,
  wav: async () => (await import('./narration.ts')).narrationMaker('wav'),
  mp3: async () => (await import('./narration.ts')).narrationMaker('mp3'),
  otio: async () => (await import('./otio.ts')).otioMaker,
  assets: async () => (await import('./assets.ts')).assetsMaker,
  pdf: async () => (await import('./picture-book.ts')).pictureBookMaker,
  sheet: async () => (await import('./contact-sheet.ts')).sheetMaker,
  gif: async () => (await import('./teaser.ts')).gifMaker,
  webp: async () => (await import('./teaser.ts')).webpMaker,
};

export function loadMaker(extra: Extra): Promise<ExtraMaker> {
  return MAKERS[extra]();
}
