import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { encodePng } from '../../src/core/media/raster.ts';
import { layerMove } from '../../src/core/motion/layers/plan.ts';
import { viewOfFrame, widestView } from '../../src/core/motion/path.ts';
import { planMove } from '../../src/core/render/camera.ts';
import { type ComposeInput, composeStage } from '../../src/core/render/compose.ts';
import type { NextShot, ShotPicture } from '../../src/core/render/shot.ts';
import { compose, decodeWarnings, greyFrames, sceneOf, stageContext, useFilmLab } from '../helpers/film-lab.ts';
import { expectGolden } from '../helpers/golden.ts';
import { drawLayers, LAYERED_SIZE } from '../helpers/layered-scene.ts';

const lab = useFilmLab();
const SIZE = { width: 480, height: 270 };
const TRANSITIONS = ['dissolve', 'dip', 'wipe', 'page-turn'] as const;

type Look = Parameters<typeof drawLayers>[1];

/** A drawing of that name; drawn once. */
const drawings = new Map<string, Promise<ShotPicture>>();
function drawing(name: string, look: Look = {}): Promise<ShotPicture> {
  const known = drawings.get(name) ?? drawLayers(join(lab.folder, name), look);
  drawings.set(name, known);
  return known;
}

async function layered(name: string, look?: Look): Promise<ComposeInput> {
  const picture = await drawing(name, look);
  return sceneOf(lab, {
    picture,
    motion: 'parallax',
    size: SIZE,
    frames: 60,
    encoder: { preset: 'veryfast', crf: 16 },
  });
}

async function nightAfter(transition: NextShot['transition'], frames = 24): Promise<ComposeInput> {
  const day = await layered('day');
  const night = await drawing('night', { night: true, falling: 'snow' });
  return { ...day, next: { transition, frames, shot: { picture: night, motion: 'parallax', seed: 2, frames: 90 } } };
}

