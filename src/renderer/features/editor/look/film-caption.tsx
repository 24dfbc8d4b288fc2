import { memo, type CSSProperties } from 'react';
import { captionLook, type BurnedStyle } from '../../../../shared/captions/look.ts';
import type { Cue } from '../../../../shared/captions/types.ts';
import type { Shape } from '../../../../shared/film.ts';
import { FONTS } from './measure.ts';
import { sampleFrame } from './sample.ts';

export interface FilmCaptionProps {
  readonly style: BurnedStyle;
  readonly shape: Shape;
  readonly lines: Cue['lines'];
  /** Seconds: the word that began then is the one that is told. */
  readonly now: number;
}

/** A caption as the film has it burned in: the same letters in the same places, as near as a page can. */
export const FilmCaption = memo(function FilmCaption({ style, shape, lines, now }: FilmCaptionProps) {
  return (
    <p className="film-caption" data-style={style} style={measuresOf(style, shape)} aria-hidden>
      <span className="film-caption-ground">
        {lines.map((line, row) => (
          <span key={row} className="film-caption-line">
            {line.map(({ text, start, glued }, index) => (
              <span key={index}>
                {index === 0 || glued ? '' : ' '}
                <span className={start === now ? 'film-caption-now' : undefined}>{text}</span>
              </span>
            ))}
          </span>
        ))}
      </span>
    </p>
  );
});

/** The look's numbers, as parts of the frame that the caption lies in. */
function measuresOf(style: BurnedStyle, shape: Shape): CSSProperties {
  const frame = sampleFrame(shape);
  const { face, em, pitch, ink, lit, ground, outline, margin } = captionLook(style, frame);
  const { weight, family } = FONTS[face];
  const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
  return {
    '--caption-em': `${((em / frame.width) * 100).toFixed(3)}cqw`,
    '--caption-pitch': pitch,
    '--caption-font': family,
    '--caption-weight': weight,
    '--caption-ink': ink,
    '--caption-lit': lit,
    '--caption-ground': ground
      ? `color-mix(in srgb, ${ground.colour} ${percent(ground.opacity)}, transparent)`
      : 'none',
    '--caption-outline': outline ? outline.colour : 'transparent',
    '--caption-outline-width': `${String(2 * (outline?.width ?? 0))}em`,
    '--caption-bottom': percent(margin.bottom / frame.height),
    '--caption-side': percent(margin.side / frame.width),
  } as CSSProperties;
}
