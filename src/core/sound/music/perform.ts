/** A score to sound. */
import { addSound, createCircle, panned, RATE, type Circle } from '../dsp/circle.ts';
import { filterCircle, highPass, lowPass, peaking } from '../dsp/filters.ts';
import { addRoom } from '../dsp/reverb.ts';
import { drum } from '../instruments/drums.ts';
import { pluck } from '../instruments/pluck.ts';
import { strike } from '../instruments/struck.ts';
import { sustain } from '../instruments/sustained.ts';
import { lengthOf, notesOf, type Instrument, type Note, type Part, type Score } from './score.ts';
import { hertzOf } from './theory.ts';

/** @param step called between the parts with how much is done, 0..1; may throw to stop */
export function perform(score: Score, step: (done: number) => void): Circle {
  const all = createCircle(lengthOf(score));
  score.parts.forEach((part, index) => {
    step(index / (score.parts.length + 1));
    const one = createCircle(lengthOf(score));
    playPart(one, score, part);
    addLevelled(all, one, part.level);
  });
  step(score.parts.length / (score.parts.length + 1));
  filterCircle(all, highPass(45));
  // Room for the consonants of a voice.
  filterCircle(all, peaking(2300, 0.8, -4));
  filterCircle(all, lowPass(9500));
  addRoom(all, score.room);
  return all;
}

function playPart(circle: Circle, score: Score, part: Part): void {
  const known = new Map<string, Float32Array>();
  const gains = panned(part.pan ?? 0, 1);
  notesOf(score, part).forEach((note, index) => {
    const { start, velocity } = note;
    // Struck once, a note of that loudness and length is known.
    const shade = Math.round(velocity * 8);
    const variant = part.kind === 'drum' ? index % 4 : index % 2;
    const key = [note.pitch, shade, variant, Math.round(note.seconds * 100)].join();
    const sound = known.get(key) ?? play(part, { ...note, velocity: shade / 8 }, variant);
    known.set(key, sound);
    addSound(circle, start, sound, [gains[0] * velocity, gains[1] * velocity]);
  });
}

function play(part: Part, note: Note, variant: number): Float32Array {
  if (part.kind === 'drum') return drum(part.drum, variant + 1);
  return playNote(part.instrument, note, variant);
}

function playNote({ kind, sound }: Instrument, { pitch, velocity, seconds }: Note, variant: number): Float32Array {
  const hertz = hertzOf(pitch);
  switch (kind) {
    case 'pluck':
      return pluck(hertz, sound, pitch * 2 + variant);
    case 'struck':
      return strike(hertz, sound, velocity, seconds);
    case 'sustained':
      return sustain(hertz, sound, seconds, pitch + variant * 0.5);
  }
}

/** As loud as the level says while it plays, whatever its instrument: silence in between does not count. */
function addLevelled(all: Circle, one: Circle, decibels: number): void {
  const piece = RATE / 2;
  const energies: number[] = [];
  for (let from = 0; from < one.length; from += piece) {
    let energy = 0;
    const end = Math.min(one.length, from + piece);
    for (let index = from; index < end; index += 1) energy += one.left[index]! ** 2 + one.right[index]! ** 2;
    energies.push(energy / (end - from) / 2);
  }
  const loud = energies.sort((a, b) => b - a).slice(0, Math.ceil(energies.length / 2));
  const energy = loud.reduce((sum, each) => sum + each, 0) / loud.length;
  const gain = energy === 0 ? 0 : (0.1 * 10 ** (decibels / 20)) / Math.sqrt(energy);
  for (let index = 0; index < all.length; index += 1) {
    all.left[index]! += one.left[index]! * gain;
    all.right[index]! += one.right[index]! * gain;
  }
}
