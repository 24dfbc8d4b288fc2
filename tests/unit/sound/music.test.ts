import { describe, expect, it } from 'vitest';
import { SCORES } from '../../../src/core/sound/music/scores/index.ts';
import { harmonyOf, lengthOf, notesOf, type Part, type Score } from '../../../src/core/sound/music/score.ts';
import { chordOf, leadVoices, pitchOf } from '../../../src/core/sound/music/theory.ts';
import { BEDS } from '../../../src/shared/film.ts';

function chordAt(score: Score, seconds: number): readonly number[] {
  const { chord } = harmonyOf(score).find(({ start, seconds: length }) => seconds < start + length)!;
  return [...chord.tones, chord.bass];
}

const pitched = ({ kind }: Part): boolean => kind !== 'drum';

describe('notes and chords', () => {
  it('would catch a chord or a note that is read as another', () => {
    expect(['c4', 'f#5', 'bb3', 'a4'].map(pitchOf)).toEqual([60, 78, 58, 69]);
    expect(chordOf('Bbmaj7')).toMatchObject({ tones: [10, 2, 5, 9], bass: 10 });
    expect(chordOf('D7/F#')).toMatchObject({ tones: [2, 6, 9, 0], bass: 6 });
    expect(chordOf('Am7')).toMatchObject({ tones: [9, 0, 4, 7] });
    expect(() => chordOf('H7')).toThrow(/no chord/);
  });

  it('would catch voices that leap from chord to chord', () => {
    const range = { low: 53, high: 72, voices: 4 };
    let before = leadVoices(chordOf('C'), undefined, range);
    for (const name of ['Am', 'F', 'Dm7', 'G7', 'C']) {
      const after = leadVoices(chordOf(name), before, range);
      const moved = after.map((pitch, voice) => Math.abs(pitch - before[voice]!));
      expect(Math.max(...moved)).toBeLessThanOrEqual(4);
      before = after;
    }
  });
});

describe.each(BEDS)('the piece %s', (bed) => {
  const score = SCORES[bed];
  const beat = 60 / score.beatsPerMinute;
  const bars = score.chords.split('|').length;

  it('would catch a bar with too many beats, a melody of another length, and a loop that tires or fills the disk', () => {
    for (const part of score.parts) {
      if (part.kind !== 'melody') continue;
      expect(part.notes).toHaveLength(bars);
      for (const bar of part.notes) {
        const beats = bar.split(' ').reduce((sum, note) => sum + Number(note.split('/')[1]), 0);
        expect(beats, bar).toBeCloseTo(score.beatsInBar, 9);
      }
    }
    expect(lengthOf(score)).toBeGreaterThanOrEqual(40);
    expect(lengthOf(score)).toBeLessThanOrEqual(90);
  });

  it('would catch a wrong note: what is not in the chord is short and goes on by a step', () => {
    for (const part of score.parts.filter(pitched)) {
      const notes = notesOf(score, part).sort((a, b) => a.start - b.start);
      notes.forEach(({ start, seconds, pitch }, index) => {
        const chord = chordAt(score, start + Math.min(seconds / 2, 0.05) + 0.01);
        if (chord.includes(pitch % 12)) return;
        expect(part.kind, `${String(pitch)} at ${start.toFixed(1)}`).toBe('melody');
        expect(seconds).toBeLessThanOrEqual(beat * 1.01);
        const next = notes[index + 1] ?? notes[0]!;
        expect(Math.abs(next.pitch - pitch)).toBeLessThanOrEqual(2);
      });
    }
  });

  it('would catch music that hurries, crowds the voice, or startles: few notes a second, none far above the others', () => {
    const notes = score.parts.filter(pitched).flatMap((part) => notesOf(score, part));
    expect(notes.length / lengthOf(score)).toBeLessThan(bed === 'playful' ? 14 : 8);
    const melody = notesOf(
      score,
      score.parts.find(({ kind }) => kind === 'melody')!,
    );
    expect(melody.length / lengthOf(score)).toBeLessThan(2.6);
    expect(Math.max(...notes.map(({ velocity }) => velocity))).toBeLessThanOrEqual(1);
    expect(Math.max(...notes.map(({ pitch }) => pitch))).toBeLessThanOrEqual(88);
  });

  it('would catch a melody that leaps about like a machine: four steps in five are a sixth or less', () => {
    const melody = notesOf(
      score,
      score.parts.find(({ kind }) => kind === 'melody')!,
    );
    const leaps = melody.slice(1).map(({ pitch }, index) => Math.abs(pitch - melody[index]!.pitch));
    expect(leaps.filter((leap) => leap <= 9).length / leaps.length).toBeGreaterThan(0.8);
    expect(Math.max(...leaps)).toBeLessThanOrEqual(12);
  });
});
