export interface SpeechPiece {
  readonly samples: Int16Array;
  /** Where its first sample goes. */
  readonly startSample: number;
}

/**
 * Lays pieces of speech on a track of silence. Pieces come with faded ends (shape.ts), so no join can click; where two
 * overlap they are added and held within 16 bits. Samples beyond the track's ends are left out.
 */
export function joinSpeech(pieces: readonly SpeechPiece[], totalSamples: number): Int16Array {
  const track = new Int16Array(totalSamples);
  for (const { samples, startSample } of pieces) {
    const first = Math.max(0, -startSample);
    const end = Math.min(samples.length, totalSamples - startSample);
    for (let index = first; index < end; index += 1) {
      const sum = track[startSample + index]! + samples[index]!;
      track[startSample + index] = Math.min(32_767, Math.max(-32_768, sum));
    }
  }
  return track;
}
