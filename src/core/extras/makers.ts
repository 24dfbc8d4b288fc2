import type { Extra } from '../../shared/film.ts';
import { assetsMaker } from './assets.ts';
import { sheetMaker } from './contact-sheet.ts';
import type { ExtraMaker } from './maker.ts';
import { narrationMaker } from './narration.ts';
import { otioMaker } from './otio.ts';
import { pictureBookMaker } from './picture-book.ts';
import { srtMaker, vttMaker } from './subtitles.ts';
import { gifMaker, webpMaker } from './teaser.ts';

/** Everything that can be written beside a film. */
export const EXTRA_MAKERS: Readonly<Record<Extra, ExtraMaker>> = {
  srt: srtMaker,
  vtt: vttMaker,
  wav: narrationMaker('wav'),
  mp3: narrationMaker('mp3'),
  otio: otioMaker,
  assets: assetsMaker,
  pdf: pictureBookMaker,
  sheet: sheetMaker,
  gif: gifMaker,
  webp: webpMaker,
};
