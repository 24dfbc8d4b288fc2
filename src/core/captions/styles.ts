/** The looks of captions that stand on the picture: classic, karaoke, word box. */
import type { CaptionLook, FramePixels } from '../../shared/captions/look.ts';
import { assAlpha, assColour, type AssEvent, number, roundedBox } from './ass.ts';
import { lineMarkup, type SetLine } from './typeset.ts';

export interface PlacedCue {
  readonly start: number;
  readonly end: number;
  /** Frames of the segment, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly SetLine[];
  /** Pixels, of all lines. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

export interface Stage {
  readonly look: CaptionLook;
  readonly frame: FramePixels;
  readonly fps: number;
}

/** White on a soft dark box. */
export function classicEvents(cue: PlacedCue, stage: Stage): AssEvent[] {
  const { look, frame } = stage;
  const { from, to } = cue;
  const [across, down] = [0.5 * look.em, 0.16 * look.em];
  const box = { width: cue.width + 2 * across, height: cue.height + 2 * down };
  const at = position((frame.width - box.width) / 2, cue.top - down);
  const ground = look.ground!;
  const tags = `\\an7${at}\\p4\\bord0\\blur${number(look.em * 0.02)}\\1c${assColour(ground.colour)}\\1a${assAlpha(ground.opacity)}`;
  return [
    { layer: 0, from, to, text: `{${tags}}${roundedBox(box.width, box.height, look.em * 0.28)}` },
    ...cue.lines.map((line, index): AssEvent => {
      const head = `${linePosition(cue, index, stage)}\\bord0\\1c${assColour(look.ink)}`;
      return { layer: 1, from, to, text: `{${head}}${lineMarkup(line, look)}` };
    }),
  ];
}

/** Seconds in which a word lights up and goes out. */
const LIGHT_UP = 0.07;
const GO_OUT = 0.18;

/** Bold white with a dark outline; the word that is said is gold. */
export function karaokeEvents(cue: PlacedCue, stage: Stage): AssEvent[] {
  const { look, fps } = stage;
  const [ink, lit] = [assColour(look.ink), assColour(look.lit)];
  const moments = litMoments(cue, fps);
  return cue.lines.flatMap((line, index) => {
    const head = `${linePosition(cue, index, stage)}${outlined(look)}`;
    return [
      glow(cue, index, stage),
      ...moments.map(({ from, to, word, last }): AssEvent => {
        const markup = lineMarkup(line, look, (set) => {
          if (set.word === word) return `\\1c${ink}\\t(0,${milliseconds(LIGHT_UP)},\\1c${lit})`;
          return set.word === last ? `\\1c${lit}\\t(0,${milliseconds(GO_OUT)},\\1c${ink})` : `\\1c${ink}`;
        });
        return { layer: 2, from, to, text: `{${head}}${markup}` };
      }),
    ];
  });
}

/** Bold white with a dark outline; the word that is said stands on a box that comes with it. */
export function wordBoxEvents(cue: PlacedCue, stage: Stage): AssEvent[] {
  const { look, frame, fps } = stage;
  const ground = look.ground!;
  return cue.lines.flatMap((line, index) => {
    const head = `${linePosition(cue, index, stage)}${outlined(look)}`;
    const middle = lineMiddle(cue, index, look);
    const events: AssEvent[] = [glow(cue, index, stage)];
    for (const { from, to, word } of litMoments(cue, fps)) {
      const set = line.words.find((each) => each.word === word);
      const markup = lineMarkup(line, look, (each) =>
        each === set ? `\\1c${assColour(look.lit)}\\bord0` : `\\1c${assColour(look.ink)}\\bord${outlineWidth(look)}`,
      );
      events.push({ layer: 3, from, to, text: `{${head}}${markup}` });
      if (!set) continue;
      const [width, height] = [set.width + 0.3 * look.em, 1.24 * look.em];
      const x = (frame.width - line.width) / 2 + set.left + set.width / 2;
      const pop = `\\fscx94\\fscy94\\t(0,${milliseconds(LIGHT_UP)},\\fscx100\\fscy100)`;
      const tags = `\\an5${position(x, middle)}\\p4\\bord0\\1c${assColour(ground.colour)}${pop}`;
      events.push({ layer: 2, from, to, text: `{${tags}}${roundedBox(width, height, 0.24 * look.em)}` });
    }
    return events;
  });
}

/** A soft dark light around the letters: what lies behind them grows quiet. */
function glow(cue: PlacedCue, index: number, stage: Stage): AssEvent {
  const { look } = stage;
  const dark = assColour(look.outline!.colour);
  const tags = [
    `\\bord${number(look.em * (look.outline!.width + 0.08))}\\blur${number(look.em * 0.11)}`,
    `\\1c${dark}\\3c${dark}\\1a${assAlpha(0.55)}\\3a${assAlpha(0.55)}`,
  ].join('');
  const text = `{${linePosition(cue, index, stage)}${tags}}${lineMarkup(cue.lines[index]!, look)}`;
  return { layer: 0, from: cue.from, to: cue.to, text };
}

function outlined(look: CaptionLook): string {
  return `\\bord${outlineWidth(look)}\\3c${assColour(look.outline!.colour)}`;
}

function outlineWidth(look: CaptionLook): string {
  return number(look.em * look.outline!.width);
}

interface Moment {
  readonly from: number;
  readonly to: number;
  /** The word that is said, and the one that was just before. */
  readonly word?: PlacedCue['lines'][number]['words'][number]['word'] | undefined;
  readonly last?: Moment['word'];
}

/** A word stays lit up to the next one, if that comes soon. */
const BRIDGE = 0.3;

/** A cue's time in stretches in which the same word is lit. Words so short that they have no frame are passed over. */
function litMoments({ from, to, lines }: PlacedCue, fps: number): Moment[] {
  const words = lines.flatMap((line) => line.words.map(({ word }) => word));
  const moments: Moment[] = [];
  let at = from;
  let last: Moment['word'];
  const add = (until: number, word: Moment['word']) => {
    const end = Math.min(to, until);
    if (end <= at) return;
    moments.push({ from: at, to: end, word, last });
    at = end;
    last = word;
  };
  words.forEach((word, index) => {
    const next = words[index + 1];
    add(Math.round(word.start * fps), undefined);
    const end = next && next.start - word.end < BRIDGE ? next.start : word.end;
    add(Math.round(end * fps), word);
  });
  add(to, undefined);
  return moments;
}

function linePosition(cue: PlacedCue, index: number, { look, frame }: Stage): string {
  const line = cue.lines[index]!;
  // Letters between baseline and x-height are what the eye takes for the middle of a line.
  const baseline = lineMiddle(cue, index, look) + 0.36 * look.em;
  return `\\an5${position(frame.width / 2, baseline - line.rise)}`;
}

function lineMiddle({ top }: PlacedCue, index: number, { pitch, em }: CaptionLook): number {
  return top + (index + 0.5) * pitch * em;
}

function position(x: number, y: number): string {
  return `\\pos(${number(x)},${number(y)})`;
}

function milliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000));
}
