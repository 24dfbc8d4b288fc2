/** Small stories and files for the browser tests. */
import { resolve } from 'node:path';

export const OTTER = resolve(import.meta.dirname, '../../../examples/lighthouse-otter.md');
export const OWN_PICTURE = resolve(import.meta.dirname, '../fixtures/own-picture.png');
/** Eleven seconds of a speech; only where the shared files are. */
export const SPEECH = resolve(import.meta.dirname, '../../../../shared/audio/jfk.wav');
export const OTTER_TITLE = 'The Otter Who Kept the Light';

/** Three scenes of a sentence or two. */
export const KITE_TITLE = 'The Red Kite';
export const KITE = [
  'Mia the girl ran up the green hill with her red kite. The wind was strong.',
  'Rain fell on the beach. The kite got caught in a tall tree.',
  'An old owl pulled the string free. Mia thanked the owl and went home.',
].join('\n\n---\n\n');

/** A film of many scenes. */
export function longStory(scenes: number): string {
  return Array.from({ length: scenes }, (_, index) => `Scene number ${String(index + 1)} has an owl in a tree.`).join(
    '\n\n---\n\n',
  );
}
