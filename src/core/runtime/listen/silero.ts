/**
 * Silero VAD 6.2, 16 kHz, the variant that takes a sequence at once (MIT; package silero-vad, silero_vad_16k_sequence.onnx).
 * Input float32[frames, 64 + 512]: each frame's 512 samples with the 64 before them; h, c float32[1, 1, 128], the state.
 * Output: how probable it is that somebody speaks in the frame, and the state after.
 */
import { openSession } from '../onnx.ts';

/** Samples of a frame: 32 ms. */
export const VOICE_FRAME = 512;
const CONTEXT = 64;
const STATE = 128;
/** Frames of one run, between which can be stopped. */
const FRAMES_AT_ONCE = 320;

export interface VoiceFinder {
  /** For each whole or begun frame; it remembers nothing from call to call. `step` is called between runs. */
  find(samples: Float32Array, step?: () => void): Promise<Float32Array>;
  dispose(): Promise<void>;
}

export async function openVoiceFinder(path: string): Promise<VoiceFinder> {
  const session = await openSession(path, { threads: 1 });
  return {
    find: async (samples, step) => {
      const frames = Math.ceil(samples.length / VOICE_FRAME);
      const probabilities = new Float32Array(frames);
      let state: { h: Float32Array; c: Float32Array } = { h: new Float32Array(STATE), c: new Float32Array(STATE) };
      for (let first = 0; first < frames; first += FRAMES_AT_ONCE) {
        step?.();
        const count = Math.min(FRAMES_AT_ONCE, frames - first);
        const shape = [1, 1, STATE];
        const { speech_probs, hn, cn } = await session.run({
          input: { type: 'float32', data: withContext(samples, first, count), shape: [count, CONTEXT + VOICE_FRAME] },
          h: { type: 'float32', data: state.h, shape },
          c: { type: 'float32', data: state.c, shape },
        });
        probabilities.set(speech_probs!.data, first);
        state = { h: hn!.data, c: cn!.data };
      }
      return probabilities;
    },
    dispose: () => session.dispose(),
  };
}

function withContext(samples: Float32Array, first: number, count: number): Float32Array {
  const rows = new Float32Array(count * (CONTEXT + VOICE_FRAME));
  for (let row = 0; row < count; row += 1) {
    const start = (first + row) * VOICE_FRAME;
    const from = Math.max(0, start - CONTEXT);
    const piece = samples.subarray(from, Math.min(samples.length, start + VOICE_FRAME));
    rows.set(piece, row * (CONTEXT + VOICE_FRAME) + CONTEXT - (start - from));
  }
  return rows;
}
