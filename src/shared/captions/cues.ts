import { CHARACTERS_A_SECOND, type CueLimits, rulerOf } from './limits.ts';
import { cutLongWords } from './long-words.ts';
import { breakLines, type Measured, measureWords } from './lines.ts';
import { inOrder } from './order.ts';
import { breakCost, endsSentence } from './phrases.ts';
import { EARLY, timeCues } from './times.ts';
import type { CaptionWord, Cue } from './types.ts';

/** Seconds that a cue should stay at least, and rather not longer. */
const SHORT = 1.2;
const LONG = 6.5;
/** A silence within a cue that is longer than that parts it. */
const SILENCE = 0.9;

/**
 * Words to cues: at most two lines of at most 42 characters (or what fits), broken at phrases and evenly, at a pace that can
 * be read (17 characters a second) wherever the speech leaves the time for it. The way of breaking with the least cost over
 * the whole paragraph is found, so a good beginning never leaves a lone word for the end.
 * @param words in order; any Unicode, any times
 */
export function planCues(words: readonly CaptionWord[], limits: CueLimits = {}): Cue[] {
  const ruler = rulerOf(limits);
  const fit = cutLongWords(inOrder(words), ruler);
  const cues = paragraphsOf(fit).flatMap((paragraph) =>
    cutParagraph(measureWords(paragraph, ruler), limits.lines ?? 2),
  );
  return timeCues(cues, limits);
}

function paragraphsOf(words: readonly CaptionWord[]): CaptionWord[][] {
  const paragraphs: CaptionWord[][] = [];
  for (const word of words) {
    if (word.opens || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1)!.push(word);
  }
  return paragraphs;
}

type Lines = readonly (readonly CaptionWord[])[];

/** Dynamic programming over where cues begin: best[i] is the least cost of everything before word i. */
function cutParagraph(measured: Measured, mostLines: number): Lines[] {
  const { words } = measured;
  const pace = Math.max(CHARACTERS_A_SECOND, paceOf(measured, 0, words.length));
  const best: { cost: number; from: number; lines: Lines }[] = [{ cost: 0, from: -1, lines: [] }];
  for (let to = 1; to <= words.length; to += 1) {
    let found: (typeof best)[number] | undefined;
    for (let from = to - 1; from >= 0; from -= 1) {
      if (measured.width(from, to) > mostLines) break;
      const broken = breakLines(measured, from, to, mostLines);
      if (!broken) continue;
      const cost = best[from]!.cost + broken.cost + cueCost(measured, from, to, pace);
      if (!found || cost < found.cost) found = { cost, from, lines: broken.lines };
    }
    // One word always fits: those that do not were cut.
    best.push(found!);
  }
  const cues: Lines[] = [];
  for (let to = words.length; to > 0; to = best[to]!.from) cues.unshift(best[to]!.lines);
  return cues;
}

function cueCost(measured: Measured, from: number, to: number, most: number): number {
  const { words } = measured;
  const last = words[to - 1]!;
  const next = words[to];
  let cost = 1.5 + breakCost(last, next);
  const first = words[from]!;
  const seconds = (next ? next.start : last.end + SILENCE) - first.start;
  const pace = paceOf(measured, from, to);
  if (pace > most) cost += 6 + 8 * (pace - most);
  if (seconds < SHORT) cost += 14 * (SHORT - seconds);
  const told = last.end - first.start;
  if (told > LONG) cost += 6 * (told - LONG);
  for (let index = from + 1; index < to; index += 1) {
    const silence = words[index]!.start - words[index - 1]!.end;
    if (silence > SILENCE) cost += 12 + 30 * (silence - SILENCE);
    if (endsSentence(words[index - 1]!, words[index])) cost += 5;
  }
  return cost;
}

/** Characters a second that words [from, to) ask of who reads them, up to the next word. */
function paceOf({ words, characters }: Measured, from: number, to: number): number {
  const [first, last, before, next] = [words[from]!, words[to - 1]!, words[from - 1], words[to]];
  // They may come a little before they are said, where nothing is.
  const early = before ? Math.min(EARLY, Math.max(0, first.start - before.end)) : 0;
  const seconds = (next ? next.start : last.end + SILENCE) - first.start;
  return characters(from, to) / Math.max(0.05, seconds + early);
}
