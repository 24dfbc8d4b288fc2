/** What stands on a title or closing card, or in place of a picture: large letters on a quiet ground, and a small ornament under them. */
import type { CaptionLook, FramePixels } from '../../shared/captions/look.ts';
import { wrapText } from '../../shared/captions/pages.ts';
import { assAlpha, assColour, type AssEvent, number, writeAss } from './ass.ts';
import type { CaptionFonts } from './fonts.ts';
import { lineMarkup, setLine, type SetLine, widthIn } from './typeset.ts';
import type { BurnIn } from './types.ts';

export interface CardRequest {
  readonly kind: 'title' | 'closing' | 'scene';
  /** The story's title, or 'The End'. */
  readonly text: string;
  readonly size: FramePixels;
  readonly fps: number;
  /** Of the card. */
  readonly frames: number;
  /** The letters are gone by this second: the next scene comes in. */
  readonly until?: number | undefined;
  /** fontsFor the text. */
  readonly fonts: CaptionFonts;
}

/** Ems as parts of the frame's shorter side, the largest first: the first in which a text has few enough lines is taken. */
const EMS = {
  title: [0.105, 0.088, 0.074, 0.062, 0.05, 0.04, 0.03],
  closing: [0.12, 0.1, 0.08, 0.06, 0.04],
  scene: [0.08, 0.068, 0.056, 0.044, 0.034],
} as const;
const MOST_LINES = 4;
const PITCH = 1.18;
const CREAM = '#fff6e0';
const GOLD = '#ffd98a';
const DARK = '#1a1220';
/** Seconds. */
const FADE_IN = 0.45;
const FADE_OUT = 0.3;

/** @returns undefined when no font has anything of the text */
export function cardBurnIn(request: CardRequest): BurnIn | undefined {
  const { size, fps, fonts } = request;
  const events = cardEvents(request);
  if (events.length === 0) return undefined;
  return { ass: writeAss({ ...size, fps, events }), fonts: fonts.folder, fontsDigest: fonts.digest };
}

/** In the middle of the frame: captions that come as well keep off it (CARD_BOX). */
export function cardEvents({ kind, text, size, fps, frames, until = Infinity, fonts }: CardRequest): AssEvent[] {
  const { lines, em } = setCard(text, EMS[kind], size, fonts);
  if (lines.length === 0) return [];
  const to = Math.max(1, Math.min(frames, Math.round(until * fps)));
  const gone = to < frames ? FADE_OUT : 0;
  const fade = `\\fad(${number(FADE_IN * 1000)},${number(gone * 1000)})`;
  const height = lines.length * PITCH * em;
  // The ornament is a part of the whole that stands in the middle.
  const top = (size.height - height - 0.7 * em) / 2;
  return [
    ...lines.flatMap((line, index): AssEvent[] => {
      const y = top + (index + 0.5) * PITCH * em + 0.32 * em - line.rise;
      const at = `\\an5\\pos(${number(size.width / 2)},${number(y)})${fade}`;
      const soft = `\\bord${number(em * 0.05)}\\blur${number(em * 0.14)}\\1a&HFF&\\3c${assColour(DARK)}\\3a${assAlpha(0.75)}`;
      const letters = `\\bord${number(em * 0.022)}\\3c${assColour(DARK)}\\3a${assAlpha(0.85)}\\1c${assColour(CREAM)}`;
      const markup = lineMarkup(line, { em });
      return [
        { layer: 0, from: 0, to, text: `{${at}${soft}}${markup}` },
        { layer: 1, from: 0, to, text: `{${at}${letters}}${markup}` },
      ];
    }),
    ornament(size.width / 2, top + height + 0.42 * em, em, fade, to),
  ];
}

/** What the letters of a scene's card may cover, in parts of the frame. */
export const CARD_BOX = { x: 0.1, y: 0.3, width: 0.8, height: 0.4 } as const;

function setCard(
  text: string,
  ems: readonly number[],
  size: FramePixels,
  fonts: CaptionFonts,
): { readonly lines: readonly SetLine[]; readonly em: number } {
  const face: CaptionLook['face'] = 'serif-strong';
  let [lines, em]: [SetLine[], number] = [[], 0];
  for (const part of ems) {
    em = part * Math.min(size.width, size.height);
    const wrapped = wrapText(text, { characters: 60, measure: widthIn(fonts, { face, em }), room: size.width * 0.8 });
    lines = wrapped.flatMap((line) => setLine(line, fonts, { face, em }) ?? []);
    if (lines.length <= MOST_LINES && wrapped.every((line) => !line.some(({ glued }) => glued))) break;
  }
  // A title that is a whole page is shown as far as the frame reaches.
  return { lines: lines.slice(0, Math.max(1, Math.floor((size.height * 0.8) / (PITCH * em)))), em };
}

/** Two thin lines that grow thinner outwards, and a diamond between them. */
function ornament(x: number, y: number, em: number, fade: string, to: number): AssEvent {
  const unit = (value: number) => String(Math.round(value * 8));
  const [long, thick, gap, diamond] = [1.5 * em, 0.022 * em, 0.3 * em, 0.1 * em];
  const middle = long + gap;
  const wing = (from: number, end: number) =>
    `m ${unit(from)} ${unit(diamond)} l ${unit(end)} ${unit(diamond - thick)} ${unit(end)} ${unit(diamond + thick)}`;
  const drawing = [
    wing(0, long),
    wing(2 * middle, middle + gap),
    `m ${unit(middle)} 0 l ${unit(middle + diamond)} ${unit(diamond)} ${unit(middle)} ${unit(2 * diamond)} ${unit(middle - diamond)} ${unit(diamond)}`,
  ].join(' ');
  const tags = `\\an5\\pos(${number(x)},${number(y)})\\p4\\bord${number(em * 0.012)}\\3c${assColour(DARK)}\\3a${assAlpha(0.6)}\\1c${assColour(GOLD)}${fade}`;
  return { layer: 1, from: 0, to, text: `{${tags}}${drawing}` };
}
