import { captionLines } from '../player/captions.ts';

interface TimedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SampleCue {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly (readonly TimedWord[])[];
}

/** Words a second of a calm narrator, for a scene that nobody has narrated yet. */
const PACE = 2.6;

/** The scene's words as they would be told, with the narrator's own times where there are some. */
export function sampleWords(text: string, words: readonly TimedWord[] | undefined): readonly TimedWord[] {
  if (words && words.length > 0) return words;
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word, index) => ({ text: word, start: index / PACE, end: (index + 0.9) / PACE }));
}

export function sampleCues(words: readonly TimedWord[]): SampleCue[] {
  return captionLines(words).map(({ from, to }) => {
    const line = words.slice(from, to);
    return { start: line[0]!.start, end: line.at(-1)!.end, lines: [line] };
  });
}
