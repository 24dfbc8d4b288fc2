import { memo } from 'react';
import type { CaptionStyle } from '../../../../shared/film.ts';

export interface FilmCaptionProps {
  readonly style: CaptionStyle;
  readonly lines: readonly (readonly { readonly text: string; readonly start: number }[])[];
  /** Seconds: the word that began then is the one that is told. */
  readonly now: number;
}

/** A caption as the film has it burned in: the same letters in the same places, as near as a page can. */
export const FilmCaption = memo(function FilmCaption({ style, lines, now }: FilmCaptionProps) {
  return (
    <p className="film-caption" data-style={style} aria-hidden>
      <span className="film-caption-text">
        {lines.map((line, row) => (
          <span key={row} className="film-caption-line">
            {line.map(({ text, start }) => (
              <span key={start} className={start === now ? 'film-caption-now' : start < now ? 'film-caption-said' : ''}>
                {text}{' '}
              </span>
            ))}
          </span>
        ))}
      </span>
    </p>
  );
});
