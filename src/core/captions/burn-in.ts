/** Captions for a scene's frames: what is said, in a style, as an ASS document. */
import { type BurnedStyle, captionLook, type FramePixels } from '../../shared/captions/look.ts';
import { planCues } from '../../shared/captions/cues.ts';
import type { CaptionWord } from '../../shared/captions/types.ts';
import { type AssEvent, writeAss } from './ass.ts';
import type { CaptionFonts } from './fonts.ts';
import { type Block, type HeadsAt, placeBlocks } from './place.ts';
import { classicEvents, karaokeEvents, type PlacedCue, wordBoxEvents } from './styles.ts';
import { setLine, widthIn } from './typeset.ts';
import type { BurnIn } from './types.ts';
import { pageEvents } from './picture-book.ts';

export interface BurnInRequest {
  readonly style: BurnedStyle;
  /** captionWords of the scene. */
  readonly words: readonly CaptionWord[];
  readonly size: FramePixels;
  readonly fps: number;
  /** Of the scene. */
  readonly frames: number;
  /** No word is shown from this second of the scene on: the next scene comes in. */
  readonly until?: number | undefined;
  /** Heads of the picture as the camera moves over it, in parts of the frame; none where nobody is to be seen. */
  readonly heads?: HeadsAt | undefined;
  /** fontsFor the words' text. */
  readonly fonts: CaptionFonts;
  /** What else is burned in. */
  readonly beside?: readonly AssEvent[] | undefined;
}

/** Pure: the same words, style and fonts give the same document. @returns undefined when there is nothing to show */
export function burnIn(request: BurnInRequest): BurnIn | undefined {
  const { style, size, fps, frames, fonts, beside = [] } = request;
  const captions = style === 'picture-book' ? pageEvents(request) : cueEvents(request, style);
  const within = [...beside, ...captions]
    .map((event): AssEvent => ({ ...event, to: Math.min(event.to, frames) }))
    .filter(({ from, to }) => to > from);
  if (within.length === 0) return undefined;
  return { ass: writeAss({ ...size, fps, events: within }), fonts: fonts.folder, fontsDigest: fonts.digest };
}

const EVENTS = { classic: classicEvents, karaoke: karaokeEvents, 'word-box': wordBoxEvents } as const;

function cueEvents(request: BurnInRequest, style: keyof typeof EVENTS): AssEvent[] {
  const { words, size, fps, frames, until, heads, fonts } = request;
  const look = captionLook(style, size);
  const cues = planCues(words, {
    characters: look.characters,
    measure: widthIn(fonts, look),
    room: look.room,
    fps,
    until: Math.min(until ?? Infinity, frames / fps),
  });
  const set = cues.flatMap((cue): Omit<PlacedCue, 'top'>[] => {
    const lines = cue.lines.flatMap((line) => setLine(line, fonts, look) ?? []);
    if (lines.length === 0) return [];
    const block: Block = {
      width: Math.max(...lines.map(({ width }) => width)),
      height: lines.length * look.pitch * look.em,
    };
    return [{ ...cue, ...block, lines, from: Math.round(cue.start * fps), to: Math.round(cue.end * fps) }];
  });
  const tops = placeBlocks(set, { look, frame: size, heads });
  return set.flatMap((cue, index) => EVENTS[style]({ ...cue, top: tops[index]! }, { look, frame: size, fps }));
}
