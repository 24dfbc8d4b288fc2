import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from '../../shared/bench.ts';
import { steadyPriority } from '../../shared/priority.ts';
import { createLimit } from '../build/limit.ts';
import type { FilmOptions } from '../../shared/film.ts';
import type { MediaTools } from '../media/tools.ts';
import type { Motion } from '../motion/path.ts';
import type { Pool } from '../pool/pool.ts';
import { composeStage } from '../render/compose.ts';
import type { BenchContext } from './bench.ts';

const FPS = 30;
const PICTURE = { width: 2160, height: 1216 };
const FRAME = { width: 1920, height: 1080 };
/** Always so many scenes at a time, whoever moves them. */
const AT_ONCE = 2;
const GOAL = '>= 5x real time, >= 3x medium';

interface Bench {
  readonly tools: MediaTools;
  readonly pool: Pool;
  readonly folder: string;
  readonly picture: string;
  readonly signal: AbortSignal;
}

/**
 * How fast scenes become film at 1080p and 30 frames a second: ours, beside x264's `medium` and beside ffmpeg's own ways to
 * move a picture, all in the same run and on the same picture.
 */
export async function benchCompose({ workplace, signal }: BenchContext): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-bench-'));
  const tools = await workplace.media();
  try {
    const picture = await drawPicture(tools, folder);
    const bench = { tools, pool: workplace.pool(), folder, picture, signal };
    // The first scene starts the thread.
    await ours(bench, 'ultrafast', 'gentle', 1);
    const moving = await ours(bench, 'ultrafast', 'gentle', 8);
    const still = await ours(bench, 'ultrafast', 'none', 8);
    const medium = await ours(bench, 'medium', 'gentle', 4);
    const zoompan = await filtered(bench, ZOOMPAN, 4);
    const perspective = await filtered(bench, PERSPECTIVE, 4);
    const unit = 'x real time';
    const against = (name: string, value: number) => ({ baseline: { name, value }, ratio: moving / value });
    const name = 'Compose 1080p, moving, ultrafast';
    return [
      { name, value: moving, unit, ...against('the same with medium', medium), goal: GOAL },
      { name, value: moving, unit, ...against('ffmpeg zoompan, which jumps by whole pixels', zoompan) },
      { name, value: moving, unit, ...against('ffmpeg perspective, smooth', perspective) },
      { name: 'Compose 1080p, still, ultrafast', value: still, unit },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times real time, for two rounds of scenes of so many seconds. */
async function ours(bench: Bench, preset: FilmOptions['preset'], motion: Motion, seconds: number): Promise<number> {
  const { tools, pool, folder, picture, signal } = bench;
  return timesRealTime(seconds, 2 * AT_ONCE, async (index) => {
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
    await composeStage.run(input, { directory, signal, priority: steadyPriority(0), report: ignore, took: ignore });
  });
}

/** Times real time of ffmpeg's own filters, encoded as ffmpeg's `ultrafast` alone does. */
async function filtered(bench: Bench, filter: (frames: number) => string, seconds: number): Promise<number> {
  const { tools, folder, picture, signal } = bench;
  const frames = seconds * FPS;
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-threads', '0'];
  return timesRealTime(seconds, AT_ONCE, async (index) => {
    const output = join(folder, `filtered-${String(index)}.mp4`);
    const input = ['-v', 'error', '-y', '-i', picture, '-vf', filter(frames), '-frames:v', String(frames)];
    await tools.run([...input, ...encode, output], { signal });
  });
}

/** Both convert the picture to yuv420p once, which is the fastest way known for either. */
const ZOOMPAN = (frames: number) =>
  `format=yuv420p,zoompan=z=1+0.1*on/${String(frames)}:x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2:d=${String(frames)}:s=1920x1080:fps=30`;
const PERSPECTIVE = (frames: number) => {
  const inwards = (length: string) => `${length}*0.05*in/${String(frames)}`;
  const corners = [0, 1, 2, 3].map((corner) => {
    const x = corner % 2 ? `W-${inwards('W')}` : inwards('W');
    const y = corner > 1 ? `H-${inwards('H')}` : inwards('H');
    return `x${String(corner)}=${x}:y${String(corner)}=${y}`;
  });
  const still = 'scale=1920:1080,format=yuv420p,loop=loop=-1:size=1,setpts=N/30/TB';
  return `${still},perspective=${corners.join(':')}:interpolation=linear:eval=frame`;
};

async function timesRealTime(seconds: number, scenes: number, make: (index: number) => Promise<void>): Promise<number> {
  const limit = createLimit(AT_ONCE);
  const started = performance.now();
  await Promise.all(Array.from({ length: scenes }, (_, index) => limit(() => make(index))));
  return (seconds * scenes * 1000) / (performance.now() - started);
}

/** A picture with what storybook drawings have: shading, soft light, hard edges, small things. */
async function drawPicture(tools: MediaTools, folder: string): Promise<string> {
  const path = join(folder, 'picture.png');
  const { width, height } = PICTURE;
  const sky = `gradients=s=${String(width)}x${String(height)}:c0=0x1a2a6c:c1=0x2e8b57:x0=0:y0=0:x1=0:y1=${String(height)}:seed=1`;
  const glow = '90*exp(-(pow(X-1600,2)+pow(Y-250,2))/40000)';
  const light = `geq=r='r(X,Y)+${glow}':g='g(X,Y)+${glow}':b='b(X,Y)'`;
  const boxes = Array.from({ length: 60 }, (_, index) => {
    const place = `x=${String((index * 397) % 2100)}:y=${String(400 + ((index * 211) % 760))}`;
    const side = String(12 + ((index * 53) % 110));
    const colour = (((index * 2_654_435_761) >>> 8) & 0xffffff).toString(16).padStart(6, '0');
    return `drawbox=${place}:w=${side}:h=${side}:t=fill:c=0x${colour}`;
  });
  const filter = ['format=gbrp', light, ...boxes].join(',');
  await tools.run(['-v', 'error', '-y', '-f', 'lavfi', '-i', sky, '-vf', filter, '-frames:v', '1', path]);
  return path;
}

function ignore(): void {
  // Nobody watches a benchmark's single scenes.
}
