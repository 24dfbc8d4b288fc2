import { describe, expect, it } from 'vitest';
import { joinPieces, keptPieces, keptTime } from '../../../src/core/recording/shorten-pauses.ts';
import { onsets, RATE, record } from '../../helpers/recorded.ts';

describe('pauses that are shortened', () => {
  const { samples, transcript } = record('Nib swam. [3] Then [0.5] she slept. [1.2] Well.', { hiss: 60 });
  const { words } = transcript;
  const pieces = keptPieces({ samples, sampleRate: RATE, words }, 0.6);
  const joined = joinPieces({ samples, sampleRate: RATE }, pieces);

  it('would catch a word that is cut, or that is not where its time says afterwards', () => {
    const heard = onsets(joined, RATE);
    expect(heard).toHaveLength(words.length);
    words.forEach(({ start, end }, index) => {
      expect(keptTime(start, pieces, RATE)).toBeCloseTo(heard[index]!, 2);
      expect(keptTime(end, pieces, RATE) - keptTime(start, pieces, RATE)).toBeCloseTo(end - start, 4);
      // The very samples, from the first to the last.
      const [from, to] = [Math.round(start * RATE), Math.round(end * RATE)];
      const at = Math.round(keptTime(start, pieces, RATE) * RATE);
      expect(joined.subarray(at, at + to - from)).toEqual(samples.subarray(from, to));
    });
  });

  it('would catch a pause that is still too long, or a short one that is touched', () => {
    const gaps = words.slice(1).map(({ start }, index) => {
      return keptTime(start, pieces, RATE) - keptTime(words[index]!.end, pieces, RATE);
    });
    expect(gaps.map((gap) => Math.round(gap * 100) / 100)).toEqual([0.1, 0.6, 0.5, 0.1, 0.6]);
  });

  it('would catch a laugh in a pause that is cut out because it is no word', () => {
    const laughing = samples.slice();
    const from = Math.round((words[1]!.end + 1) * RATE);
    for (let at = from; at < from + RATE; at += 1) laughing[at] = Math.round(7000 * Math.sin(at / 7));
    const kept = keptPieces({ samples: laughing, sampleRate: RATE, words }, 0.6);
    expect(keptTime((from + RATE) / RATE, kept, RATE) - keptTime(from / RATE, kept, RATE)).toBeGreaterThan(0.98);
  });

  it('would catch a click at the seam', () => {
    const loud = record('Nib swam. [3] Then she slept.', { hiss: 400 });
    const parts = keptPieces({ samples: loud.samples, sampleRate: RATE, words: loud.transcript.words }, 0.6);
    const sound = joinPieces({ samples: loud.samples, sampleRate: RATE }, parts);
    const seam = parts[0]!.to;
    for (let at = seam - 50; at < seam + 300; at += 1) expect(Math.abs(sound[at]!)).toBeLessThan(450);
  });
});
