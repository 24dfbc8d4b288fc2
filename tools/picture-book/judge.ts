/**
 * Asks the picture-book model for pictures and has a classifier say what is seen:
 * `node tools/run.mjs tools/picture-book/judge.ts [MODEL_FOLDER [CLASSIFIER.onnx]] [--captions 200] [--all] [--sheet OUT.webp]`.
 * What is asked for is what it was never taught; with --all anything. The pictures are painted by Storyloom's own pipeline. Prints what
 * was taken for something else, and the shares that are right, by character and by place.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool } from '../../src/core/pool/pool.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import type { Painting, RgbPicture } from '../../src/core/providers/painter.ts';
import { drawScene } from '../../src/core/storybook/draw-scene.ts';
import { JUDGED_SIDE, openClassifier, scenesToJudge } from './classifier.ts';
import type { TaughtScene } from './scenes.ts';

const COLUMNS = 20;
const TILE = 96;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    captions: { type: 'string', default: '200' },
    all: { type: 'boolean', default: false },
    sheet: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
});
const [directory = 'models/picture-book', graph = 'tests/fixtures/picture-book/classifier.onnx'] = positionals;
const scenes = scenesToJudge(Number(values.captions), Number(values.seed), { heldOut: !values.all });
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
const classifier = await openClassifier(graph, threads);
const painted: Painting[] = [];
const right = { character: 0, place: 0, both: 0 };
/** Of the storybook's own drawings of the same scenes: what the classifier is good for. */
const rightDrawn = { character: 0, place: 0 };
let milliseconds = 0;
for (const [seed, scene] of scenes.entries()) {
  const { caption, character, place } = scene;
  const drawn = await classifier.see(drawingOf(scene));
  rightDrawn.character += Number(drawn.character === character);
  rightDrawn.place += Number(drawn.place === place);
  const done = await painter.paint({ prompt: caption, negative: '', width: JUDGED_SIDE, height: JUDGED_SIDE, seed });
  milliseconds += done.milliseconds;
  painted.push(done.pictures[0]!);
  const seen = await classifier.see(done.pictures[0]!);
  right.character += Number(seen.character === character);
  right.place += Number(seen.place === place);
  right.both += Number(seen.character === character && seen.place === place);
  if (seen.character !== character || seen.place !== place) console.log(`${caption}: ${seen.character}, ${seen.place}`);
}
const share = (count: number): string => `${((100 * count) / scenes.length).toFixed(1)} %`;
console.log(
  `Of ${scenes.length} captions ${values.all ? 'of all kinds' : 'never taught'}: character ${share(right.character)}, place ${share(right.place)}, ` +
    `both ${share(right.both)}; of the storybook's drawings of them: ${share(rightDrawn.character)}, ${share(rightDrawn.place)}; ${(milliseconds / scenes.length / 1000).toFixed(2)} s a picture`,
);
if (values.sheet !== undefined) await writeSheet(values.sheet);
await classifier.dispose();
await pool.dispose();

function drawingOf(scene: TaughtScene): RgbPicture {
  const size = { width: JUDGED_SIDE, height: JUDGED_SIDE };
  const { picture } = drawScene({ ...scene, ...size });
  return { ...size, pixels: picture.pixels.filter((_, index) => index % 4 !== 3) };
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
    .webp({ quality: 88 })
    .toFile(file);
}
