/** How evenly a picture moves: a dot is followed to parts of a pixel through the frames of a film. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComposeLab, composeOne, FPS, zoompan } from './compose-lab.ts';

const PICTURE = { width: 1440, height: 810 };
const FRAME = { width: 1280, height: 720 };
const DOT = { x: 900.3, y: 500.6, radius: 12 };
const SECONDS = 4;

export interface Shaking {
  /** Mean second difference of the dot's place in pixels a frame squared. */
  readonly ours: number;
  readonly zoompan: number;
}

/** Of our own move, and of ffmpeg's zoompan on the same picture. */
export async function measureShaking(lab: ComposeLab): Promise<Shaking> {
  const { tools, folder, signal } = lab;
  const path = join(folder, 'dot.pgm');
  writeFileSync(path, drawDot());
  const picture = { path, digest: 'dot', ...PICTURE };
  const filmed = { picture, motion: 'gentle', seconds: SECONDS, preset: 'veryfast' } as const;
  const film = await composeOne(lab, 'dot', filmed, { size: FRAME });
  const panned = join(folder, 'dot-zoompan.mp4');
  const frames = SECONDS * FPS;
  const encode = ['-frames:v', String(frames), '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', panned];
  await tools.run(['-v', 'error', '-y', '-i', path, '-vf', zoompan(frames, FRAME), ...encode], { signal });
  return { ours: await shakingOf(lab, film), zoompan: await shakingOf(lab, panned) };
}

/** A grey picture (PGM, netpbm.sourceforge.net/doc/pgm.html), black but for the dot. */
function drawDot(): Buffer {
  const pixels = Buffer.alloc(PICTURE.width * PICTURE.height);
  for (let at = 0; at < pixels.length; at += 1) {
    const distance = Math.hypot((at % PICTURE.width) + 0.5 - DOT.x, Math.floor(at / PICTURE.width) + 0.5 - DOT.y);
    pixels[at] = 255 * Math.min(1, Math.max(0, DOT.radius + 0.5 - distance));
  }
  return Buffer.concat([Buffer.from(`P5\n${String(PICTURE.width)} ${String(PICTURE.height)}\n255\n`), pixels]);
}

async function shakingOf({ tools, signal }: ComposeLab, film: string): Promise<number> {
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'];
  const { stdout } = await tools.run(['-v', 'error', '-nostdin', '-i', film, ...raw], { signal });
  const bytes = FRAME.width * FRAME.height;
  const places = Array.from({ length: stdout.length / bytes }, (_, frame) =>
    middleOfLight(stdout.subarray(frame * bytes, (frame + 1) * bytes)),
  );
  const changes = places
    .slice(2)
    .flatMap(([x, y], index) => [
      Math.abs(x - 2 * places[index + 1]![0] + places[index]![0]),
      Math.abs(y - 2 * places[index + 1]![1] + places[index]![1]),
    ]);
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}

/** Where the light of a frame lies, in pixels; what the encoder leaves around the dot is not the dot. */
function middleOfLight(pixels: Uint8Array): [x: number, y: number] {
  let [sum, x, y] = [0, 0, 0];
  for (const [index, light] of pixels.entries()) {
    if (light < 24) continue;
    sum += light;
    x += light * (index % FRAME.width);
    y += light * Math.floor(index / FRAME.width);
  }
  return [x / sum, y / sum];
}
