/** A sound file of the author's: looked at before it is used. */
import { stat } from 'node:fs/promises';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { SILENCE, parseLoudness } from './loudness.ts';
import { probeMedia, type MediaFacts } from './probe.ts';
import { decodeMusic, keepMusic } from './sound-arguments.ts';
import type { MediaTools } from './tools.ts';
import { readWaveInfo } from './wave.ts';

/** Seconds: what is shorter is a noise and no music. */
const SHORTEST = 5;
/** Seconds of it that are used: half an hour, which is 350 MB unpacked; a longer film hears it again. */
export const LONGEST_MUSIC = 1800;
/** LUFS. */
const INAUDIBLE = -60;

/** What the programs call pictures that files of music may have for a cover, and that alone are no music. */
const PICTURES: ReadonlySet<string> = new Set(['png', 'mjpeg', 'gif', 'webp', 'bmp', 'tiff', 'jpegls', 'av1', 'svg']);
const KINDS = 'an MP3, M4A, WAV, FLAC or OGG file';

export interface MusicFacts {
  /** Of the whole file; undefined where nothing but playing it to its end would tell. */
  readonly seconds: number | undefined;
}

/**
 * @param name the file's own, for people
 * @throws StudioError `not-found`, or `input` with the reason why it cannot be used
 */
export async function examineMusic(
  tools: MediaTools,
  path: string,
  name: string,
  signal?: AbortSignal,
): Promise<MusicFacts> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new StudioError(ErrorCode.notFound, `There is no music file ${path}.`, {
      hint: 'Check the name and the folder, or choose other music.',
      cause,
    });
  });
  if (!file.isFile()) throw refusal(`${name} is no file.`, `Choose ${KINDS}.`);
  if (file.size === 0) throw refusal(`${name} is empty.`, `Choose ${KINDS}.`);
  const facts = await probeMedia(tools, path, signal).catch((cause: unknown) => {
    if (isStudioError(cause)) throw refusal(`${name} is not a sound file.`, `Choose ${KINDS}.`, cause);
    throw cause;
  });
  if (!facts.streams.some(({ kind }) => kind === 'audio')) throw withoutSound(name, facts);
  if (facts.seconds !== undefined && facts.seconds < SHORTEST) throw tooShort(name, facts.seconds);
  return { seconds: facts.seconds };
}

function withoutSound(name: string, { streams }: MediaFacts): StudioError {
  const isPicture = streams.length > 0 && streams.every(({ codec }) => PICTURES.has(codec));
  const what = isPicture ? 'is a picture, not music' : 'has no sound in it';
  return refusal(`${name} ${what}.`, `Choose ${KINDS}.`);
}

/**
 * Unpacks it to a WAV file: stereo, 16 bit, 48 kHz.
 * @throws StudioError `input` when it turns out to be damaged, too short, or silent
 */
export async function unpackMusic(
  tools: MediaTools,
  { path, name, wave }: { readonly path: string; readonly name: string; readonly wave: string },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly seconds: number; readonly loudness: number }> {
  const { stderr } = await tools.run(decodeMusic(path, LONGEST_MUSIC, wave), { signal }).catch((cause: unknown) => {
    if (!isStudioError(cause) || cause.code !== ErrorCode.tool) throw cause;
    throw refusal(`${name} cannot be played: it is damaged.`, 'Take another copy of it.', cause);
  });
  const { samples, sampleRate } = await readWaveInfo(wave);
  const seconds = samples / sampleRate;
  if (seconds < SHORTEST) throw tooShort(name, seconds);
  const { integrated } = parseLoudness(stderr);
  if (integrated <= Math.max(SILENCE, INAUDIBLE)) {
    throw refusal(`${name} is silent.`, 'Choose music that can be heard.');
  }
  return { seconds, loudness: integrated };
}

/** Takes the sound alone out of a file, as it is, without its cover and its names: into `target`, a Matroska file. */
export async function takeMusic(
  tools: MediaTools,
  { path, name, target }: { readonly path: string; readonly name: string; readonly target: string },
): Promise<void> {
  await tools.run(keepMusic(path, target)).catch((cause: unknown) => {
    if (!isStudioError(cause) || cause.code !== ErrorCode.tool) throw cause;
    throw refusal(`${name} is of a kind that cannot be kept.`, 'Save it as MP3 or WAV and choose that.', cause);
  });
}

function tooShort(name: string, seconds: number): StudioError {
  return refusal(
    `${name} lasts only ${seconds.toFixed(1)} s, which is too short for music.`,
    `Choose one of ${String(SHORTEST)} s or more: it is repeated where the film is longer.`,
  );
}

function refusal(message: string, hint: string, cause?: unknown): StudioError {
  return new StudioError(ErrorCode.input, message, cause === undefined ? { hint } : { hint, cause });
}
