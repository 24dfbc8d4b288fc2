/** A finished film as what is written beside it needs to know it: plain data, no stage and no cache. */
import type { Extra } from '../../shared/film.ts';
import type { Transition } from '../../shared/story.ts';
import type { Cue } from '../../shared/captions/types.ts';
import type { PlacedCues } from '../captions/subtitles.ts';
import type { PlacedChunk } from '../media/narration.ts';

/** A spoken piece and its length, in samples of the outline's rate from the film's start. */
export interface OutlineSpeech extends PlacedChunk {
  /** Of the artefact that it comes from. */
  readonly digest: string;
  readonly samples: number;
}

/** One scene or card of the film, in its order. */
export interface OutlineShot {
  /** 1-based, as people count scenes; absent for a card. */
  readonly number?: number;
  readonly id: string;
  /** A heading that the scene begins under, or what a card shows. */
  readonly title?: string;
  /** The author's words; empty for a card. */
  readonly text: string;
  readonly startFrame: number;
  readonly frames: number;
  /** Absolute path of a PNG, larger than the film; two pictures with the same digest are the same. */
  readonly picture: { readonly path: string; readonly digest: string; readonly width: number; readonly height: number };
  /** What the picture shows, in words, for who cannot see it. */
  readonly shows: string;
  readonly speech: readonly OutlineSpeech[];
  /** Seconds from the shot's first frame. */
  readonly cues: readonly Cue[];
  /** How the next shot comes in over the end of this one, where it is no cut. */
  readonly transition?: { readonly kind: Exclude<Transition, 'cut'>; readonly frames: number };
  /** 0..1: how much there is to see, by what the picture was asked to show. */
  readonly interest: number;
}

export interface FilmOutline {
  /** Absolute path of the film. */
  readonly film: string;
  /** What was asked for beside it. */
  readonly extras: readonly Extra[];
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly fps: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly totalFrames: number;
  /** Of the speech. */
  readonly sampleRate: number;
  readonly totalSamples: number;
  readonly shots: readonly OutlineShot[];
  readonly chapters: readonly { readonly title: string; readonly startFrame: number; readonly endFrame: number }[];
}

/** The same when the film is there. */
export interface WrittenFilm extends FilmOutline {
  /** Equal for films that are the same to the last byte. */
  readonly filmKey: string;
}

/** Seconds from the film's start. */
function startOf({ fps }: Pick<FilmOutline, 'fps'>, { startFrame }: Pick<OutlineShot, 'startFrame'>): number {
  return startFrame / fps;
}

/** Every caption of the film, as the writers of subtitles take them. */
export function placedCues(outline: FilmOutline): PlacedCues[] {
  return outline.shots.map((shot) => ({ cues: shot.cues, offset: startOf(outline, shot) }));
}
