import { frameSize, type Extra, type FilmOptions } from '../../../shared/film.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { ComposeInput } from '../compose.ts';
import { isNarrated, type RecordedChunk } from './told.ts';
import type { NarratedChunk, SceneUnit } from './units.ts';

/** How much there is to do in a step, in the unit that its time is proportional to: what rates and estimates rest on. */
export const workOf = {
  /** Characters that are spoken. */
  chunk: ({ chunk }: NarratedChunk): number => chunk.spoken.length,
  /** Seconds. */
  recorded: ({ stretch: { from, to } }: RecordedChunk): number => to - from,
  /** Pixels. */
  picture: ({ width, height }: ComposeInput['size']): number => width * height,
  /** Pixels of all frames. */
  segment: ({ frames, size }: Pick<ComposeInput, 'frames' | 'size'>): number => frames * size.width * size.height,
  /** Samples. */
  sound: ({ totalSamples }: Pick<Timeline, 'totalSamples'>): number => totalSamples,
  /** Frames that are joined. */
  film: ({ totalFrames }: Pick<Timeline, 'totalFrames'>): number => totalFrames,
  /** Scenes, by about how much longer a kind takes for one than the others do. */
  extra: (extra: Extra, scenes: number): number => scenes * EXTRA_COSTS[extra],
} as const;

const EXTRA_COSTS = {
  ...{ srt: 0.1, vtt: 0.1, otio: 0.1, wav: 1, mp3: 3, assets: 2, pdf: 10, sheet: 5, gif: 20, webp: 20 },
} as const satisfies Record<Extra, number>;

/** Under which name a stage's speed is remembered: what is done quicker in one way than in another is not lumped together. */
export function rateOf(stage: string, options: FilmOptions): string {
  const ways: Readonly<Record<string, string>> = {
    narrate: options.narrator,
    illustrate: options.style,
    compose: `${options.preset} ${options.motion}${encoderRate(options)}${options.captions === 'none' ? '' : ' captions'}`,
  };
  return stage in ways ? `${stage} ${ways[stage]!}` : stage;
}

/** Nothing for H.264 by software: what was measured before there were others still holds. */
function encoderRate({ codec, encoder }: FilmOptions): string {
  return codec === 'h264' && encoder === 'software' ? '' : ` ${codec} ${encoder}`;
}

/** Kokoro's voices say about so many characters a second, at speed 1. */
const CHARACTERS_PER_SECOND = 14.5;
const SPEECH_RATE = 24_000;

/** The same before the narration is there, from the length of the text. */
export const guessWork = {
  segment: (unit: SceneUnit, options: FilmOptions): number =>
    workOf.segment({ frames: Math.ceil(guessSeconds(unit) * options.fps), size: frameSize(options) }),
  sound: (units: readonly SceneUnit[]): number =>
    units.reduce((sum, unit) => sum + guessSeconds(unit), 0) * SPEECH_RATE,
  film: (units: readonly SceneUnit[], { fps }: FilmOptions): number =>
    Math.ceil(units.reduce((sum, unit) => sum + guessSeconds(unit), 0) * fps),
} as const;

/** Seconds of film that a scene will take. */
export function guessSeconds({ chunks, leadIn, leadOut }: SceneUnit): number {
  return chunks.reduce(
    (sum, each) =>
      sum +
      (isNarrated(each) ? each.chunk.spoken.length / CHARACTERS_PER_SECOND / each.speed : workOf.recorded(each)) +
      each.pauseAfter,
    leadIn + leadOut,
  );
}
