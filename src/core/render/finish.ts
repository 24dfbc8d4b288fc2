/** What a film's sound has beside its narration: music and ambience that give way to the voice, and a loudness. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilmOptions, Loudness, Volumes } from '../../shared/film.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Json } from '../build/stage.ts';
import { layUnder, type LaidSound } from '../media/lay-sounds.ts';
import { parseLoudness, SILENCE } from '../media/loudness.ts';
import type { Placement } from '../media/narration.ts';
import { encodeNarration, MIX_RATE, mixSounds, type Level } from '../media/sound-arguments.ts';
import { writeBytes } from '../media/stream.ts';
import type { MediaTools } from '../media/tools.ts';
import type { Span } from '../sound/plan.ts';
import { feedNarration, levelOf } from './feed.ts';

/** A sound under a part of the film. */
export interface UnderSpan extends Omit<Span, 'name'> {
  /** Of the artefact that it comes from. */
  readonly digest: string;
  readonly path: string;
  /** LUFS. */
  readonly loudness: number;
  /** See LaidSound. */
  readonly seam: number;
  /** The span is longer than what there is of a longer file, which begins again. */
  readonly lacks?: boolean | undefined;
}

export interface Finish {
  readonly music: readonly UnderSpan[];
  readonly ambience: readonly UnderSpan[];
  readonly volumes: Volumes;
  readonly loudness: FilmOptions['loudness'];
}

/** Raised when the same sounds are mixed to other bytes. */
const VERSION = 1;

export function finishIdentity({ music, ambience, volumes, loudness }: Finish): Json {
  const spans = (all: readonly UnderSpan[]): Json =>
    all.map(({ digest, start, end, fadeIn, fadeOut, seam }) => ({ digest, start, end, fadeIn, fadeOut, seam }));
  return {
    ...(music.length > 0 ? { music: spans(music) } : {}),
    ...(ambience.length > 0 ? { ambience: spans(ambience) } : {}),
    // How loud something is that is not there changes nothing.
    volumes: {
      narration: volumes.narration,
      ...(music.length > 0 ? { music: volumes.music } : {}),
      ...(ambience.length > 0 ? { ambience: volumes.ambience } : {}),
    },
    loudness,
    mixing: VERSION,
  };
}

/** How much softer than the voice they are where nobody speaks, in LU. Under speech they give way by 10 and 5 more. */
const BELOW_VOICE = { music: 12, ambience: 21 } as const;
/** LUFS: of a voice that says nothing. */
const USUAL_VOICE = -20;
/** Mono is played by two loudspeakers, which is so much louder than one, in LU. */
const TWO_SIDES = 3.01;

export interface Mixed {
  /** Raw samples, for levelSound and levelPreview; the caller's to delete. */
  readonly raw: string;
  /** Mono, 16 bit, 48 kHz: the narration alone. */
  readonly wave: string;
  /** LUFS of all together. */
  readonly loudness: number;
  /** The narration's loudest sample, and by what it was turned down so that it does not clip. */
  readonly peak: number;
  readonly gain: number;
}

export interface MixHooks {
  readonly directory: string;
  readonly signal: AbortSignal;
  /** 0..1 */
  readonly report: (value: number) => void;
}

/** The first pass: everything on its place, each at its volume, and how loud that is. */
export async function mixAll(
  placement: Placement,
  wave: string,
  { music, ambience, volumes }: Finish,
  tools: MediaTools,
  { directory, signal, report }: MixHooks,
): Promise<Mixed> {
  checkFilters(tools);
  const { sampleRate, totalSamples } = placement;
  const outputSamples = Math.round((totalSamples / sampleRate) * MIX_RATE);
  const { loudest, gain } = await levelOf(placement, signal);
  const { stderr } = await tools.run(encodeNarration({ inputRate: sampleRate, outputSamples, wave }), {
    signal,
    feed: (encoder) => feedNarration(encoder, placement, gain),
  });
  report(0.3);
  const heard = parseLoudness(stderr).integrated;
  const voice = heard <= SILENCE ? USUAL_VOICE : heard + TWO_SIDES;
  const laid = {
    music: music.map((span) => laidSound(span, voice - BELOW_VOICE.music, volumes.music)),
    ambience: ambience.map((span) => laidSound(span, voice - BELOW_VOICE.ambience, volumes.ambience)),
  };
  const under = music.length + ambience.length > 0;
  const raw = join(directory, 'mixed.raw');
  const peak = loudest * gain;
  const speaks = volumes.narration > 0 ? peak : 0;
  const mixing = mixSounds({ narration: wave, peak: speaks, volume: volumes.narration, under, output: raw });
  const mixed = await tools.run(mixing, {
    signal,
    ...(under
      ? {
          feed: async (mixer) => {
            for await (const piece of layUnder(laid, outputSamples)) {
              await writeBytes(mixer, new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
            }
          },
        }
      : {}),
  });
  report(0.6);
  return { raw, wave, loudness: parseLoudness(mixed.stderr).integrated, peak, gain };
}

function laidSound(span: UnderSpan, target: number, volume: number): LaidSound {
  const { path, start, end, fadeIn, fadeOut, seam, loudness } = span;
  return { path, start, end, fadeIn, fadeOut, seam, gain: volume * 10 ** ((target - loudness) / 20) };
}

/** dBFS: a compressed sound's true peaks go a little beyond its samples. */
const CEILING = -2.2;

/** Decibels and ceiling that bring what was mixed to the loudness that is wanted; silence stays silence. */
export function levelFor({ loudness }: Pick<Mixed, 'loudness'>, wanted: FilmOptions['loudness']): Level {
  const gain = wanted === 'off' || loudness <= SILENCE + 1 ? 0 : wanted - loudness;
  return { gain, ceiling: CEILING };
}

/** dBTP. */
const HIGHEST_PEAK = -1.5;
/** LU: nearer than this nobody corrects it. */
const NEAR = 0.2;

/** What to change after a result was measured; undefined when it is as it should be. */
export function correctLevel(level: Level, measured: Loudness, wanted: FilmOptions['loudness']): Level | undefined {
  if (wanted === 'off') return undefined;
  const off = wanted - measured.integrated;
  const over = measured.truePeak - HIGHEST_PEAK;
  const isNear = Math.abs(off) <= NEAR || measured.integrated <= SILENCE + 1;
  if (isNear && over <= 0) return undefined;
  return { gain: level.gain + (isNear ? 0 : off), ceiling: over > 0 ? level.ceiling - over - 0.1 : level.ceiling };
}

/** Removes what is no part of the result. */
export async function dropRaw({ raw }: Mixed): Promise<void> {
  await rm(raw, { force: true });
}

const FILTERS = ['ebur128', 'sidechaincompress', 'amix', 'pan', 'alimiter', 'volume', 'asplit', 'aformat'] as const;

/** Any ffmpeg of a system has them all; one that was built small may not. */
function checkFilters({ capabilities, ffmpeg }: MediaTools): void {
  const missing = FILTERS.filter((filter) => !capabilities.filters.has(filter));
  if (missing.length === 0) return;
  throw new StudioError(
    ErrorCode.missing,
    `This ffmpeg (${ffmpeg.path}) cannot mix music: no ${missing.join(', no ')}.`,
    {
      hint: 'Set another ffmpeg, or turn music, ambience and loudness off.',
      data: { path: ffmpeg.path, missing },
    },
  );
}
