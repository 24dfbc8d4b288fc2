/**
 * Draws pictures to learn from: `node tools/run.mjs tools/picture-book/draw.ts FOLDER COUNT SEED WIDTHxHEIGHT [--held-out]`.
 * FOLDER gets pictures.rgb (COUNT pictures of WIDTH x HEIGHT x 3 bytes, one after the other) and captions.jsonl, a line a picture.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { randomNumbers } from '../../src/shared/random.ts';
import { drawScene } from '../../src/core/storybook/draw-scene.ts';
import { isHeldOut, makeScene } from './scenes.ts';

const [folder, count, seed, size] = process.argv.slice(2) as [string, string, string, string];
const heldOut = process.argv.includes('--held-out');
const [width, height] = size.split('x').map(Number) as [number, number];
const random = randomNumbers(Number(seed));
mkdirSync(folder, { recursive: true });
const pictures = openSync(join(folder, 'pictures.rgb'), 'w');
const lines: string[] = [];
while (lines.length < Number(count)) {
  const scene = makeScene(random);
  const { character, place, time, caption, graph } = scene;
  if (isHeldOut(character, place) !== heldOut) continue;
  const { picture, focus } = drawScene({ ...scene, width, height });
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0, to = 0; to < rgb.length; pixel += 4) {
    for (let channel = 0; channel < 3; channel += 1) rgb[to++] = picture.pixels[pixel + channel]!;
  }
  writeSync(pictures, rgb);
  const others = graph.entities.slice(1).map(({ drawing }) => drawing);
  // Drawings' native memory is given back between turns only.
  await setImmediate();
  lines.push(JSON.stringify({ caption, character, others, place, time, focus }));
}
closeSync(pictures);
writeFileSync(join(folder, 'captions.jsonl'), `${lines.join('\n')}\n`);
