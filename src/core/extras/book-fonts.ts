import type { CaptionFace } from '../../shared/captions/look.ts';
import { letterFaces } from '../captions/fonts.ts';
import type { FilmOutline } from './outline.ts';
import type { RunsOf } from './set-text.ts';

export interface BookFonts {
  runsOf(face: CaptionFace): RunsOf;
  /** Of the fonts that are used. */
  readonly digests: readonly string[];
  /** Letters and pictures that no font has, if any; `where` they are left out. */
  notices(where: string): string[];
}

/** Fonts for everything that is written in a film. */
export function bookFonts({ title, shots }: Pick<FilmOutline, 'title' | 'shots'>): BookFonts {
  const text = [title, ...shots.map((shot) => `${shot.title ?? ''} ${shot.text}`)].join(' ');
  const { runs, faces, missing, pictures } = letterFaces(text);
  const left = [...missing, ...pictures];
  return {
    runsOf: (face) => (part) => runs(part, face),
    digests: faces.map(({ digest }) => digest),
    notices: (where) => {
      if (left.length === 0) return [];
      const some = left.slice(0, 8).join(' ');
      const more = left.length > 8 ? ` and ${String(left.length - 8)} more` : '';
      return [`No font has ${some}${more}: ${where} leaves it out. The subtitle files have the whole text.`];
    },
  };
}
