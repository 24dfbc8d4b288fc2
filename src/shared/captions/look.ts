/** How each style of captions looks: for what is burned into a film, and for the page that shows the same before. */
import type { CaptionStyle } from '../film.ts';

export type BurnedStyle = Exclude<CaptionStyle, 'none'>;
/** Inter SemiBold and Bold, Literata Medium and Bold. */
export type CaptionFace = 'sans' | 'sans-strong' | 'serif' | 'serif-strong';

export interface CaptionLook {
  readonly face: CaptionFace;
  /** The font's em in pixels. */
  readonly em: number;
  /** From baseline to baseline, in ems. */
  readonly pitch: number;
  /** How wide a space is, in those of the font: a box around a word needs room. */
  readonly space: number;
  /** Pixels that a line has room for. */
  readonly room: number;
  /** Most characters of a line. */
  readonly characters: number;
  /** Of the words, #rrggbb. */
  readonly ink: string;
  /** Of the word that is said; the same as `ink` where it is not lit. */
  readonly lit: string;
  /** What the words stand on (classic, picture-book) or the said word does (word-box), and how opaque it is, 0..1. */
  readonly ground?: { readonly colour: string; readonly opacity: number } | undefined;
  /** Around the letters, where they stand on the picture itself: colour, and width in ems. */
  readonly outline?: { readonly colour: string; readonly width: number } | undefined;
  /** What is kept free at the frame's edges, in pixels. */
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
}

export interface FramePixels {
  readonly width: number;
  readonly height: number;
}

const DARK = '#15131f';
const WHITE = '#ffffff';
const GOLD = '#ffd54a';
const PAPER = '#fbf3e2';
const INK = '#3a2a1e';

/** Ems as parts of the shorter side, by how wide the frame is. */
const EMS = {
  classic: { wide: 0.047, square: 0.047, tall: 0.056 },
  karaoke: { wide: 0.058, square: 0.058, tall: 0.074 },
  'word-box': { wide: 0.058, square: 0.058, tall: 0.074 },
  'picture-book': { wide: 0.044, square: 0.042, tall: 0.049 },
} as const satisfies Record<BurnedStyle, Record<FrameForm, number>>;

type FrameForm = 'wide' | 'square' | 'tall';

function formOf({ width, height }: FramePixels): FrameForm {
  const aspect = width / height;
  return aspect > 1.25 ? 'wide' : aspect < 0.7 ? 'tall' : 'square';
}

/** What films are shown on hides a tall one's lower part behind its buttons. */
const MARGINS = {
  wide: { top: 0.06, bottom: 0.065, side: 0.06 },
  square: { top: 0.06, bottom: 0.065, side: 0.06 },
  tall: { top: 0.1, bottom: 0.17, side: 0.07 },
} as const satisfies Record<FrameForm, object>;

export function captionLook(style: BurnedStyle, frame: FramePixels): CaptionLook {
  const form = formOf(frame);
  const em = EMS[style][form] * Math.min(frame.width, frame.height);
  const parts = MARGINS[form];
  const margin = {
    top: parts.top * frame.height,
    bottom: parts.bottom * frame.height,
    side: parts.side * frame.width,
  };
  const common = { em, margin, space: 1, room: frame.width - 2 * (margin.side + 0.5 * em), characters: 42 };
  switch (style) {
    case 'classic':
      return {
        ...{ ...common, face: 'sans', pitch: 1.3, ink: WHITE, lit: WHITE },
        ground: { colour: DARK, opacity: 0.7 },
      };
    case 'karaoke':
      return {
        ...{ ...common, face: 'sans-strong', pitch: 1.28, ink: WHITE, lit: GOLD },
        outline: { colour: DARK, width: 0.085 },
      };
    case 'word-box':
      return {
        ...{ ...common, face: 'sans-strong', pitch: 1.42, space: 1.45, ink: WHITE, lit: DARK },
        ground: { colour: GOLD, opacity: 1 },
        outline: { colour: DARK, width: 0.085 },
      };
    case 'picture-book':
      return {
        ...{ ...common, face: 'serif', pitch: 1.46, ink: INK, lit: INK },
        ground: { colour: PAPER, opacity: 0.97 },
      };
  }
}
