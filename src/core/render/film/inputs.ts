import { join } from 'node:path';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { Artefact } from '../../build/stage.ts';
import type { Narrator } from '../../providers/narrator.ts';
import {
  layTimeline,
  sceneFrames,
  type SpokenChunk,
  type Timeline,
  type TimelineOptions,
} from '../../story/timeline.ts';
import type { ComposeInput, ComposeOutput } from '../compose.ts';
import type { MixInput } from '../mix.ts';
import { SPEECH_FILE, type NarrateInput, type NarrateOutput } from '../narrate.ts';
import type { PreviewInput } from '../preview.ts';
import type { ThumbnailInput } from '../thumbnail.ts';
import type { KnownParts } from './parts.ts';
import type { PictureOutput } from './picture.ts';
import { cameraNumber } from './scene-number.ts';
import { LEAD_IN, LEAD_OUT, type ChunkUnit, type SceneUnit } from './units.ts';

export type Narrated = readonly Artefact<NarrateOutput>[];

/** What every narrator gives, samples a second. */
const SPEECH_RATE = 24_000;

export function narrateInput({ chunk, voice, speed }: ChunkUnit, narrator: Narrator, threads = 1): NarrateInput {
  return { spoken: chunk.spoken, sounds: chunk.sounds, words: chunk.words, voice, speed, narrator, threads };
}

export function composeInput(
  unit: SceneUnit,
  chunks: Narrated,
  picture: Artefact<PictureOutput>,
  options: FilmOptions,
  { tools, pool }: KnownParts,
): ComposeInput {
  const { scene, leadIn, leadOut } = unit;
  const { output } = picture;
  const seed = unit.picture.kind === 'drawn' ? unit.picture.seed : options.seed;
  return {
    picture: {
      path: join(picture.directory, output.picture),
      digest: picture.digest,
      width: output.width,
      height: output.height,
      focus: output.focus,
    },
    motion: scene.overrides.motion ?? options.motion,
    // Neighbouring scenes of one film should not all move alike.
    seed: seed * 1009 + cameraNumber(scene.id),
    frames: sceneFrames(spokenChunks(unit, chunks), leadIn + leadOut, timelineOptions(options)),
    fps: options.fps,
    size: frameSize(options),
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

export function mixInput(narration: readonly Narrated[], timeline: Timeline, { tools }: KnownParts): MixInput {
  return {
    chunks: narration.flatMap((chunks, scene) => placed(chunks, timeline.scenes[scene]!.chunkStarts)),
    sampleRate: timeline.sampleRate,
    totalSamples: timeline.totalSamples,
    tools,
  };
}

/** Seconds of film that a scene takes. */
export function sceneSeconds(unit: SceneUnit, chunks: Narrated, options: FilmOptions): number {
  const { leadIn, leadOut } = unit;
  return sceneFrames(spokenChunks(unit, chunks), leadIn + leadOut, timelineOptions(options)) / options.fps;
}

export function thumbnailInput({ directory, digest, output }: Artefact<PictureOutput>): ThumbnailInput {
  return { picture: { path: join(directory, output.picture), digest } };
}

/** Laid as the film lays it: the same breath before the first word, the same rest after the last. */
export function previewInput(
  unit: SceneUnit,
  chunks: Narrated,
  { directory, digest, output }: Artefact<ComposeOutput>,
  options: FilmOptions,
  { tools }: KnownParts,
): PreviewInput {
  const { leadIn, leadOut } = unit;
  const timeline = layTimeline([spokenChunks(unit, chunks)], { ...timelineOptions(options), leadIn, leadOut });
  return {
    segment: { path: join(directory, output.file), digest },
    chunks: placed(chunks, timeline.scenes[0]!.chunkStarts).map((piece, index) => ({
      ...piece,
      words: chunks[index]!.output.words,
    })),
    sampleRate: timeline.sampleRate,
    totalSamples: timeline.totalSamples,
    tools,
  };
}

function placed(chunks: Narrated, starts: readonly number[]): MixInput['chunks'] {
  return chunks.map((chunk, index) => ({
    path: join(chunk.directory, SPEECH_FILE),
    digest: chunk.digest,
    startSample: starts[index]!,
  }));
}

function timelineOptions({ fps }: FilmOptions): TimelineOptions {
  return { fps, sampleRate: SPEECH_RATE, leadIn: LEAD_IN, leadOut: LEAD_OUT };
}

function spokenChunks(unit: SceneUnit, chunks: Narrated): SpokenChunk[] {
  return chunks.map((chunk, index) => ({ samples: chunk.output.samples, pauseAfter: unit.chunks[index]!.pauseAfter }));
}
