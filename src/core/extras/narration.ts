import { encodeNarration, type NarrationArguments } from '../media/beside-arguments.ts';
import { findPeak, layNarration, type Placement } from '../media/narration.ts';
import { writeBytes } from '../media/stream.ts';
import { NOTHING_TO_SAY, type ExtraMaker } from './maker.ts';
import type { FilmOutline } from './outline.ts';

/** What every player and editor knows; twice Kokoro's rate. */
const OUTPUT_RATE = 48_000;
/** -1 dBFS, as in the film. */
const CEILING = 0.891;

/** The narration alone, as long as the film: laid under it in an editor, every word falls on its picture. */
export function narrationMaker(format: NarrationArguments['format']): ExtraMaker {
  return {
    version: 1,
    identity: (outline, { ffmpeg }) => ({
      ...placementIdentity(outline),
      title: outline.title,
      ffmpeg: ffmpeg.version,
    }),
    missing: ({ capabilities }) =>
      format === 'mp3' && !capabilities.encoders.has('libmp3lame') ? 'libmp3lame' : undefined,
    make: async (outline, target, { tools, signal, report }) => {
      const placement = placementOf(outline);
      const gain = await gainFor(placement, signal);
      const { sampleRate, totalSamples } = placement;
      const outputSamples = Math.round((totalSamples / sampleRate) * OUTPUT_RATE);
      const sound = { inputRate: sampleRate, outputRate: OUTPUT_RATE, outputSamples };
      await tools.run(encodeNarration({ ...sound, format, title: outline.title, output: target }), {
        signal,
        feed: async (encoder) => {
          for await (const piece of layNarration(placement, gain)) {
            await writeBytes(encoder, new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
          }
        },
        onProgress: ({ seconds }) => {
          report(Math.min(1, seconds / (totalSamples / sampleRate)));
        },
      });
      return NOTHING_TO_SAY;
    },
  };
}

export function placementOf({ shots, sampleRate, totalSamples }: FilmOutline): Placement {
  return { chunks: shots.flatMap(({ speech }) => speech), sampleRate, totalSamples };
}

export function placementIdentity({ shots, sampleRate, totalSamples }: FilmOutline) {
  const chunks = shots.flatMap(({ speech }) => speech.map(({ digest, startSample }) => ({ digest, startSample })));
  return { chunks, sampleRate, totalSamples };
}

/** By what the speech is multiplied so that nothing clips. */
export async function gainFor(placement: Placement, signal: AbortSignal): Promise<number> {
  const loudest = await findPeak(placement, signal);
  return loudest > CEILING ? CEILING / loudest : 1;
}
