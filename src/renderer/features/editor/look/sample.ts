import { captionLook, type BurnedStyle, type CaptionFace } from '../../../../shared/captions/look.ts';
import { planCues } from '../../../../shared/captions/cues.ts';
import { planPages } from '../../../../shared/captions/pages.ts';
import type { CaptionWord, Cue } from '../../../../shared/captions/types.ts';
import { captionWords } from '../../../../shared/captions/words.ts';
import { frameSize, type Shape } from '../../../../shared/film.ts';
import type { WordTiming } from '../../../../shared/story.ts';

/** Words a second of a calm narrator, for a scene that nobody has narrated yet. */
const PACE = 2.6;

/** The scene's words as they would be told, with the narrator's own times where there are some. */
export function sampleWords(text: string, timed: readonly WordTiming[] | undefined): CaptionWord[] {
  return captionWords(text, timed && timed.length > 0 ? timed : guessTimes(text));
}

function guessTimes(text: string): WordTiming[] {
  return (text.match(/\S+/gu) ?? []).map((word, index) => ({
    text: word,
    start: index / PACE,
    end: (index + 0.9) / PACE,
  }));
}

/** A frame of any size serves: everything is shown in parts of it. */
export function sampleFrame(shape: Shape) {
  return frameSize({ shape, size: '1080p' });
}

/** Cues as the film will have them where no head is in their way. `measure`: how wide a text is in a face of an em of 1. */
export function sampleCues(
  words: readonly CaptionWord[],
  style: BurnedStyle,
  shape: Shape,
  measure: (text: string, face: CaptionFace) => number,
): Cue[] {
  const frame = sampleFrame(shape);
  const look = captionLook(style, frame);
  const limits = { ...look, measure: (text: string) => measure(text, look.face) * look.em };
  if (style !== 'picture-book') return planCues(words, limits);
  const isWide = frame.width / frame.height > 1.25;
  const [characters, lines] = isWide ? [58, 3] : [42, 4];
  return planPages(words, { ...limits, characters, lines, room: frame.width - 2 * look.margin.side - 2.3 * look.em });
}
