/**
 * When everything happens: the one place where audio time becomes frames.
 *
 * Every scene lasts a whole number of frames, and its sound begins exactly on its first one: the silence after its last
 * word is stretched by less than a frame. So no rounding error can add up over any number of scenes, and a scene whose
 * text is edited moves the later ones without changing their own frames, which their finished segments depend on.
 */
import { ErrorCode, StudioError } from '../../shared/errors.ts';

export interface SpokenChunk {
  /** Length of the speech, in samples. */
  readonly samples: number;
  /** Silence after it, in seconds. */
  readonly pauseAfter: number;
}

/** A scene, or a card before or after them. */
export interface SpokenScene {
  readonly chunks: readonly SpokenChunk[];
  /** Silence before its first word, in seconds: 0 but for the film's first. */
  readonly leadIn: number;
  /** Time that its picture stays after the last word's pause, in seconds. */
  readonly leadOut: number;
}

export interface TimelineOptions {
  /** Frames a second; must divide the sample rate (24, 25, 30 and 60 divide 24,000). */
  readonly fps: number;
  /** Samples a second of the speech. */
  readonly sampleRate: number;
}

export interface SceneTiming {
  /** First frame of the scene in the film. */
  readonly startFrame: number;
  readonly frames: number;
  /** First sample of each chunk, counted from the film's start. */
  readonly chunkStarts: readonly number[];
}

export interface Timeline {
  readonly fps: number;
  readonly sampleRate: number;
  readonly totalFrames: number;
  /** Samples of the whole film: exactly totalFrames / fps seconds. */
  readonly totalSamples: number;
  readonly scenes: readonly SceneTiming[];
}

/** Frames that one scene takes; at least one, an empty scene too. Depends on nothing but the scene itself. */
export function sceneFrames({ chunks, leadIn, leadOut }: SpokenScene, options: TimelineOptions): number {
  const samples = chunks.reduce((sum, chunk) => sum + chunk.samples + pauseSamples(chunk, options), 0);
  const padding = Math.round((leadIn + leadOut) * options.sampleRate);
  return Math.max(1, Math.ceil((samples + padding) / samplesPerFrame(options)));
}

/** Lays scenes one after the other. */
export function layTimeline(scenes: readonly SpokenScene[], options: TimelineOptions): Timeline {
  const perFrame = samplesPerFrame(options);
  let startFrame = 0;
  const timings = scenes.map((scene): SceneTiming => {
    const frames = sceneFrames(scene, options);
    let sample = startFrame * perFrame + Math.round(scene.leadIn * options.sampleRate);
    const chunkStarts = scene.chunks.map((chunk) => {
      const start = sample;
      sample += chunk.samples + pauseSamples(chunk, options);
      return start;
    });
    const timing = { startFrame, frames, chunkStarts };
    startFrame += frames;
    return timing;
  });
  return {
    fps: options.fps,
    sampleRate: options.sampleRate,
    totalFrames: startFrame,
    totalSamples: startFrame * perFrame,
    scenes: timings,
  };
}

function pauseSamples(chunk: SpokenChunk, options: TimelineOptions): number {
  return Math.round(chunk.pauseAfter * options.sampleRate);
}

function samplesPerFrame({ fps, sampleRate }: TimelineOptions): number {
  const samples = sampleRate / fps;
  if (!Number.isInteger(samples)) {
    throw new StudioError(
      ErrorCode.option,
      `${String(fps)} frames a second do not fit ${String(sampleRate)} Hz sound.`,
      {
        hint: 'Choose 24, 25, 30 or 60 frames a second.',
      },
    );
  }
  return samples;
}
