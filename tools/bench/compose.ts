/**
 * How fast scenes become film: ours against x264's `medium` and against ffmpeg's own ways to move a picture, all in the
 * same run, on the same picture, always two scenes at a time.
 *
 *   node tools/run.mjs tools/bench/compose.ts
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLimit } from '../../src/core/build/limit.ts';
import type { Preset } from '../../src/core/media/arguments.ts';
import { type MediaTools, openMediaTools } from '../../src/core/media/tools.ts';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { composeStage } from '../../src/core/render/compose.ts';

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Name of the row that it is compared with. */
  readonly baseline?: string;
  /** How many times the baseline. */
  readonly ratio?: number;
}

const FPS = 30;
const SCENE_SECONDS = 8;
const SCENES = 4;
const PICTURE = { width: 2160, height: 1216 };
const FRAME = { width: 1920, height: 1080 };

interface Bench {
  readonly tools: MediaTools;
  readonly pool: Pool;
  readonly folder: string;
  readonly picture: string;
}

/** Times real time of each way, at 1080p and 30 frames a second. */
export async function benchCompose(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-bench-'));
  const tools = await openMediaTools();
  const pool = createPool({ threads: availableParallelism(), entry: workerEntry() });
  try {
    const bench = { tools, pool, folder, picture: await drawPicture(tools, folder) };
    await ours(bench, 'ultrafast', 'gentle', 1, 1);
    const scenes = SCENES * SCENE_SECONDS;
    const moving = scenes / (await ours(bench, 'ultrafast', 'gentle', SCENES, SCENE_SECONDS));
    const still = scenes / (await ours(bench, 'ultrafast', 'none', SCENES, SCENE_SECONDS));
    const medium = SCENE_SECONDS / (await ours(bench, 'medium', 'gentle', 2, SCENE_SECONDS / 2));
    const frames = (FPS * SCENE_SECONDS) / 2;
    const zoompan = `zoompan=z=1+0.1*on/${String(frames)}:x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2:d=${String(frames)}:s=1920x1080:fps=${String(FPS)}`;
    const zoomed = SCENE_SECONDS / (await filtered(bench, `format=yuv420p,${zoompan}`));
    const corners = [0, 1, 2, 3].map((corner) => {
      const x = corner % 2 ? `W-W*0.05*in/${String(frames)}` : `W*0.05*in/${String(frames)}`;
      const y = corner > 1 ? `H-H*0.05*in/${String(frames)}` : `H*0.05*in/${String(frames)}`;
      return `x${String(corner)}=${x}:y${String(corner)}=${y}`;
    });
    const loop = `scale=1920:1080,format=yuv420p,loop=loop=-1:size=1,setpts=N/${String(FPS)}/TB`;
    const perspective = `${loop},perspective=${corners.join(':')}:interpolation=linear:eval=frame`;
    const turned = SCENE_SECONDS / (await filtered(bench, perspective));
    const row = (name: string, value: number): BenchRow => ({ name, value, unit: 'x real time' });
    const compared = (name: string, value: number, baseline: string): BenchRow => ({
      ...row(name, moving),
      value: moving,
      baseline,
      ratio: moving / value,
    });
    return [
      row('compose 1080p, moving, ultrafast', moving),
      row('compose 1080p, still, ultrafast', still),
      row('compose 1080p, moving, medium', medium),
      row('ffmpeg zoompan, ultrafast (jumps by whole pixels)', zoomed),
      row('ffmpeg perspective, ultrafast (smooth)', turned),
      compared('compose against medium', medium, 'compose 1080p, moving, medium'),
      compared('compose against zoompan', zoomed, 'ffmpeg zoompan, ultrafast (jumps by whole pixels)'),
      compared('compose against perspective', turned, 'ffmpeg perspective, ultrafast (smooth)'),
    ];
  } finally {
    await pool.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds for so many scenes, as a film's build runs them. */
async function ours(
  bench: Bench,
  preset: Preset,
  motion: 'gentle' | 'none',
  scenes: number,
  seconds: number,
): Promise<number> {
  const { tools, pool, folder, picture } = bench;
  const limit = createLimit(2);
  const started = performance.now();
  const scene = (index: number) => {
    const directory = join(folder, `${preset}-${motion}-${String(index)}`);
    mkdirSync(directory, { recursive: true });
    const input = {
      picture: { path: picture, digest: 'bench', ...PICTURE, focus: { x: 0.35, y: 0.45, width: 0.3, height: 0.4 } },
      motion,
      seed: index,
      frames: seconds * FPS,
      fps: FPS,
      size: FRAME,
      encoder: { preset, crf: 23 },
      tools,
      pool,
    };
    const signal = new AbortController().signal;
    return composeStage.run(input, { directory, signal, report: () => undefined, took: () => undefined });
  };
  await Promise.all(Array.from({ length: scenes }, (_, index) => limit(() => scene(index))));
  return (performance.now() - started) / 1000;
}

/** Seconds for two scenes at a time, each of half the usual length, moved by ffmpeg's own filters. */
async function filtered({ tools, folder, picture }: Bench, filter: string): Promise<number> {
  const started = performance.now();
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-threads', '0'];
  const frames = ['-frames:v', String((FPS * SCENE_SECONDS) / 2)];
  const scene = (name: string) =>
    tools.run(['-v', 'error', '-y', '-i', picture, '-vf', filter, ...frames, ...encode, join(folder, name)]);
  await Promise.all([scene('filtered-1.mp4'), scene('filtered-2.mp4')]);
  return (performance.now() - started) / 1000;
}

/** A picture with what storybook drawings have: shading, soft light, hard edges, small things. */
async function drawPicture(tools: MediaTools, folder: string): Promise<string> {
  const path = join(folder, 'picture.png');
  const size = `${String(PICTURE.width)}x${String(PICTURE.height)}`;
  const sky = `gradients=s=${size}:c0=0x1a2a6c:c1=0x2e8b57:x0=0:y0=0:x1=0:y1=${String(PICTURE.height)}:d=1:speed=0.00001:seed=1`;
  const light =
    "geq=r='r(X,Y)+90*exp(-(pow(X-1600,2)+pow(Y-250,2))/40000)':g='g(X,Y)+90*exp(-(pow(X-1600,2)+pow(Y-250,2))/40000)':b='b(X,Y)'";
  const boxes = Array.from({ length: 60 }, (_, index) => {
    const [x, y] = [(index * 397) % 2100, 400 + ((index * 211) % 760)];
    const side = 12 + ((index * 53) % 110);
    const colour = ((index * 2_654_435_761) >>> 8) & 0xffffff;
    return `drawbox=x=${String(x)}:y=${String(y)}:w=${String(side)}:h=${String(side)}:t=fill:c=0x${colour.toString(16).padStart(6, '0')}`;
  });
  const filter = ['format=gbrp', light, ...boxes].join(',');
  await tools.run(['-v', 'error', '-y', '-f', 'lavfi', '-i', sky, '-vf', filter, '-frames:v', '1', path]);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, value, unit, ratio } of await benchCompose()) {
    console.log(
      `${name.padEnd(52)} ${ratio === undefined ? `${value.toFixed(2)} ${unit}` : `${ratio.toFixed(2)} times`}`,
    );
  }
}
