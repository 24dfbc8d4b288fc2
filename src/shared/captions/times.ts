import { CHARACTERS_A_SECOND, type CueLimits } from './limits.ts';
import { charactersOf } from './text-width.ts';
import type { CaptionWord, Cue } from './types.ts';
import { lineText } from './words.ts';

/** Seconds. A cue stays a little after its last word, and that long at least. */
const LINGER = 0.35;
const LEAST = 0.9;
/** It comes that much before its first word at most, where nothing is said, if it could not be read otherwise. */
export const EARLY = 0.5;
/** Two frames: a shorter gap between two cues is a flicker. */
const GAP_FRAMES = 2;

/** A cue on its way to its times, in frames. */
interface Slot {
  readonly lines: Cue['lines'];
  /** Of its first word, and the end of its last. */
  readonly own: number;
  readonly said: number;
  /** How long it takes to read it. */
  readonly need: number;
  start: number;
}

/**
 * When each cue comes and goes, in whole frames: none over another, none without a frame. One that is said faster than it can
 * be read takes from the silence before it.
 */
export function timeCues(
  cues: readonly (readonly (readonly CaptionWord[])[])[],
  { fps = 30, until = Infinity }: Pick<CueLimits, 'fps' | 'until'>,
): Cue[] {
  const slots = cues.map((lines) => slotOf(lines, fps));
  const end = Math.round(until * fps);
  comeEarlier(slots, end, EARLY * fps);
  keepOrder(slots);
  return slots.map(({ lines, start, said, need }, index): Cue => {
    const next = slots[index + 1]?.start ?? Infinity;
    const latest = Math.max(start + 1, Math.min(next, end));
    const last = Math.min(latest, Math.max(start + need, said + Math.round(LINGER * fps)));
    return { start: start / fps, end: (latest - last < GAP_FRAMES ? latest : last) / fps, lines };
  });
}

function slotOf(lines: Cue['lines'], fps: number): Slot {
  const words = lines.flat();
  const count = lines.reduce((sum, line) => sum + charactersOf(lineText(line)), 0);
  const own = Math.round(words[0]!.start * fps);
  return {
    lines,
    own,
    said: Math.round(Math.max(...words.map((word) => word.end)) * fps),
    need: Math.ceil(Math.max(LEAST, count / CHARACTERS_A_SECOND) * fps),
    start: own,
  };
}

/** From the last to the first: each as early as the ones after it need, while nothing is said. */
function comeEarlier(slots: readonly Slot[], end: number, most: number): void {
  let next = end;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const slot = slots[index]!;
    const silence = Math.max(slots[index - 1]?.said ?? 0, slot.own - most);
    slot.start = Math.max(Math.min(slot.own, silence), Math.min(slot.own, next - slot.need));
    slot.start = Math.round(slot.start);
    next = slot.start;
  }
}

/** Nothing can be shown before the scene, or for less than a frame. */
function keepOrder(slots: readonly Slot[]): void {
  slots.forEach((slot, index) => {
    const before = slots[index - 1];
    slot.start = Math.max(slot.start, before ? before.start + 1 : 0);
  });
}
