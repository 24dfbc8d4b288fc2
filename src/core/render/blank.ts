import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mood, TimeOfDay } from '../../shared/story.ts';
import type { Stage } from '../build/stage.ts';
import { encodePng, type RawPicture } from '../media/raster.ts';
import type { IllustrateOutput } from './illustrate.ts';

/** What a ground's colours follow, so that a film without pictures still has its days and nights. */
export interface Ground {
  readonly time: TimeOfDay;
  readonly mood: Mood;
}

export interface BlankInput {
  readonly ground: Ground;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

type Colour = readonly [number, number, number];

/** In the middle and at the corners: white letters keep a contrast of 4.5:1 on all of them. */
const HOURS: Readonly<Record<TimeOfDay, readonly [Colour, Colour]>> = {
  dawn: [
    [150, 92, 84],
    [78, 58, 84],
  ],
  day: [
    [66, 104, 120],
    [38, 64, 84],
  ],
  dusk: [
    [124, 74, 66],
    [58, 42, 70],
  ],
  night: [
    [44, 54, 92],
    [18, 22, 44],
  ],
};

/** Towards which a mood leads the colours, and how far. */
const TINTS: Partial<Record<Mood, readonly [Colour, number]>> = {
  happy: [[150, 96, 40], 0.3],
  funny: [[120, 90, 40], 0.3],
  sad: [[60, 70, 90], 0.4],
  tense: [[70, 44, 50], 0.4],
  scary: [[40, 36, 52], 0.5],
  wonder: [[88, 60, 120], 0.35],
  brave: [[128, 64, 44], 0.3],
  sleepy: [[40, 44, 84], 0.35],
};

/** Of the way from the middle to a corner. */
const STEPS = 4096;

const PICTURE_FILE = 'picture.png';

/** A quiet ground in the light of the scene's hour and mood, where there is no picture: lighter in the middle. */
export const blankStage: Stage<BlankInput, IllustrateOutput> = {
  name: 'blank',
  version: 1,
  identity: ({ ground, width, height }) => ({ time: ground.time, mood: ground.mood, size: [width, height] }),
  run: async ({ ground, width, height }, { directory, report }) => {
    await writeFile(join(directory, PICTURE_FILE), await encodePng(paint(ground, width, height)));
    report(1);
    const focus = { x: 0.2, y: 0.2, width: 0.6, height: 0.6 };
    return { picture: PICTURE_FILE, width, height, focus, heads: [], layers: [], notDrawn: [] };
  },
};

function paint({ time, mood }: Ground, width: number, height: number): RawPicture {
  const tint = TINTS[mood];
  const [middle, corner] = HOURS[time].map((colour) => (tint ? mix(colour, ...tint) : colour)) as [Colour, Colour];
  // A smooth step from the middle to the corners, looked up.
  const steps = Float32Array.from({ length: (STEPS + 1) * 3 }, (_, index) => {
    const part = Math.floor(index / 3) / STEPS;
    return mix(middle, corner, part * part * (3 - 2 * part))[(index % 3) as 0 | 1 | 2];
  });
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, place = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const far = Math.min(1, Math.hypot((2 * x) / width - 1, (2 * y) / height - 1) / Math.SQRT2);
      const step = Math.round(far * STEPS) * 3;
      // Ordered noise of half a level, against bands.
      const noise = ((x * 5 + y * 3) % 8) / 8;
      pixels[place++] = steps[step]! + noise;
      pixels[place++] = steps[step + 1]! + noise;
      pixels[place++] = steps[step + 2]! + noise;
    }
  }
  return { width, height, channels: 3, pixels };
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const between = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * part;
  return [between(0), between(1), between(2)];
}
