/**
 * Asks the picture-book model for what it was never taught and has a classifier say what is seen:
 * `node tools/run.mjs tools/picture-book/judge.ts MODEL_FOLDER CLASSIFIER.onnx [--captions 200] [--sheet OUT.png]`.
 * The pictures are painted by Storyloom's own pipeline. Prints the shares that are right, by character and by place.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool } from '../../src/core/pool/pool.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import type { Painting } from '../../src/core/providers/painter.ts';
import { openSession } from '../../src/core/runtime/onnx.ts';
import { randomNumbers } from '../../src/shared/random.ts';
import { CHARACTERS, makeScene, isHeldOut, PLACE_NAMES, type TaughtScene } from './scenes.ts';

const SIDE = 192;
const COLUMNS = 20;
const TILE = 96;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    captions: { type: 'string', default: '200' },
    sheet: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
});
const [directory = 'models/picture-book', classifier = 'tests/fixtures/picture-book/judge.onnx'] = positionals;
const scenes = heldOutScenes(Number(values.captions), Number(values.seed));
const threads = availableParallelism();
const pool = createPool({ threads, entry: workerEntry() });
const painter = await createDiffusionPainter({
  pool,
  id: 'judged',
  title: directory,
  directory,
  sha256: directory,
  threads,
});
const judge = await openSession(classifier, { threads });
const painted: Painting[] = [];
const right = { character: 0, place: 0, both: 0 };
let milliseconds = 0;
for (const [index, { caption, character, place }] of scenes.entries()) {
  const request = { prompt: caption, negative: '', width: SIDE, height: SIDE, seed: index };
  const done = await painter.paint(request);
  const picture = done.pictures[0]!;
  milliseconds += done.milliseconds;
  painted.push(picture);
  const seen = await judge.run({ picture: { type: 'float32', data: planes(picture), shape: [1, 3, SIDE, SIDE] } });
  const isCharacter = CHARACTERS[best(seen['characters']!.data)] === character;
  const isPlace = PLACE_NAMES[best(seen['places']!.data)] === place;
  right.character += Number(isCharacter);
  right.place += Number(isPlace);
  right.both += Number(isCharacter && isPlace);
  if (!isCharacter || !isPlace) {
    console.log(
      `${caption}: ${CHARACTERS[best(seen['characters']!.data)]}, ${PLACE_NAMES[best(seen['places']!.data)]}`,
    );
  }
}
const share = (count: number): string => `${((100 * count) / scenes.length).toFixed(1)} %`;
console.log(
  `Of ${scenes.length} captions never taught: character ${share(right.character)}, place ${share(right.place)}, both ${share(right.both)}; ` +
    `${(milliseconds / scenes.length / 1000).toFixed(2)} s a picture`,
);
if (values.sheet !== undefined) await writeSheet(values.sheet);
await judge.dispose();
await pool.dispose();

function heldOutScenes(count: number, seed: number): TaughtScene[] {
  const random = randomNumbers(seed);
  const found: TaughtScene[] = [];
  while (found.length < count) {
    const scene = makeScene(random, { plain: true });
    if (isHeldOut(scene.place, scene.time)) found.push(scene);
  }
  return found;
}

/** -1..1, plane by plane, as the classifier wants them. */
function planes({ pixels }: Painting): Float32Array {
  const size = pixels.length / 3;
  return Float32Array.from(
    { length: pixels.length },
    (_, at) => pixels[(at % size) * 3 + Math.floor(at / size)]! / 127.5 - 1,
  );
}

function best(logits: Float32Array): number {
  return logits.reduce((found, value, index) => (value > logits[found]! ? index : found), 0);
}

async function writeSheet(file: string): Promise<void> {
  const tiles = await Promise.all(
    painted.map(async ({ pixels, width, height }, index) => ({
      input: await sharp(pixels, { raw: { width, height, channels: 3 } })
        .resize(TILE, TILE)
        .png()
        .toBuffer(),
      left: (index % COLUMNS) * TILE,
      top: Math.floor(index / COLUMNS) * TILE,
    })),
  );
  const size = { width: COLUMNS * TILE, height: Math.ceil(painted.length / COLUMNS) * TILE };
  await sharp({ create: { ...size, channels: 3, background: '#000' } })
    .composite(tiles)
    .png()
    .toFile(file);
}
