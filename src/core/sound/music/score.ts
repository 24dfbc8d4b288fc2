/** What a piece of music is written in, and how it becomes notes. Pure. */
import type { Room } from '../dsp/reverb.ts';
import type { Drum } from '../instruments/drums.ts';
import type { Pluck } from '../instruments/pluck.ts';
import type { Struck } from '../instruments/struck.ts';
import type { Sustained } from '../instruments/sustained.ts';
import { randomNumbers } from '../../../shared/random.ts';
import { chordOf, leadVoices, pitchOf, type Chord, type Range } from './theory.ts';

export type Instrument =
  | { readonly kind: 'pluck'; readonly sound: Pluck }
  | { readonly kind: 'struck'; readonly sound: Struck }
  | { readonly kind: 'sustained'; readonly sound: Sustained };

interface PartBase {
  /** Decibels, beside the melody. */
  readonly level: number;
  /** -1 (left) .. 1 (right). */
  readonly pan?: number;
  /** First bar and the one after the last, where it does not play all the time. */
  readonly bars?: readonly [number, number];
}

export type Part = PartBase &
  (
    | {
        /** Written out: a bar a text of notes and beats ('a4/2 c5/1 -/1'). */
        readonly kind: 'melody';
        readonly instrument: Instrument;
        readonly notes: readonly string[];
      }
    | {
        /** The chords, held. */
        readonly kind: 'chords';
        readonly instrument: Instrument;
        readonly range: Range;
      }
    | {
        /** The chords, broken: which voice of the chord, from the lowest, at each step of a bar; '-' is none, '+' all. */
        readonly kind: 'figure';
        readonly instrument: Instrument;
        readonly range: Range;
        readonly steps: string;
      }
    | {
        /** The chord's lowest tone ('r'), its fifth ('f') or the lowest tone an octave up ('o') at each step of a bar. */
        readonly kind: 'bass';
        readonly instrument: Instrument;
        /** The lowest pitch. */
        readonly low: number;
        readonly steps: string;
      }
    | {
        /** Loud 'x' and soft 'o' at each step of a bar. */
        readonly kind: 'drum';
        readonly drum: Drum;
        readonly steps: string;
      }
  );

export interface Score {
  readonly beatsPerMinute: number;
  readonly beatsInBar: number;
  /** Bars parted by '|'; the chords of a bar share it. */
  readonly chords: string;
  readonly parts: readonly Part[];
  readonly room: Room;
}

/** Seconds from the start of the piece. */
export interface Note {
  readonly start: number;
  readonly seconds: number;
  readonly pitch: number;
  /** 0..1 */
  readonly velocity: number;
}

export interface Harmony {
  readonly chord: Chord;
  readonly start: number;
  readonly seconds: number;
}

export function harmonyOf({ chords, beatsInBar, beatsPerMinute }: Score): Harmony[] {
  const bar = (beatsInBar * 60) / beatsPerMinute;
  return chords.split('|').flatMap((text, index) => {
    const names = text.trim().split(/\s+/);
    const seconds = bar / names.length;
    return names.map((name, place) => ({ chord: chordOf(name), start: index * bar + place * seconds, seconds }));
  });
}

export function lengthOf({ chords, beatsInBar, beatsPerMinute }: Score): number {
  return (chords.split('|').length * beatsInBar * 60) / beatsPerMinute;
}

/** The notes of a part, in time; those of a drum have no pitch. */
export function notesOf(score: Score, part: Part): Note[] {
  const bars = score.chords.split('|').length;
  const [first, end] = part.bars ?? [0, bars];
  const bar = (score.beatsInBar * 60) / score.beatsPerMinute;
  const inside = ({ start }: { readonly start: number }): boolean =>
    start >= first * bar - 1e-6 && start < end * bar - 1e-6;
  return played(writtenNotes(score, part, bar, bars).filter(inside), part);
}

