/** Pitches, chords and how voices go from one chord to the next. Pitches are MIDI numbers: 60 is middle C, c4. */

const STEPS: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };

/** 'c4', 'f#5', 'bb3'. */
export function pitchOf(name: string): number {
  const [, step = '', sign = '', octave = ''] = /^([a-g])([#b]?)(\d)$/.exec(name) ?? fail(name);
  return (Number(octave) + 1) * 12 + STEPS[step]! + shift(sign);
}

export function hertzOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

export interface Chord {
  readonly name: string;
  /** Pitch classes, 0 is C; the root first. */
  readonly tones: readonly number[];
  /** Pitch class of the lowest note. */
  readonly bass: number;
}

const KINDS: Readonly<Record<string, readonly number[]>> = {
  '': [0, 4, 7],
  m: [0, 3, 7],
  '7': [0, 4, 7, 10],
  maj7: [0, 4, 7, 11],
  m7: [0, 3, 7, 10],
  m6: [0, 3, 7, 9],
  add9: [0, 4, 7, 2],
  '7sus4': [0, 5, 7, 10],
};

/** 'Dm7', 'Bbmaj7', 'C/E'. */
export function chordOf(name: string): Chord {
  const [, root = '', kind = '', bass] = /^([A-G][#b]?)([a-z0-9]*)(?:\/([A-G][#b]?))?$/.exec(name) ?? fail(name);
  const from = classOf(root);
  const intervals = KINDS[kind] ?? fail(name);
  return {
    name,
    tones: intervals.map((interval) => (from + interval) % 12),
    bass: bass === undefined ? from : classOf(bass),
  };
}

function classOf(name: string): number {
  return (STEPS[name[0]!.toLowerCase()]! + shift(name[1] ?? '') + 12) % 12;
}

function shift(sign: string): number {
  return sign === '#' ? 1 : sign === 'b' ? -1 : 0;
}

function fail(name: string): never {
  throw new Error(`"${name}" is no note and no chord.`);
}

export interface Range {
  /** Pitches, both included. */
  readonly low: number;
  readonly high: number;
  readonly voices: number;
}

/**
 * The voicing of a chord that is the nearest to the one before: voices move as little as they can, keep what is common, and
 * no two of them go on in parallel fifths or octaves where there is another way. Lowest first.
 */
export function leadVoices(chord: Chord, before: readonly number[] | undefined, range: Range): number[] {
  const pitches: number[] = [];
  for (let pitch = range.low; pitch <= range.high; pitch += 1)
    if (chord.tones.includes(pitch % 12)) pitches.push(pitch);
  let best: { readonly voicing: number[]; readonly cost: number } | undefined;
  for (const voicing of choices(pitches, range.voices)) {
    const cost = costOf(voicing, before, chord, range);
    if (!best || cost < best.cost) best = { voicing, cost };
  }
  return best?.voicing ?? fail(chord.name);
}

function costOf(voicing: readonly number[], before: readonly number[] | undefined, chord: Chord, range: Range): number {
  const missing = chord.tones.filter((tone) => !voicing.some((pitch) => pitch % 12 === tone));
  // The fifth may be left out, nothing else.
  let cost = missing.reduce((sum, tone) => sum + (tone === chord.tones[2] ? 4 : 40), 0);
  for (let index = 1; index < voicing.length; index += 1) {
    const gap = voicing[index]! - voicing[index - 1]!;
    if (gap === 1) cost += 12;
    if (gap < 3 && voicing[index]! < 55) cost += 8;
    if (gap > 9) cost += 3;
  }
  if (!before) {
    const middle = (range.low + range.high) / 2;
    return cost + Math.abs(voicing.reduce((sum, pitch) => sum + pitch, 0) / voicing.length - middle);
  }
  voicing.forEach((pitch, index) => {
    const moved = Math.abs(pitch - before[index]!);
    cost += moved + (moved > 4 ? moved : 0);
  });
  for (let lower = 0; lower < voicing.length; lower += 1) {
    for (let upper = lower + 1; upper < voicing.length; upper += 1) {
      const [was, is] = [before[upper]! - before[lower]!, voicing[upper]! - voicing[lower]!].map((gap) => gap % 12);
      if (was === is && (is === 0 || is === 7) && voicing[lower] !== before[lower]) cost += 6;
    }
  }
  return cost;
}

/** All ways to take so many of a row, in its order. */
function* choices(row: readonly number[], count: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= row.length - count; index += 1) {
    for (const rest of choices(row, count - 1, index + 1)) yield [row[index]!, ...rest];
  }
}
