/** What the benchmarks of moving pictures share: the same film size, the same pictures, the same way to take the time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FilmOptions } from '../../shared/film.ts';
import { steadyPriority } from '../../shared/priority.ts';
import { createLimit } from '../build/limit.ts';
import type { BurnIn } from '../captions/types.ts';
import type { MediaTools } from '../media/tools.ts';
import type { Motion } from '../motion/path.ts';
import type { Pool } from '../pool/pool.ts';
import { type ComposeInput, composeStage } from '../render/compose.ts';
import type { ShotPicture } from '../render/shot.ts';

export const FPS = 30;
export const PICTURE = { width: 2160, height: 1216 };
export const FRAME = { width: 1920, height: 1080 };
/** Always so many scenes at a time, whoever moves them. */
const AT_ONCE = 2;

export interface ComposeLab {
  readonly tools: MediaTools;
  readonly pool: Pool;
  readonly folder: string;
  readonly signal: AbortSignal;
}

interface Filmed {
  readonly picture: ShotPicture;
  readonly motion: Motion;
  readonly seconds: number;
  readonly preset?: FilmOptions['preset'];
  readonly captions?: BurnIn | undefined;
}

/** Times real time of our own moves, for two rounds of scenes. */
export async function ours(lab: ComposeLab, filmed: Filmed): Promise<number> {
  const { seconds, motion, preset = 'ultrafast' } = filmed;
  return timesRealTime(seconds, 2 * AT_ONCE, async (index) => {
    await composeOne(lab, `${preset}-${motion}-${String(index)}`, filmed, { seed: index });
  });
}

/** One scene's film. */
export async function composeOne(
  { tools, pool, folder, signal }: ComposeLab,
  name: string,
  { picture, motion, seconds, preset = 'ultrafast', captions }: Filmed,
  changes: Partial<ComposeInput> = {},
): Promise<string> {
  const directory = join(folder, name);
  mkdirSync(directory, { recursive: true });
  const input: ComposeInput = {
    ...{ picture, motion, captions, tools, pool, seed: 1, frames: seconds * FPS, fps: FPS, size: FRAME },
    encoder: { preset, crf: 23 },
    ...changes,
  };
  const context = { directory, signal, priority: steadyPriority(0), report: ignore, took: ignore };
  return join(directory, (await composeStage.run(input, context)).file);
}

/** Times real time of ffmpeg's own filters on a picture, encoded as ffmpeg's `ultrafast` alone does. */
export async function filtered(
  { tools, folder, signal }: ComposeLab,
  picture: ShotPicture,
  filter: (frames: number, size: typeof FRAME) => string,
  seconds: number,
): Promise<number> {
  const frames = seconds * FPS;
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-threads', '0'];
  return timesRealTime(seconds, AT_ONCE, async (index) => {
    const output = join(folder, `filtered-${String(index)}.mp4`);
    const input = ['-v', 'error', '-y', '-i', picture.path, '-vf', filter(frames, FRAME), '-frames:v', String(frames)];
    await tools.run([...input, ...encode, output], { signal });
  });
}

/** Both convert the picture to yuv420p once, which is the fastest way known for either. */
export function zoompan(frames: number, { width, height }: typeof FRAME): string {
  const size = `${String(width)}x${String(height)}`;
  const middle = 'x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2';
  return `format=yuv420p,zoompan=z=1+0.1*on/${String(frames)}:${middle}:d=${String(frames)}:s=${size}:fps=${String(FPS)}`;
}

export function perspective(frames: number, { width, height }: typeof FRAME): string {
  const inwards = (length: string) => `${length}*0.05*in/${String(frames)}`;
  const corners = [0, 1, 2, 3].map((corner) => {
    const x = corner % 2 ? `W-${inwards('W')}` : inwards('W');
    const y = corner > 1 ? `H-${inwards('H')}` : inwards('H');
    return `x${String(corner)}=${x}:y${String(corner)}=${y}`;
  });
  const still = `scale=${String(width)}:${String(height)},format=yuv420p,loop=loop=-1:size=1,setpts=N/30/TB`;
  return `${still},perspective=${corners.join(':')}:interpolation=linear:eval=frame`;
}

async function timesRealTime(seconds: number, scenes: number, make: (index: number) => Promise<void>): Promise<number> {
  const limit = createLimit(AT_ONCE);
  const started = performance.now();
  await Promise.all(Array.from({ length: scenes }, (_, index) => limit(() => make(index))));
  return (seconds * scenes * 1000) / (performance.now() - started);
}

function ignore(): void {
  // Nobody watches a benchmark's single scenes.
}
