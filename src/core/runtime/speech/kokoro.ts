/** Kokoro 82M: tokens and a voice in, sound and the length of every token out. */
import { readFile } from 'node:fs/promises';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { openSession } from '../onnx.ts';
import { EDGE_TOKEN } from './symbols.ts';

export const SAMPLE_RATE = 24_000;

/** One frame of the duration predictor: 25 ms. */
const SAMPLES_PER_FRAME = 600;

const STYLE_SIZE = 256;
const STYLE_ROWS = 510;

export interface Utterance {
  /** 24 kHz, mono, about -1..1; the model's own silence at both ends. */
  readonly samples: Float32Array;
  /** The first sample of each token, and one entry more: the end. As many as tokens + 1. */
  readonly starts: readonly number[];
}

export interface Kokoro {
  /**
   * @param tokens 1 to 510 tokens, without the edges
   * @param style the voice's table, 510 x 256: a row for every length of text
   * @param speed 0.5..2
   */
  speak(tokens: readonly number[], style: Float32Array, speed: number): Promise<Utterance>;
  dispose(): Promise<void>;
}

/**
 * Opens a graph with inputs tokens int64[1,n], style float32[1,256], speed float32[1] and outputs audio float32[m],
 * durations float32[n] (frames), as src/core/runtime/graph makes them.
 */
export async function openKokoro(graph: string, threads: number): Promise<Kokoro> {
  const session = await openSession(graph, { threads });
  return {
    speak: async (tokens, style, speed) => {
      const padded = [EDGE_TOKEN, ...tokens, EDGE_TOKEN];
      const row = Math.min(tokens.length, STYLE_ROWS - 1) * STYLE_SIZE;
      const { audio, durations } = await session.run({
        tokens: { type: 'int64', data: BigInt64Array.from(padded, BigInt), shape: [1, padded.length] },
        style: { type: 'float32', data: style.slice(row, row + STYLE_SIZE), shape: [1, STYLE_SIZE] },
        speed: { type: 'float32', data: Float32Array.of(speed), shape: [1] },
      });
      if (!audio || durations?.data.length !== padded.length) {
        throw new StudioError(ErrorCode.corrupt, 'The speech model gives no lengths of its tokens.', {
          hint: 'Run `storyloom models remove kokoro` and `storyloom models fetch kokoro`.',
        });
      }
      return { samples: audio.data, starts: toStarts(durations.data) };
    },
    dispose: () => session.dispose(),
  };
}

/** Drops the edges: starts[i] belongs to tokens[i]. */
function toStarts(durations: Float32Array): number[] {
  const starts: number[] = [];
  let sample = 0;
  durations.forEach((frames, index) => {
    if (index > 0) starts.push(sample);
    sample += Math.round(frames) * SAMPLES_PER_FRAME;
  });
  return starts;
}

/** A voice's table: 510 x 256 float32, little endian. */
export async function readVoice(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  if (bytes.byteLength !== STYLE_ROWS * STYLE_SIZE * 4) {
    throw new StudioError(ErrorCode.corrupt, `The voice ${path} has ${String(bytes.byteLength)} bytes.`, {
      hint: 'Run `storyloom models verify`, and fetch the model again.',
      data: { path },
    });
  }
  return new Float32Array(new Uint8Array(bytes).buffer);
}
