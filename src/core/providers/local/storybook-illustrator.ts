import type { Pool } from '../../pool/pool.ts';
import { lexiconVersion } from '../../storybook/drawings/lexicon-facts.ts';
import { packFingerprint } from '../../storybook/drawings/pack.ts';
import { STORYBOOK_VERSION } from '../../storybook/draw-scene.ts';
import type { StorybookTasks } from '../../storybook/task.ts';
import type { Illustrator } from '../illustrator.ts';

/** The storybook on the worker pool, one thread a picture: no model, no network. */
export function createStorybookIllustrator(pool: Pick<Pool<StorybookTasks>, 'run'>): Illustrator {
  return {
    id: 'storybook',
    identity: () => ({
      illustrator: 'storybook',
      version: STORYBOOK_VERSION,
      drawings: packFingerprint(),
      facts: lexiconVersion(),
    }),
    draw: async (request, options) => await pool.run('storybook.draw', { ...request, layers: true }, options),
  };
}
