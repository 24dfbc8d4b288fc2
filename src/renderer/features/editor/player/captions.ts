import { planCues } from '../../../../shared/captions/cues.ts';
import type { CaptionWord, Cue } from '../../../../shared/captions/types.ts';
import { captionWords } from '../../../../shared/captions/words.ts';
import type { ProjectScene } from '../../../../shared/project.ts';
import type { WordTiming } from '../../../../shared/story.ts';

/** A scene's words as they are told, broken into captions as those of a subtitle file are. */
export function pageCues({ title, text }: Pick<ProjectScene, 'title' | 'text'>, timed: readonly WordTiming[]): Cue[] {
  const told = title === undefined ? text : `${title}\n\n${text}`;
  return planCues(captionWords(told, timed));
}

/** The caption to show at a moment. */
export function cueAt(cues: readonly Cue[], seconds: number): Cue | undefined {
  return cues.find(({ start, end }) => start <= seconds && seconds < end);
}

/** The word of it that is being said, or was said last; none before the first. */
export function wordAt({ lines }: Cue, seconds: number): CaptionWord | undefined {
  return lines.flat().findLast(({ start }) => start <= seconds);
}
