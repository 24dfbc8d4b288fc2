import { CHARACTERS_A_SECOND, type CueLimits } from './limits.ts';
import { charactersOf } from './text-width.ts';
import type { CaptionWord, Cue } from './types.ts';
import { lineText } from './words.ts';

/** Seconds. A cue stays a little after its last word, and as long as it takes to read it when there is a silence to do so. */
const LINGER = 0.35;
const LEAST = 1;
/** It comes that much before its first word at most, where it would be too short otherwise. */
const EARLY = 0.5;
/** Two frames: a shorter gap between two cues is a flicker. */
const GAP_FRAMES = 2;

/** When each cue comes and goes, in whole frames: none over another, none without a frame. */
export function timeCues(
  cues: readonly (readonly (readonly CaptionWord[])[])[],
  { fps = 30, until = Infinity }: Pick<CueLimits, 'fps' | 'until'>,
): Cue[] {
  const frame = (seconds: number) => Math.round(seconds * fps);
  const gap = GAP_FRAMES;
  let free = 0;
  return cues.map((lines, index): Cue => {
    const words = lines.flat();
    const own = words[0]!.start;
    const next = cues[index + 1]?.[0]?.[0]?.start ?? Infinity;
    const said = Math.max(...words.map(({ end }) => end));
    const reading = Math.max(
      LEAST,
      lines.reduce((sum, line) => sum + charactersOf(lineText(line)), 0) / CHARACTERS_A_SECOND,
    );
    // Up to the next one, unless the scene is over before.
    const latest = Math.max(frame(own) + 1, Math.min(frame(next), frame(until)));
    const last = Math.min(latest, frame(Math.max(said + LINGER, own + reading)));
    const start = Math.max(free, Math.min(frame(own), Math.max(frame(own - EARLY), Math.ceil(last - reading * fps))));
    const end = Math.max(start + 1, frame(next) - last < gap ? latest : last);
    free = end;
    return { start: start / fps, end: end / fps, lines };
  });
}
