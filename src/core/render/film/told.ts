/** Units that are told in a teller's own voice: stretches of a recording in place of what a narrator speaks. */
import { join } from 'node:path';
import type { FilmOptions } from '../../../shared/film.ts';
import type { SpokenWord } from '../../../shared/transcript.ts';
import type { Artefact } from '../../build/stage.ts';
import type { OwnVoiceInput } from '../own-voice.ts';
import type { RecordingInput, RecordingOutput } from '../recording.ts';
import type { KnownParts } from './parts.ts';
import { samplesPerFrame } from './shots.ts';
import type { ChunkUnit, NarratedChunk, SceneUnit } from './units.ts';

/** See OwnVoiceInput. */
export interface RecordedStretch {
  readonly file: {
    /** Absolute. */
    readonly path: string;
    /** For people. */
    readonly name: string;
    readonly sha256: string;
  };
  readonly clean: boolean;
  readonly longestPause: number | null;
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly words: readonly SpokenWord[];
}

export interface RecordedChunk {
  /** 'scene 3, recorded 1': for people, and unique within the film. */
  readonly name: string;
  readonly stretch: RecordedStretch;
  /** Seconds of silence after it. */
  readonly pauseAfter: number;
}

export function isNarrated(chunk: ChunkUnit): chunk is NarratedChunk {
  return 'chunk' in chunk;
}

export function isTold({ chunks }: Pick<SceneUnit, 'chunks'>): boolean {
  return chunks.some((chunk) => !isNarrated(chunk));
}

/** Whether any of them is read by a narrator: else no voice has to be on this machine. */
export function needsNarrator(units: readonly SceneUnit[]): boolean {
  return units.some(({ chunks }) => chunks.some(isNarrated));
}

/** @param pauseAfter seconds after the last one */
export function recordedChunks(
  unit: string,
  stretches: readonly RecordedStretch[],
  pauseAfter: number,
): RecordedChunk[] {
  return stretches.map((stretch, index) => ({
    name: `${unit}, recorded ${String(index + 1)}`,
    stretch,
    pauseAfter: index === stretches.length - 1 ? pauseAfter : 0,
  }));
}

export function recordingInput({ stretch: { file, clean } }: RecordedChunk, { tools }: KnownParts): RecordingInput {
  return { ...file, clean, tools };
}

/** What tells the recordings of a film apart. */
export function recordingKey({ stretch: { file, clean } }: RecordedChunk): string {
  return `${file.sha256}${clean ? ' clean' : ''}`;
}

export function ownVoiceInput(
  { stretch }: RecordedChunk,
  { directory, digest, output }: Artefact<RecordingOutput>,
  options: FilmOptions,
): OwnVoiceInput {
  const { from, to, room, words, longestPause } = stretch;
  return {
    recording: { path: join(directory, output.file), digest },
    ...{ from, to, room, words, longestPause },
    frame: samplesPerFrame(options),
  };
}