describe('parallax', () => {
  it('would catch layers that lie otherwise, clouds that stand still, or a figure that is not where the camera looks', async () => {
    const film = await compose(lab, 'parallax', await layered('day'));
    for (const frame of [0, 30, 59]) await expectGolden(lab, film, frame, `parallax/day-${String(frame)}`);
  });

  it.each(['rain', 'storm', 'snow'] as const)('would catch %s that looks otherwise', async (falling) => {
    const film = await compose(lab, falling, await layered(falling, { night: true, falling }));
    await expectGolden(lab, film, 40, `parallax/${falling}`);
  });

  it('would catch stars that do not twinkle, or a sky that does', async () => {
    const input = await layered('stars', { night: true });
    const still = { ...input.picture, layers: input.picture.layers?.filter(({ name }) => name === 'sky') };
    const film = await compose(lab, 'stars', { ...input, picture: still, frames: 90 });
    const frames = await greyFrames(lab, film, SIZE);
    // The camera moves: each frame's brightest and its middle value are looked at, not a place.
    const bright = frames.map((pixels) => pixels.reduce((sum, value) => sum + Math.max(0, value - 130), 0));
    expect(Math.max(...bright) / Math.min(...bright)).toBeGreaterThan(1.15);
    const middles = frames.map((pixels) => Buffer.from(pixels).sort()[pixels.length >> 1]!);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(3);
  });

  it('would catch a layer that shakes: what is drawn in it goes its way to a twentieth of a pixel', async () => {
    const dot = await dotIn(join(lab.folder, 'dot'));
    for (const [name, nearness] of [
      ['far', 0.45 + (0.55 * 0.2) / 0.7],
      ['figures', 1],
    ] as const) {
      const picture = {
        ...dot,
        layers: dot.layers!.map((layer) => (layer.name === 'dot' ? depthOf(layer, name) : layer)),
      };
      const input = sceneOf(lab, {
        picture,
        motion: 'parallax',
        size: SIZE,
        frames: 120,
        encoder: { preset: 'veryfast', crf: 10 },
      });
      const frames = await greyFrames(lab, await compose(lab, `dot-${name}`, input), SIZE);
      const move = layerMove(planMove(input), widestView(picture, SIZE), nearness);
      const seen = frames.map(middleOfLight);
      const expected = frames.map((_frame, index) => {
        const view = viewOfFrame(move, index, frames.length);
        return {
          x: ((DOT.x / LAYERED_SIZE.width - view.x) / view.width) * SIZE.width,
          y: ((DOT.y / LAYERED_SIZE.height - view.y) / view.height) * SIZE.height,
        };
      });
      for (const axis of ['x', 'y'] as const) {
        const jerks = seen
          .slice(2)
          .map((at, index) => Math.abs(at[axis] - 2 * seen[index + 1]![axis] + seen[index]![axis]));
        expect(jerks.reduce((sum, jerk) => sum + jerk, 0) / jerks.length).toBeLessThan(0.05);
        expect(Math.max(...seen.map((at, index) => Math.abs(at[axis] - expected[index]![axis])))).toBeLessThan(0.2);
      }
    }
  });

  it('would catch bytes that differ from one run to the next', async () => {
    const input = await nightAfter('page-turn');
    const [one, two] = await Promise.all([compose(lab, 'again-1', input), compose(lab, 'again-2', input)]);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('would catch a layer that is damaged and filmed as if it were not there', async () => {
    const input = await layered('damaged');
    const { path } = input.picture.layers!.find(({ name }) => name === 'figures')!;
    writeFileSync(path, readFileSync(path).subarray(0, 200));
    await expect(compose(lab, 'damaged-film', input)).rejects.toMatchObject({ code: 'corrupt', data: { path } });
  });

  it('would catch a cancel that waits for the scene’s end', async () => {
    const stop = new AbortController();
    const input = { ...(await nightAfter('wipe')), frames: 1_000_000 };
    const run = composeStage.run(
      input,
      stageContext(join(lab.folder, 'stopped'), {
        signal: stop.signal,
        report: (value) => {
          if (value > 0) stop.abort();
        },
      }),
    );
    await expect(run).rejects.toMatchObject({ name: 'CancelledError' });
    await compose(lab, 'after-stop', sceneOf(lab));
  }, 20_000);
});

describe('transitions', () => {
  it.each(TRANSITIONS)('would catch a %s that looks otherwise, lacks frames or has too many', async (transition) => {
    const film = await compose(lab, transition, await nightAfter(transition));
    const facts = await probeMedia(lab.tools, film);
    expect(facts.streams[0]).toMatchObject({ frames: 60, fps: 30 });
    expect(await decodeWarnings(lab, film)).toBe('');
    for (const part of [6, 12, 18])
      await expectGolden(lab, film, 36 + part, `transitions/${transition}-${String(part)}`);
  });

  it('would catch a cut that is seen: the next scene begins where the transition ends', async () => {
    const input = await nightAfter('dissolve');
    const { shot } = input.next!;
    const [before] = (await greyFrames(lab, await compose(lab, 'joint-1', input), SIZE)).slice(-1);
    const [after] = await greyFrames(lab, await compose(lab, 'joint-2', { ...input, ...shot, next: undefined }), SIZE);
    const difference = after!.reduce((sum, value, index) => sum + Math.abs(value - before![index]!), 0) / after!.length;
    expect(difference).toBeLessThan(4);
  });

  it('would catch a key that misses the next scene, or that holds it where there is a cut', async () => {
    const input = await nightAfter('dissolve');
    const key = (changes: Partial<ComposeInput>) => JSON.stringify(composeStage.identity({ ...input, ...changes }));
    const next = (changes: Partial<NextShot>) => key({ next: { ...input.next!, ...changes } });
    const { shot } = input.next!;
    const others = [
      next({ transition: 'wipe' }),
      next({ frames: 12 }),
      next({ shot: { ...shot, seed: 9 } }),
      next({ shot: { ...shot, motion: 'gentle' } }),
      next({ shot: { ...shot, look: 'card' } }),
      next({ shot: { ...shot, picture: { ...shot.picture, digest: 'other' } } }),
      key({ next: undefined }),
      key({ look: 'card' }),
      key({ motion: 'gentle' }),
      key({ motion: 'gentle', next: undefined }),
    ];
    expect(new Set([key({}), ...others]).size).toBe(others.length + 1);
    expect(next({ shot: { ...shot, picture: { ...shot.picture, path: '/elsewhere' } } })).toBe(key({}));
  });

  it('would catch a plain scene whose key is not that of films made before there was parallax', async () => {
    const input = { ...(await layered('day')), motion: 'gentle' as const };
    const { kind, from, to } = planMove(input);
    expect(composeStage.identity(input)).toEqual({
      picture: input.picture.digest,
      camera: { kind, from: { ...from }, to: { ...to } },
      frames: 60,
      fps: 30,
      size: SIZE,
      encoder: { preset: 'veryfast', crf: 16 },
      ffmpeg: lab.tools.ffmpeg.version,
      sampler: 1,
    });
  });

  it('would catch a title’s ground that is bright or sharp enough to fight with its letters', async () => {
    const day = await layered('day');
    const film = await compose(lab, 'card', { ...day, look: 'card', motion: 'gentle', frames: 12 });
    await expectGolden(lab, film, 6, 'card/day');
    const [frame] = await greyFrames(lab, film, SIZE);
    expect(frame!.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(120);
  });
});

const DOT = { x: 300.4, y: 150.7, radius: 9 };

/** A dark drawing with one bright dot in a layer of its own. */
async function dotIn(folder: string): Promise<ShotPicture> {
  const picture = await drawLayers(folder);
  const box = { x: 280, y: 130, width: 40, height: 40 };
  const path = join(folder, 'dot.png');
  const pixels = new Uint8Array(box.width * box.height * 4).fill(255);
  for (let at = 0; at < box.width * box.height; at += 1) {
    const [x, y] = [box.x + (at % box.width) + 0.5, box.y + Math.floor(at / box.width) + 0.5];
    pixels[at * 4 + 3] = 255 * Math.min(1, Math.max(0, DOT.radius + 0.5 - Math.hypot(x - DOT.x, y - DOT.y)));
  }
  writeFileSync(path, await encodePng({ width: box.width, height: box.height, channels: 4, pixels }));
  const black = join(folder, 'black.png');
  const { width, height } = LAYERED_SIZE;
  writeFileSync(black, await encodePng({ width, height, channels: 3, pixels: new Uint8Array(width * height * 3) }));
  const layers = [
    { name: 'sky', path: black, depth: 0, box: { x: 0, y: 0, width, height } },
    { name: 'dot', path, depth: 0.8, box },
  ];
  return { ...picture, digest: 'dot', layers, live: undefined };
}

function depthOf<Layer extends { readonly depth: number }>(layer: Layer, name: 'far' | 'figures'): Layer {
  return { ...layer, depth: name === 'far' ? 0.2 : 0.8 };
}

/** Where the light of a frame lies, in pixels from the left upper corner. */
function middleOfLight(pixels: Buffer): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (const [index, light] of pixels.entries()) {
    // What the encoder leaves around the dot is not the dot.
    if (light < 24) continue;
    sum += light;
    x += light * ((index % SIZE.width) + 0.5);
    y += light * (Math.floor(index / SIZE.width) + 0.5);
  }
  return { x: x / sum, y: y / sum };
}
