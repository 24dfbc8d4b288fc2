/**
 * What the storybook draws in each shape, as a film shows it: golden frames are written with STORYLOOM_GOLDEN=write and looked
 * at before they are kept. Stars and clouds move in them, so a whole scene is drawn and set in motion.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createStorybookIllustrator } from '../../src/core/providers/local/storybook-illustrator.ts';
import { illustrateStage } from '../../src/core/render/illustrate.ts';
import { placeStage } from '../../src/core/render/place.ts';
import type { ShotPicture } from '../../src/core/render/shot.ts';
import { encodePng } from '../../src/core/media/raster.ts';
import type { SceneGraph } from '../../src/shared/story.ts';
import { compose, sceneOf, stageContext, useFilmLab } from '../helpers/film-lab.ts';
import { expectGolden } from '../helpers/golden.ts';
import { CAST, entity, graph } from '../unit/storybook/scenes.ts';

const lab = useFilmLab();

const SHAPES = {
  '16x9': { width: 480, height: 270 },
  '9x16': { width: 270, height: 480 },
  '1x1': { width: 320, height: 320 },
  '4x5': { width: 320, height: 400 },
} as const;

const SCENES: Readonly<Record<string, SceneGraph>> = {
  five: graph({
    setting: 'forest',
    entities: [
      entity('nib', 'otter', { castId: 'nib', action: 'run' }),
      entity('tobias', 'old-man', { castId: 'tobias', action: 'wave' }),
      entity('rabbits', 'rabbit', { count: 3 }),
    ],
  }),
  storm: graph({
    setting: 'lighthouse',
    time: 'night',
    weather: 'storm',
    entities: [entity('nib', 'otter', { castId: 'nib' }), entity('ship', 'sailboat', { role: 'prop' })],
  }),
  asleep: graph({
    setting: 'bedroom',
    time: 'night',
    entities: [entity('girl', 'girl', { action: 'sleep' }), entity('owl', 'owl', { castId: 'owl' })],
  }),
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As a film has its pictures made (render/film/picture.ts). */
function larger({ width, height }: Size): Size {
  const even = (length: number): number => Math.ceil((length * 1.125) / 2) * 2;
  return { width: even(width), height: even(height) };
}

async function drawn(name: string, scene: SceneGraph, size: Size): Promise<ShotPicture> {
  const directory = join(lab.folder, name);
  const input = {
    graph: scene,
    cast: CAST,
    story: 'nib',
    style: 'day-storybook',
    seed: 1,
    ...larger(size),
    illustrator: createStorybookIllustrator(lab.pool),
  } as const;
  const output = await illustrateStage.run(input, stageContext(directory));
  const layers = output.layers.map(({ file, ...layer }) => ({ ...layer, path: join(directory, file) }));
  return { ...output, path: join(directory, output.picture), digest: name, layers };
}

/** A face before bands of colour, as a picture of the author's: three times as wide as high. */
async function ownPicture(): Promise<string> {
  const [width, height] = [960, 320];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [(x - 700) / 70, (y - 150) / 90];
      const face = dx * dx + dy * dy < 1;
      const eye = Math.min(Math.hypot(x - 675, y - 130), Math.hypot(x - 725, y - 130)) < 9;
      const colour = eye ? [40, 30, 30] : face ? [236, 178, 140] : [70 + (x >> 3), 120, 190 - (y >> 2)];
      pixels.set(colour, (y * width + x) * 3);
    }
  }
  const path = join(lab.folder, 'own.png');
  writeFileSync(path, await encodePng({ width, height, channels: 3, pixels }));
  return path;
}

describe.each(Object.keys(SHAPES) as (keyof typeof SHAPES)[])('a film in %s', (shape) => {
  const size: Size = SHAPES[shape];

  it.each(Object.keys(SCENES))('would catch a composition that looks otherwise: %s', async (scene) => {
    const name = `${scene}-${shape}`;
    const picture = await drawn(`drawn-${name}`, SCENES[scene]!, size);
    const film = await compose(
      lab,
      name,
      sceneOf(lab, { picture, motion: 'parallax', size, frames: 45, encoder: { preset: 'veryfast', crf: 16 } }),
    );
    await expectGolden(lab, film, 30, `shapes/${name}`);
  });

  it.each(['crop', 'blur'] as const)("would catch the author's own picture placed otherwise: %s", async (fit) => {
    const name = `own-${fit}-${shape}`;
    const directory = join(lab.folder, `placed-${name}`);
    const own = { path: await ownPicture(), asset: 'own', fit };
    const output = await placeStage.run({ picture: own, ...larger(size) }, stageContext(directory));
    const picture = { ...output, path: join(directory, output.picture), digest: name, layers: undefined };
    const film = await compose(
      lab,
      name,
      sceneOf(lab, { picture, motion: 'gentle', size, frames: 20, encoder: { preset: 'veryfast', crf: 16 } }),
    );
    await expectGolden(lab, film, 10, `shapes/${name}`);
  });
});
