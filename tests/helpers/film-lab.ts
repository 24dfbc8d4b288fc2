/** What film tests share: the real programs, a pool, and small pictures, sounds and films made here. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { StageContext } from '../../src/core/build/stage.ts';
import { runTool } from '../../src/core/media/ffmpeg.ts';
import { type MediaTools, openMediaTools } from '../../src/core/media/tools.ts';
import type { Size } from '../../src/core/motion/layout.ts';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { type ComposeInput, composeStage } from '../../src/core/render/compose.ts';
import { steadyPriority } from '../../src/shared/priority.ts';

export interface FilmLab {
  readonly folder: string;
  readonly tools: MediaTools;
  readonly pool: Pool;
}

/** One for all tests of a file, taken down after the last. */
export function useFilmLab(): FilmLab {
  const lab = {} as { folder: string; tools: MediaTools; pool: Pool };
  beforeAll(async () => {
    lab.folder = mkdtempSync(join(tmpdir(), 'storyloom-film-'));
    lab.tools = await openMediaTools();
    lab.pool = createPool({ threads: 2, entry: workerEntry() });
  });
  afterAll(async () => {
    await lab.pool.dispose();
    rmSync(lab.folder, { recursive: true, force: true });
  });
  return lab;
}

export function stageContext(directory: string, options: Partial<StageContext> = {}): StageContext {
  mkdirSync(directory, { recursive: true });
  return {
    directory,
    signal: new AbortController().signal,
    priority: steadyPriority(0),
    report: () => undefined,
    took: () => undefined,
    ...options,
  };
}

/** A picture in grey, brightness 0..255 by pixel, as a file that ffmpeg reads (PGM, netpbm.sourceforge.net/doc/pgm.html). */
export function drawPicture(path: string, { width, height }: Size, grey: (x: number, y: number) => number): string {
  const header = Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`);
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels[y * width + x] = grey(x, y);
  writeFileSync(path, Buffer.concat([header, pixels]));
  return path;
}

/** Mono 16-bit samples as a WAV file. */
export function writeWave(path: string, samples: Int16Array, sampleRate = 24_000): string {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(path, Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]));
  return path;
}

/** Input of the compose stage with everything chosen; the picture is drawn when none is given. */
export function sceneOf(lab: FilmLab, changes: Partial<ComposeInput> = {}): ComposeInput {
  const size = { width: 180, height: 102 };
  return {
    picture: changes.picture ?? {
      path: drawPicture(join(lab.folder, 'scene.pgm'), size, (x, y) => (x * 3 + y * 5) & 255),
      digest: 'scene',
      ...size,
    },
    motion: 'gentle',
    seed: 1,
    frames: 12,
    fps: 30,
    size: { width: 160, height: 90 },
    encoder: { preset: 'ultrafast', crf: 23 },
    tools: lab.tools,
    pool: lab.pool,
    ...changes,
  };
}

/** Composes a scene into a folder of that name; the segment's path. */
export async function compose(lab: FilmLab, name: string, input: ComposeInput): Promise<string> {
  const directory = join(lab.folder, name);
  const { file } = await composeStage.run(input, stageContext(directory));
  return join(directory, file);
}

/** Every frame of a film's picture as grey pixels. */
export async function greyFrames(lab: FilmLab, film: string, { width, height }: Size): Promise<Buffer[]> {
  const args = ['-v', 'error', '-nostdin', '-i', film, '-map', '0:v:0', '-fps_mode', 'passthrough'];
  const { stdout } = await runTool(lab.tools.ffmpeg.path, [...args, '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1']);
  const bytes = width * height;
  return Array.from({ length: stdout.length / bytes }, (_, index) =>
    stdout.subarray(index * bytes, (index + 1) * bytes),
  );
}

/** A film's sound as mono 16-bit samples. */
export async function soundSamples(lab: FilmLab, film: string): Promise<Int16Array> {
  const args = ['-v', 'error', '-nostdin', '-i', film, '-map', '0:a:0', '-f', 's16le', '-ac', '1', 'pipe:1'];
  const { stdout } = await runTool(lab.tools.ffmpeg.path, args);
  return new Int16Array(Uint8Array.from(stdout).buffer);
}

/** What ffmpeg complains of when it decodes everything in a file; empty for a sound one. */
export async function decodeWarnings(lab: FilmLab, film: string): Promise<string> {
  const { stderr } = await lab.tools.run(['-v', 'warning', '-nostdin', '-i', film, '-map', '0', '-f', 'null', '-']);
  return stderr.trim();
}
