/** The model that comes with the program, by the program's own pipeline: what its pictures show, not only that there are some. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedModels, workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import { type Classifier, JUDGED_SIDE, openClassifier, scenesToJudge } from '../../tools/picture-book/classifier.ts';

/** Every one takes two seconds. */
const CAPTIONS = 8;

let pool: Pool;
let classifier: Classifier;

beforeAll(async () => {
  pool = createPool({ threads: 2, entry: workerEntry() });
  classifier = await openClassifier(join(import.meta.dirname, '..', 'fixtures', 'picture-book', 'classifier.onnx'), 2);
});

afterAll(async () => {
  await classifier.dispose();
  await pool.dispose();
});

describe('picture-book', () => {
  it('would catch weights, tokens, steps or guidance that are wrong: pairs that it was never taught are not what it paints', async () => {
    const directory = join(shippedModels, 'picture-book');
    const painter = await createDiffusionPainter({
      ...{ pool, directory, id: 'picture-book', title: 'Picture book', sha256: directory, threads: 2 },
    });
    const right = { character: 0, place: 0 };
    for (const [seed, scene] of scenesToJudge(CAPTIONS, 3, { heldOut: true }).entries()) {
      const size = { width: JUDGED_SIDE, height: JUDGED_SIDE };
      const { pictures } = await painter.paint({ prompt: scene.caption, negative: '', seed, ...size });
      const seen = await classifier.see(pictures[0]!);
      if (seen.character === scene.character) right.character += 1;
      if (seen.place === scene.place) right.place += 1;
    }
    // By chance one in 46, and one in 38.
    expect(right.character).toBeGreaterThanOrEqual(0.6 * CAPTIONS);
    expect(right.place).toBeGreaterThanOrEqual(0.7 * CAPTIONS);
  }, 240_000);
});
