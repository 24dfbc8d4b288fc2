import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { decodePicture, encodeWebp } from '../../src/core/media/raster.ts';
import type { FilmLab } from './film-lab.ts';

const GOLDEN = resolve(import.meta.dirname, '../fixtures/golden');

/**
 * Holds a frame of a film (its number, from 0) to the picture of it that was looked at and found right: an SSIM of 0.98 or more.
 *
 * `STORYLOOM_GOLDEN=write` writes the pictures anew, to be looked at again before they are committed.
 * @param name of the picture within tests/fixtures/golden, without its ending ('transitions/wipe')
 */
export async function expectGolden(lab: FilmLab, film: string, frame: number, name: string): Promise<void> {
  const golden = join(GOLDEN, `${name}.webp`);
  const seen = join(lab.folder, `${name.replaceAll('/', '-')}.png`);
  const pick = ['-vf', `select=eq(n\\,${String(frame)})`, '-frames:v', '1', seen];
  await lab.tools.run(['-v', 'error', '-nostdin', '-y', '-i', film, ...pick]);
  if (process.env['STORYLOOM_GOLDEN'] === 'write') {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, await encodeWebp(await decodePicture(readFileSync(seen)), 90));
  }
  expect(existsSync(golden), `${golden} is missing: write it with STORYLOOM_GOLDEN=write and look at it`).toBe(true);
  expect(await similarity(lab, seen, golden)).toBeGreaterThanOrEqual(0.98);
}

/** The structural similarity (SSIM, all planes) of two picture files of one size, 0..1, by ffmpeg's filter of that name. */
export async function similarity(lab: FilmLab, one: string, other: string): Promise<number> {
  const compare = ['-lavfi', '[0:v]format=yuv420p[a];[1:v]format=yuv420p[b];[a][b]ssim', '-f', 'null', '-'];
  const { stderr } = await lab.tools.run(['-v', 'info', '-nostdin', '-i', one, '-i', other, ...compare]);
  const [, all] = /SSIM .*All:([\d.]+)/.exec(stderr) ?? [];
  return Number(all);
}
