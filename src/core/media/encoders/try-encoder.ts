import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, isCancelled } from '../../../shared/errors.ts';
import type { Codec, Encoder } from '../../../shared/film.ts';
import { encodeSegment, type FrameSize } from '../arguments.ts';
import { writeBytes } from '../stream.ts';
import type { MediaTools } from '../tools.ts';
import { encoderReason, withoutAddresses } from './reason.ts';
import { encoderName } from './table.ts';

/** What a test encode showed. */
export interface EncoderProof {
  readonly works: boolean;
  /** Why not, in words. */
  readonly reason?: string;
  /** The graphics card and its driver, as far as ffmpeg tells. */
  readonly device?: string;
  /** It did not answer in time: perhaps because the computer was busy. */
  readonly isLate?: boolean;
}

export interface TryOptions {
  readonly signal?: AbortSignal | undefined;
  /** A driver that hangs must not hold up a film for longer; milliseconds. */
  readonly patienceMs?: number;
}

const FRAMES = 2;
const FPS = 30;
const PATIENCE_MS = 15_000;
/** The lines of `-v verbose` in which ffmpeg names the card and its driver. */
const NAMES_DEVICE = /GPU #\d|driver|\bversion\b|Using device/i;

/** Encodes two frames, as a segment of a film is encoded. That an ffmpeg lists an encoder says nothing of the computer. */
export async function tryEncoder(
  tools: MediaTools,
  { codec, encoder }: { readonly codec: Codec; readonly encoder: Encoder },
  size: FrameSize,
  { signal, patienceMs = PATIENCE_MS }: TryOptions = {},
): Promise<EncoderProof> {
  const name = encoderName(codec, encoder);
  if (!tools.capabilities.encoders.has(name)) return { works: false, reason: 'this ffmpeg has no such encoder' };
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-encoder-'));
  const late = AbortSignal.timeout(patienceMs);
  const encode = async (...more: readonly string[]) => {
    const output = join(folder, 'two-frames.mp4');
    const settings = { preset: 'ultrafast', crf: 23, codec, encoder, size, fps: FPS, frames: FRAMES, output } as const;
    let encoded = 0;
    const { stderr } = await tools.run([...more, ...encodeSegment(settings), ...more], {
      signal: signal ? AbortSignal.any([signal, late]) : late,
      feed: async (input) => {
        for (let frame = 0; frame < FRAMES; frame += 1) await writeBytes(input, testFrame(size, frame));
      },
      onProgress: ({ frame = 0 }) => (encoded = frame),
    });
    return { stderr, isWhole: encoded === FRAMES && (await stat(output)).size > 0 };
  };
  try {
    const { isWhole } = await encode();
    if (!isWhole) return { works: false, reason: `it did not encode ${String(FRAMES)} frames` };
    if (encoder === 'software') return { works: true };
    const device = deviceIn((await encode('-v', 'verbose')).stderr, name);
    return { works: true, ...(device === '' ? {} : { device }) };
  } catch (error) {
    if (signal?.aborted) throw new CancelledError();
    if (!isCancelled(error)) return { works: false, reason: encoderReason(error, name) };
    return { works: false, reason: `no answer within ${String(patienceMs / 1000)} s`, isLate: true };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A slope in yuv420p, which moves: no encoder may take it for a frame without contents. */
function testFrame({ width, height }: FrameSize, frame: number): Uint8Array {
  const luma = width * height;
  const pixels = new Uint8Array(luma * 1.5).fill(128);
  for (let at = 0; at < luma; at += 1) pixels[at] = 16 + ((at + 8 * frame) % width) * (219 / width);
  return pixels;
}

function deviceIn(stderr: string, name: string): string {
  const lines = stderr
    .split('\n')
    .filter(
      (line) => (line.includes(`[${name} @`) || line.includes('[AVHWDeviceContext @')) && NAMES_DEVICE.test(line),
    );
  return [...new Set(lines.map(withoutAddresses))].join('; ');
}
