import { join } from 'node:path';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { Artefact } from '../../build/stage.ts';
import { encoderSettings } from '../../media/encoders/settings.ts';
import type { Narrator } from '../../providers/narrator.ts';
import { layTimeline, type Timeline } from '../../story/timeline.ts';
import type { ComposeInput, ComposeOutput } from '../compose.ts';
import type { MixInput } from '../mix.ts';
import { SPEECH_FILE, type NarrateInput } from '../narrate.ts';
import type { PreviewInput } from '../preview.ts';
import type { ThumbnailInput } from '../thumbnail.ts';
import { burnedIn } from './captions.ts';
import type { KnownParts } from './parts.ts';
import type { PictureOutput } from './picture.ts';
import { nextShot, shotOf, spokenScene, timelineOptions, unitFrames, type Following, type Narrated } from './shots.ts';
import type { NarratedChunk, SceneUnit } from './units.ts';

export type { Narrated };

export function narrateInput({ chunk, voice, speed }: NarratedChunk, narrator: Narrator, threads = 1): NarrateInput {
  return { spoken: chunk.spoken, sounds: chunk.sounds, words: chunk.words, voice, speed, narrator, threads };
}

/** @param following what comes in over the end of it, where `framesOfTransition` says that something does */
export function composeInput(
  unit: SceneUnit,
  chunks: Narrated,
  picture: Artefact<PictureOutput>,
  following: Following | undefined,
  options: FilmOptions,
  parts: KnownParts,
): ComposeInput {
  const { tools, pool, device } = parts;
  const shot = shotOf(unit, unitFrames(unit, chunks, options), picture, options);
  return {
    ...shot,
    fps: options.fps,
    size: frameSize(options),
    encoder: encoderSettings(options, device),
    next: nextShot(unit, chunks, following, options),
    captions: burnedIn(unit, chunks, picture, shot, options, parts),
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
    units.map((unit, index) => spokenScene(unit, narration[index]!)),
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
  return unitFrames(unit, chunks, options) / options.fps;
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
  const timeline = layTimeline([spokenScene(unit, chunks)], timelineOptions(options));
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
