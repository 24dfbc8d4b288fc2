/** How the camera finds a unit's picture, and what comes in over the end of it. */
import { join } from 'node:path';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { Artefact } from '../../build/stage.ts';
import { layTimeline, sceneFrames, type SpokenScene, type TimelineOptions } from '../../story/timeline.ts';
import { transitionFrames } from '../../story/transitions.ts';
import { planMove } from '../camera.ts';
import type { NarrateOutput } from '../narrate.ts';
import type { NextShot, Shot, ShotPicture } from '../shot.ts';
import type { PictureOutput } from './picture.ts';
import { cameraNumber } from './scene-number.ts';
import type { SceneUnit } from './units.ts';

export type Narrated = readonly Artefact<NarrateOutput>[];

/** The unit after one, as far as its beginning needs it. */
export interface Following {
  readonly unit: SceneUnit;
  readonly picture: Artefact<PictureOutput>;
  /** May be missing where `needsTelling` says no. */
  readonly chunks: Narrated | undefined;
}

/** What every narrator gives, samples a second. */
const SPEECH_RATE = 24_000;

export function timelineOptions({ fps }: Pick<FilmOptions, 'fps'>): TimelineOptions {
  return { fps, sampleRate: SPEECH_RATE };
}

/** Of sound, in one frame of the film. */
export function samplesPerFrame({ fps }: Pick<FilmOptions, 'fps'>): number {
  return SPEECH_RATE / fps;
}

export function spokenScene({ chunks, leadIn, leadOut }: SceneUnit, told: Narrated): SpokenScene {
  const spoken = told.map((chunk, index) => ({
    samples: chunk.output.samples,
    pauseAfter: chunks[index]!.pauseAfter,
  }));
  return { chunks: spoken, leadIn, leadOut };
}

export function unitFrames(unit: SceneUnit, chunks: Narrated, options: FilmOptions): number {
  return sceneFrames(spokenScene(unit, chunks), timelineOptions(options));
}

export function shotOf(unit: SceneUnit, frames: number, picture: Artefact<PictureOutput>, options: FilmOptions): Shot {
  const { scene, card } = unit;
  const wished = scene.overrides.motion ?? options.motion;
  // A card's ground is blurred: what lives in it is not to be seen.
  const motion = card && wished === 'parallax' ? 'gentle' : wished;
  const seed = 'seed' in unit.picture ? unit.picture.seed : options.seed;
  return {
    picture: shotPicture(picture, motion === 'parallax'),
    motion,
    // Neighbouring scenes of one film should not all move alike.
    seed: seed * 1009 + cameraNumber(scene.id),
    frames,
    ...(card ? { look: 'card' } : {}),
  };
}

function shotPicture({ directory, digest, output }: Artefact<PictureOutput>, inLayers: boolean): ShotPicture {
  const { picture, width, height, focus, heads, layers, live } = output;
  const whole = { path: join(directory, picture), digest, width, height, focus };
  if (!inLayers) return whole;
  const parts = layers.map(({ file, ...layer }) => ({ ...layer, path: join(directory, file) }));
  return { ...whole, heads, layers: parts, live };
}

/** How long the next unit comes in over the end of this one; 0 is a cut. */
export function framesOfTransition(unit: SceneUnit, chunks: Narrated, options: FilmOptions): number {
  if (unit.transition === 'cut') return 0;
  const { fps } = options;
  const frames = unitFrames(unit, chunks, options);
  return transitionFrames(unit.transition, { frames, quiet: frames / fps - lastWordEnd(unit, chunks, options), fps });
}

/** Seconds from the unit's first frame; 0 where nothing is said. */
function lastWordEnd(unit: SceneUnit, chunks: Narrated, options: FilmOptions): number {
  const last = chunks.at(-1);
  if (!last) return 0;
  const { chunkStarts } = layTimeline([spokenScene(unit, chunks)], timelineOptions(options)).scenes[0]!;
  const { words, samples, sampleRate } = last.output;
  return chunkStarts.at(-1)! / SPEECH_RATE + (words.at(-1)?.end ?? samples / sampleRate);
}

export function nextShot(
  unit: SceneUnit,
  chunks: Narrated,
  following: Following | undefined,
  options: FilmOptions,
): NextShot | undefined {
  const frames = framesOfTransition(unit, chunks, options);
  if (unit.transition === 'cut' || frames === 0 || !following) return undefined;
  const { unit: next, picture, chunks: told } = following;
  const length = told && needsTelling(next, picture, options) ? unitFrames(next, told, options) : ANY_LENGTH;
  return { transition: unit.transition, frames, shot: shotOf(next, length, picture, options) };
}

/** Frames: of a shot of which only its beginning is seen, which is the same for all lengths. */
const ANY_LENGTH = 240;
const LONGEST = 1e6;

/**
 * Whether the beginning of a unit's shot depends on how long it is told: most shots begin the same whatever their length, and
 * then a sentence that is changed leaves the scene before as it is.
 */
export function needsTelling(unit: SceneUnit, picture: Artefact<PictureOutput>, options: FilmOptions): boolean {
  const [short, long] = [1, LONGEST].map((frames) => {
    const shot = shotOf(unit, frames, picture, options);
    return planMove({ ...shot, fps: options.fps, size: frameSize(options) }).from;
  });
  return JSON.stringify(short) !== JSON.stringify(long);
}
