import { join } from 'node:path';
import { FILM_SIZES, type FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { Artefact } from '../../build/stage.ts';
import {
  layTimeline,
  sceneFrames,
  type SpokenChunk,
  type Timeline,
  type TimelineOptions,
} from '../../story/timeline.ts';
import type { ComposeInput } from '../compose.ts';
import type { IllustrateInput, IllustrateOutput } from '../illustrate.ts';
import type { MixInput } from '../mix.ts';
import { SPEECH_FILE, type NarrateInput, type NarrateOutput } from '../narrate.ts';
import type { FilmParts } from './parts.ts';
import type { ChunkUnit, SceneUnit } from './units.ts';

export type Narrated = readonly Artefact<NarrateOutput>[];

/** What every narrator gives, samples a second. */
const SPEECH_RATE = 24_000;
/** A breath before the first word, and the last picture's rest, in seconds. */
const LEAD_IN = 0.4;
const LEAD_OUT = 1.2;
/** Pictures are drawn larger than the film, so that the camera can move without enlarging them. */
const OVERSCAN = 1.125;

export function narrateInput({ chunk, voice, speed }: ChunkUnit, { narrator }: FilmParts, threads = 1): NarrateInput {
  return { spoken: chunk.spoken, sounds: chunk.sounds, words: chunk.words, voice, speed, narrator, threads };
}

export function illustrateInput(
  { scene }: SceneUnit,
  { cast }: Storyboard,
  options: FilmOptions,
  { illustrator }: FilmParts,
): IllustrateInput {
  const { width, height } = FILM_SIZES[options.size];
  const even = (length: number): number => Math.ceil((length * OVERSCAN) / 2) * 2;
  return {
    graph: scene.graph,
    cast,
    style: scene.overrides.style ?? options.style,
    seed: scene.overrides.seed ?? options.seed,
    width: even(width),
    height: even(height),
    illustrator,
  };
}

export function composeInput(
  unit: SceneUnit,
  count: number,
  chunks: Narrated,
  picture: Artefact<IllustrateOutput>,
  options: FilmOptions,
  { tools, pool }: FilmParts,
): ComposeInput {
  const { index, overrides } = unit.scene;
  const padding = (index === 0 ? LEAD_IN : 0) + (index === count - 1 ? LEAD_OUT : 0);
  const { output } = picture;
  return {
    picture: {
      path: join(picture.directory, output.picture),
      digest: picture.digest,
      width: output.width,
      height: output.height,
      focus: output.focus,
    },
    motion: overrides.motion ?? options.motion,
    // Neighbouring scenes of one film should not all move alike.
    seed: (overrides.seed ?? options.seed) * 1009 + index,
    frames: sceneFrames(spokenChunks(unit, chunks), padding, timelineOptions(options)),
    fps: options.fps,
    size: FILM_SIZES[options.size],
    encoder: { preset: options.preset, crf: options.crf },
    tools,
    pool,
  };
}

export function filmTimeline(
  units: readonly SceneUnit[],
  narration: readonly Narrated[],
  options: FilmOptions,
): Timeline {
  return layTimeline(
    units.map((unit, index) => spokenChunks(unit, narration[index]!)),
    timelineOptions(options),
  );
}

export function mixInput(narration: readonly Narrated[], timeline: Timeline, { tools }: FilmParts): MixInput {
  return {
    chunks: narration.flatMap((chunks, scene) =>
      chunks.map((chunk, index) => ({
        path: join(chunk.directory, SPEECH_FILE),
        digest: chunk.digest,
        startSample: timeline.scenes[scene]!.chunkStarts[index]!,
      })),
    ),
    sampleRate: timeline.sampleRate,
    totalSamples: timeline.totalSamples,
    tools,
  };
}

function timelineOptions({ fps }: FilmOptions): TimelineOptions {
  return { fps, sampleRate: SPEECH_RATE, leadIn: LEAD_IN, leadOut: LEAD_OUT };
}

function spokenChunks(unit: SceneUnit, chunks: Narrated): SpokenChunk[] {
  return chunks.map((chunk, index) => ({ samples: chunk.output.samples, pauseAfter: unit.chunks[index]!.pauseAfter }));
}