function writtenNotes(score: Score, part: Part, bar: number, bars: number): Note[] {
  switch (part.kind) {
    case 'melody':
      return part.notes.flatMap((text, index) => melodyBar(text, index * bar, 60 / score.beatsPerMinute));
    case 'chords':
      return voicings(score, part.range).flatMap(({ voicing, start, seconds }) =>
        voicing.map((pitch) => ({ start, seconds, pitch, velocity: 0.7 })),
      );
    case 'figure':
      return figureNotes(voicings(score, part.range), part.steps.split(' '), bar, bars);
    case 'bass':
      return bassNotes(harmonyOf(score), part.low, part.steps.split(' '), bar, bars);
    case 'drum':
      return Array.from({ length: bars }, (_, index) => drumBar(part.steps, index * bar, bar)).flat();
  }
}

function melodyBar(text: string, from: number, beat: number): Note[] {
  const notes: Note[] = [];
  let start = from;
  for (const word of text.split(' ')) {
    const [name = '', beats = ''] = word.split('/');
    const seconds = Number(beats) * beat;
    if (name !== '-') notes.push({ start, seconds, pitch: pitchOf(name), velocity: start === from ? 0.8 : 0.68 });
    start += seconds;
  }
  return notes;
}

interface Voicing extends Omit<Harmony, 'chord'> {
  readonly voicing: readonly number[];
}

/** Led from chord to chord, and once more around: so the last chord leads to the first as well. */
function voicings(score: Score, range: Range): Voicing[] {
  const harmony = harmonyOf(score);
  let before: number[] | undefined;
  for (const { chord } of harmony) before = leadVoices(chord, before, range);
  return harmony.map(({ chord, start, seconds }) => {
    before = leadVoices(chord, before, range);
    return { voicing: before, start, seconds };
  });
}

function figureNotes(chords: readonly Voicing[], steps: readonly string[], bar: number, bars: number): Note[] {
  const step = bar / steps.length;
  return Array.from({ length: bars * steps.length }, (_, index): Note[] => {
    const start = index * step;
    const sign = steps[index % steps.length]!;
    if (sign === '-') return [];
    const { voicing } = chords.find((one) => start < one.start + one.seconds - 1e-6)!;
    const velocity = index % steps.length === 0 ? 0.75 : 0.6;
    const pitches = sign === '+' ? voicing : [voicing[Number(sign) % voicing.length]!];
    return pitches.map((pitch) => ({ start, seconds: step * 2, pitch, velocity }));
  }).flat();
}

function bassNotes(
  harmony: readonly Harmony[],
  low: number,
  steps: readonly string[],
  bar: number,
  bars: number,
): Note[] {
  const step = bar / steps.length;
  return Array.from({ length: bars * steps.length }, (_, index): Note[] => {
    const start = index * step;
    const within = index % steps.length;
    const { chord, start: begins, seconds } = harmony.find((one) => start < one.start + one.seconds - 1e-6)!;
    // A chord that comes within a bar brings its own bass.
    const sign = steps[within] === '-' && Math.abs(begins - start) < 1e-6 ? 'r' : steps[within]!;
    if (sign === '-') return [];
    const lowest = low + ((chord.bass - (low % 12) + 12) % 12);
    const fifth = low + ((chord.tones[2]! - (low % 12) + 12) % 12);
    const rest = steps.slice(within + 1).findIndex((one) => one !== '-');
    const until = rest === -1 ? bar - within * step : (rest + 1) * step;
    const pitch = sign === 'f' ? fifth : sign === 'o' ? lowest + 12 : lowest;
    return [{ start, seconds: Math.min(until, begins + seconds - start), pitch, velocity: within === 0 ? 0.8 : 0.65 }];
  }).flat();
}

function drumBar(steps: string, from: number, bar: number): Note[] {
  return [...steps.replaceAll(' ', '')].flatMap((sign, index, all) =>
    sign === '.'
      ? []
      : [{ start: from + (index * bar) / all.length, seconds: 0, pitch: 0, velocity: sign === 'x' ? 0.8 : 0.45 }],
  );
}

/** Nobody plays like a clock: a few milliseconds early or late, a little softer or louder. */
function played(notes: readonly Note[], part: Part): Note[] {
  const random = randomNumbers(part.kind.length * 7919 + notes.length);
  return notes.map((note) => {
    const late = (random() - 0.5) * 0.018;
    return { ...note, start: note.start + late, velocity: Math.min(1, note.velocity * (0.9 + 0.2 * random())) };
  });
}
