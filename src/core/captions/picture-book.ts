/** A page of a picture book: the text on a panel of warm paper, where no head is. */
import { captionLook, type CaptionLook, type FramePixels } from '../../shared/captions/look.ts';
import { planPages } from '../../shared/captions/pages.ts';
import type { Cue } from '../../shared/captions/types.ts';
import { assAlpha, assColour, type AssEvent, number, roundedBox } from './ass.ts';
import type { BurnInRequest } from './burn-in.ts';
import type { CaptionFonts } from './fonts.ts';
import { covered, type FrameBox, headsDuring } from './place.ts';
import { lineMarkup, setLine, type SetLine, widthIn } from './typeset.ts';

/** Where a panel may lie, and how much text it takes at most. */
interface Spot {
  readonly side: 'bottom' | 'right' | 'left' | 'top';
  /** Characters of a line, and lines. */
  readonly characters: number;
  readonly lines: number;
  /** What counts against it beside heads that it covers: the first is the most usual place for words. */
  readonly dislike: number;
}

const WIDE_SPOTS: readonly Spot[] = [
  { side: 'bottom', characters: 58, lines: 3, dislike: 0 },
  { side: 'right', characters: 24, lines: 9, dislike: 0.05 },
  { side: 'left', characters: 24, lines: 9, dislike: 0.06 },
  { side: 'top', characters: 58, lines: 3, dislike: 0.1 },
];
const OTHER_SPOTS: readonly Spot[] = [
  { side: 'bottom', characters: 42, lines: 4, dislike: 0 },
  { side: 'top', characters: 42, lines: 4, dislike: 0.1 },
];

interface Page {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly SetLine[];
}

interface Panel {
  readonly pages: readonly Page[];
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between paper and text, in ems. */
const PADDING = { across: 1.15, down: 0.8 };
/** Seconds of a panel's coming and going, and of a page's. */
const PANEL_FADE = 0.25;
const PAGE_FADE = 0.16;

export function pageEvents(request: BurnInRequest): AssEvent[] {
  const { size, fps } = request;
  const look = captionLook('picture-book', size);
  const spots = size.width / size.height > 1.25 ? WIDE_SPOTS : OTHER_SPOTS;
  const rated = spots
    .map((spot) => ({ panel: layPanel(spot, request, look), spot }))
    .map(({ panel, spot }) => ({ panel, cost: panel ? spot.dislike + hidden(panel, request) : Infinity }));
  const best = rated.reduce((least, each) => (each.cost < least.cost ? each : least));
  return best.panel ? [...paper(best.panel, look, fps), ...text(best.panel, look, fps)] : [];
}

function layPanel(
  spot: Spot,
  { words, size, fps, frames, until, fonts }: BurnInRequest,
  look: CaptionLook,
): Panel | undefined {
  const { em, margin } = look;
  const inset = PADDING.across * em;
  const cues = planPages(words, {
    characters: spot.characters,
    lines: spot.lines,
    measure: widthIn(fonts, look),
    room: size.width - 2 * margin.side - 2 * inset,
    fps,
    until: Math.min(until ?? Infinity, frames / fps),
  });
  const pages = cues.flatMap((cue) => setPage(cue, fonts, look, fps));
  if (pages.length === 0) return undefined;
  const lines = Math.max(...pages.map((page) => page.lines.length));
  const width = Math.max(...pages.flatMap((page) => page.lines.map((line) => line.width))) + 2 * inset;
  const height = lines * look.pitch * em + 2 * PADDING.down * em;
  return { pages, width, height, ...corner(spot.side, { width, height }, size, margin) };
}

function setPage(cue: Cue, fonts: CaptionFonts, look: CaptionLook, fps: number): Page[] {
  const lines = cue.lines.flatMap((line) => setLine(line, fonts, look) ?? []);
  return lines.length === 0 ? [] : [{ from: Math.round(cue.start * fps), to: Math.round(cue.end * fps), lines }];
}

function corner(
  side: Spot['side'],
  { width, height }: FramePixels,
  frame: FramePixels,
  margin: CaptionLook['margin'],
): { readonly x: number; readonly y: number } {
  const middle = { x: (frame.width - width) / 2, y: (frame.height - height) / 2 };
  switch (side) {
    case 'bottom':
      return { x: middle.x, y: frame.height - margin.bottom - height };
    case 'top':
      return { x: middle.x, y: margin.top };
    case 'left':
      return { x: margin.side, y: middle.y };
    case 'right':
      return { x: frame.width - margin.side - width, y: middle.y };
  }
}

function hidden({ pages, ...panel }: Panel, { heads, fps, size }: BurnInRequest): number {
  if (!heads) return 0;
  const box: FrameBox = {
    x: panel.x / size.width,
    y: panel.y / size.height,
    width: panel.width / size.width,
    height: panel.height / size.height,
  };
  const seen = headsDuring({ start: pages[0]!.from / fps, end: pages.at(-1)!.to / fps }, heads);
  return seen.length === 0 ? 0 : covered(box, seen);
}

/** A sheet with a shadow under it and a thin line around the text. */
function paper({ pages, x, y, width, height }: Panel, { em, ground }: CaptionLook, fps: number): AssEvent[] {
  const [from, to] = [pages[0]!.from, pages.at(-1)!.to];
  const fade = fades(from / fps, PANEL_FADE);
  const sheet = (layer: number, dx: number, dy: number, grow: number, tags: string): AssEvent => ({
    layer,
    from,
    to,
    text:
      `{\\an7\\pos(${number(x + dx - grow)},${number(y + dy - grow)})\\p4${fade}${tags}}` +
      roundedBox(width + 2 * grow, height + 2 * grow, 0.42 * em + grow),
  });
  const inset = 0.26 * em;
  const line = `\\bord${number(em * 0.022)}\\1a&HFF&\\3c${assColour('#d8bf92')}`;
  return [
    sheet(0, 0, 0.14 * em, 0, `\\bord0\\blur${number(em * 0.2)}\\1c${assColour('#2a1c10')}\\1a${assAlpha(0.5)}`),
    sheet(1, 0, 0, 0, `\\bord0\\1c${assColour(ground!.colour)}\\1a${assAlpha(ground!.opacity)}`),
    sheet(2, 0, 0, -inset, line),
  ];
}

function text({ pages, x, y, width, height }: Panel, look: CaptionLook, fps: number): AssEvent[] {
  const { em, pitch } = look;
  return pages.flatMap((page, index) => {
    const used = page.lines.length * pitch * em;
    const top = y + (height - used) / 2;
    const fade = fades(page.from / fps, index === 0 ? PANEL_FADE : PAGE_FADE);
    // A page's lines begin under one another, on the side where its script begins, and it stands in the middle of the paper.
    const widest = Math.max(...page.lines.map((line) => line.width));
    const isLeft = page.lines[0]!.way === 'ltr';
    const edge = x + (width + (isLeft ? -widest : widest)) / 2;
    return page.lines.map((line, row): AssEvent => {
      const baseline = top + (row + 0.5) * pitch * em + 0.3 * em;
      const at = `\\an${isLeft ? '4' : '6'}\\pos(${number(edge)},${number(baseline - line.rise)})`;
      const head = `${at}\\bord0\\1c${assColour(look.ink)}${fade}`;
      return { layer: 3, from: page.from, to: page.to, text: `{${head}}${lineMarkup(line, { em })}` };
    });
  });
}

/** What is there from the scene's first frame on does not fade in: the picture does not either. */
function fades(start: number, seconds: number): string {
  return `\\fad(${start < 0.1 ? '0' : String(seconds * 1000)},${String(seconds * 1000)})`;
}
