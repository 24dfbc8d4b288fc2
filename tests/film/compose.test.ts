import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilmOptions } from '../../src/shared/film.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import { viewOfFrame } from '../../src/core/motion/path.ts';
import { planMove } from '../../src/core/render/camera.ts';
import { composeStage } from '../../src/core/render/compose.ts';
import {
  compose,
  decodeWarnings,
  drawPicture,
  greyFrames,
  sceneOf,
  stageContext,
  useFilmLab,
} from '../helpers/film-lab.ts';

const lab = useFilmLab();

describe('a scene’s segment', () => {
  it.each([
    [1920, 1080, 30, 'ultrafast', 31],
    [1280, 720, 24, 'veryfast', 25],
    [638, 360, 60, 'faster', 61],
    [360, 638, 25, 'medium', 26],
    [160, 90, 30, 'ultrafast', 1],
  ] as const)(
    'would catch wrong size, rate, length or tags: %dx%d at %d, %s',
    async (width, height, fps, preset: FilmOptions['preset'], frames) => {
      const size = { width, height };
      const input = sceneOf(lab, { size, fps, frames, encoder: { preset, crf: 23 } });
      const film = await compose(lab, `facts-${String(width)}-${String(frames)}`, input);
      const facts = await probeMedia(lab.tools, film);
      expect(facts.streams).toHaveLength(1);
      expect(facts.streams[0]).toMatchObject({
        codec: 'h264',
        width,
        height,
        fps,
        frames,
        pixelFormat: 'yuv420p',
        startSeconds: 0,
      });
      expect(facts.streams[0]!.seconds).toBeCloseTo(frames / fps, 6);
      expect(await greyFrames(lab, film, size)).toHaveLength(frames);
      expect(await decodeWarnings(lab, film)).toBe('');
    },
  );

  it('would catch whole-pixel jitter: a dot under the moving camera goes its way to a twentieth of a pixel', async () => {
    const picture = { width: 1440, height: 810 };
    const frame = { width: 1280, height: 720 };
    const dot = { x: 700.3, y: 400.6, radius: 12 };
    const path = drawPicture(join(lab.folder, 'dot.pgm'), picture, (x, y) => {
      const distance = Math.hypot(x + 0.5 - dot.x, y + 0.5 - dot.y);
      return 255 * Math.min(1, Math.max(0, dot.radius + 0.5 - distance));
    });
    for (const seed of [1, 2, 5, 7]) {
      const input = sceneOf(lab, { picture: { path, digest: 'dot', ...picture }, size: frame, frames: 120, seed });
      const frames = await greyFrames(lab, await compose(lab, `dot-${String(seed)}`, input), frame);
      const move = planMove(input);
      const seen = frames.map((pixels) => middleOfLight(pixels, frame.width));
      const expected = frames.map((_pixels, index) => {
        const view = viewOfFrame(move, index, frames.length);
        return {
          x: ((dot.x / picture.width - view.x) / view.width) * frame.width,
          y: ((dot.y / picture.height - view.y) / view.height) * frame.height,
        };
      });
      for (const axis of ['x', 'y'] as const) {
        const jerks = seen
          .slice(2)
          .map((at, index) => Math.abs(at[axis] - 2 * seen[index + 1]![axis] + seen[index]![axis]));
        expect(jerks.reduce((sum, jerk) => sum + jerk, 0) / jerks.length).toBeLessThan(0.05);
        const errors = seen.map((at, index) => Math.abs(at[axis] - expected[index]![axis]));
        expect(Math.max(...errors)).toBeLessThan(0.15);
      }
    }
  });

  it('would catch a still scene that moves, or frames that a still scene lacks', async () => {
    const film = await compose(lab, 'still', sceneOf(lab, { motion: 'none', frames: 40 }));
    const frames = await greyFrames(lab, film, { width: 160, height: 90 });
    expect(frames).toHaveLength(40);
    const difference = frames[39]!.reduce((sum, value, index) => sum + Math.abs(value - frames[0]![index]!), 0);
    expect(difference / frames[0]!.length).toBeLessThan(3);
  });

  it('would catch colours that shift: grey levels of the picture come back as they were', async () => {
    const size = { width: 320, height: 180 };
    const path = drawPicture(join(lab.folder, 'steps.pgm'), size, (x) => 32 * Math.floor(x / 40));
    const input = sceneOf(lab, { picture: { path, digest: 'steps', ...size }, size, motion: 'none' });
    const [frame] = await greyFrames(lab, await compose(lab, 'steps', input), size);
    for (let step = 0; step < 8; step += 1) {
      // 'gray' is full range, so ffmpeg has undone 16..235.
      expect(Math.abs(frame![90 * 320 + step * 40 + 20]! - step * 32)).toBeLessThan(4);
    }
  });

  it('would catch bytes that differ from one run to the next', async () => {
    const input = sceneOf(lab, { frames: 45, size: { width: 640, height: 360 } });
    const [one, two] = await Promise.all([compose(lab, 'same-1', input), compose(lab, 'same-2', input)]);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('would catch a key that misses what changes the segment, or holds what does not', () => {
    const input = sceneOf(lab);
    const key = (changes: object) => JSON.stringify(composeStage.identity({ ...input, ...changes }));
    expect(key({ picture: { ...input.picture, path: '/elsewhere' } })).toBe(key({}));
    for (const changes of [
      { picture: { ...input.picture, digest: 'other' } },
      { picture: { ...input.picture, focus: { x: 0.7, y: 0.7, width: 0.2, height: 0.2 } } },
      { seed: 2 },
      { motion: 'none' },
      { frames: 13 },
      { fps: 25 },
      { size: { width: 320, height: 180 } },
      { encoder: { preset: 'medium', crf: 23 } },
      { encoder: { preset: 'ultrafast', crf: 20 } },
    ]) {
      expect(key(changes)).not.toBe(key({}));
    }
  });

  it('would catch a damaged picture that is filmed as a black or half one', async () => {
    const path = join(lab.folder, 'broken.png');
    writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452000000b400000066080200000000', 'hex'));
    const input = sceneOf(lab, { picture: { path, digest: 'broken', width: 180, height: 102 } });
    await expect(compose(lab, 'broken', input)).rejects.toMatchObject({
      name: 'StudioError',
      code: 'corrupt',
      data: { path },
    });
    const cut = join(lab.folder, 'cut.pgm');
    writeFileSync(cut, readFileSync(sceneOf(lab).picture.path).subarray(0, 9000));
    const half = sceneOf(lab, { picture: { path: cut, digest: 'cut', width: 180, height: 102 } });
    await expect(compose(lab, 'cut', half)).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('would catch a size that H.264 cannot have but ffmpeg would only mumble about', async () => {
    for (const size of [
      { width: 161, height: 90 },
      { width: 16, height: 90 },
      { width: 160, height: 90.5 },
    ]) {
      await expect(compose(lab, 'odd', sceneOf(lab, { size }))).rejects.toMatchObject({ code: 'option' });
    }
  });

  it('would catch a cancel that waits for the end of a long scene, or progress that falls', async () => {
    const stop = new AbortController();
    const values: number[] = [];
    const directory = join(lab.folder, 'cancelled');
    const input = sceneOf(lab, { frames: 1_000_000, size: { width: 1280, height: 720 } });
    const run = composeStage.run(
      input,
      stageContext(directory, {
        signal: stop.signal,
        report: (value) => {
          values.push(value);
          if (value > 0) stop.abort();
        },
      }),
    );
    await expect(run).rejects.toMatchObject({ name: 'CancelledError' });
    expect(values).toEqual([...values].sort((a, b) => a - b));
    // The thread is free again: the next scene is made at once.
    expect(existsSync(await compose(lab, 'after', sceneOf(lab)))).toBe(true);
  }, 20_000);

  it('would catch a host that ends with a segment that was stopped before it began: a failure that nobody waits for', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const directory = join(lab.folder, 'stopped');
    const run = composeStage.run(sceneOf(lab, { frames: 3 }), stageContext(directory, { signal: AbortSignal.abort() }));
    await expect(run).rejects.toMatchObject({ name: 'CancelledError' });
    await new Promise((settle) => setTimeout(settle, 50));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});

/** Where the light of a frame lies, in pixels from the left upper corner. */
function middleOfLight(pixels: Buffer, width: number): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (let index = 0; index < pixels.length; index += 1) {
    const light = pixels[index]!;
    // What the encoder leaves around the dot is not the dot.
    if (light < 24) continue;
    sum += light;
    x += light * ((index % width) + 0.5);
    y += light * (Math.floor(index / width) + 0.5);
  }
  return { x: x / sum, y: y / sum };
}
