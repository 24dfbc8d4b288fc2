import type { Shape } from '../../../../shared/film.ts';

/** The one place that knows how large cards are, in CSS pixels: the virtual lists lay them out by it. */
export const CARD = { height: 172, gap: 12, pictureHeight: 121 } as const;

/** A narrow picture has a narrower card, as far as the words under it can still be read. */
export const CARD_WIDTHS: Readonly<Record<Shape, number>> = { '16:9': 208, '1:1': 152, '4:5': 148, '9:16': 140 };
