import { writeFile } from 'node:fs/promises';
import { toSrt, toVtt } from '../captions/subtitles.ts';
import { NOTHING_TO_SAY, type ExtraMaker } from './maker.ts';
import { placedCues, type FilmOutline } from './outline.ts';

/** The narrator speaks nothing else; BCP 47. */
const LANGUAGE = 'en';

export const srtMaker = textMaker((outline) => toSrt(placedCues(outline)));
export const vttMaker = textMaker((outline) => toVtt(placedCues(outline), LANGUAGE));

/** For what is so quickly made that its text is its own key. */
function textMaker(textOf: (outline: FilmOutline) => string): ExtraMaker {
  return {
    version: 1,
    identity: textOf,
    make: async (outline, target) => {
      await writeFile(target, textOf(outline));
      return NOTHING_TO_SAY;
    },
  };
}
