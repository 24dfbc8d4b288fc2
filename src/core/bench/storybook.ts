import { readFile } from 'node:fs/promises';
import type { BenchRow } from '../../shared/bench.ts';
import { createPool } from '../pool/pool.ts';
import { examplePath, resourcePath, workerEntry } from '../paths.ts';
import { createStorybookIllustrator } from '../providers/local/storybook-illustrator.ts';
import { loadLexicon } from '../story/lexicon/lexicon.ts';
import { planStory } from '../story/plan-story.ts';
import { readStory } from '../story/read/read-story.ts';
import type { BenchContext } from './bench.ts';

/**
 * The pictures of a real story on one thread, their PNGs included: first with no drawing rasterised yet, then once more as
 * in a film whose characters come again and again.
 */
export async function benchStorybook({ signal }: BenchContext): Promise<BenchRow[]> {
  const document = readStory(await readFile(examplePath('peter-rabbit.txt')), 'peter-rabbit.txt');
  const { scenes, cast } = planStory(document, loadLexicon(resourcePath('lexicon.json')));
  const pool = createPool({ threads: 1, entry: workerEntry() });
  try {
    const illustrator = createStorybookIllustrator(pool);
    const secondsEach = async (): Promise<number> => {
      let sum = 0;
      for (const { graph } of scenes) {
        const request = {
          graph,
          cast,
          story: cast[0]?.id ?? '',
          style: 'day-storybook',
          seed: 1,
          width: 1920,
          height: 1080,
        } as const;
        sum += (await illustrator.draw(request, { signal })).milliseconds / 1000;
      }
      return sum / scenes.length;
    };
    const first = await secondsEach();
    const again = await secondsEach();
    return [
      {
        name: 'Storybook, 1920x1080 with layers and PNGs, one thread',
        value: 1 / again,
        unit: 'pictures/s',
        baseline: { name: 'no drawing rasterised before', value: 1 / first },
        ratio: first / again,
        goal: '>= 1.43 pictures/s (0.7 s each)',
      },
    ];
  } finally {
    await pool.dispose();
  }
}
