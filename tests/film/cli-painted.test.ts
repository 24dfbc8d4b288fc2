import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoryboardReport } from '../../src/shared/film.ts';
import { DIFFUSION } from '../fixtures/diffusion/read.ts';
import { lastEvent, runCli } from '../helpers/cli.ts';
import { film, madeIn, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();
const OWL = '# The Owl\n\nAn old owl sat in a tree in the forest.\n';

describe('a film of the command line that is painted', () => {
  it('would catch a drawing in place of a painting, or a model that is asked for what it does not know in silence', async () => {
    const data = lab.data('painted');
    const env = { STORYLOOM_MODELS_CACHE: join(lab.folder, 'models') };
    const story = lab.story('owl.md', OWL);
    const target = join(lab.folder, 'owl.mp4');
    const nobody = await runCli(
      ['render', story, '-o', target, '--narrator', 'tone', '--pictures', 'diffusion', '--picture-model', 'sd-turbo'],
      {
        data,
        env,
      },
    );
    expect(nobody.code).not.toBe(0);
    expect(nobody.stderr).toMatch(/SD-Turbo.* is not on this computer.*\n.*models fetch sd-turbo.*storybook/u);

    const model = join(lab.folder, 'tiny');
    cpSync(join(DIFFUSION, 'models/turbo-tiny'), model, { recursive: true });
    const words = 'an old tree in a forest daylight storybook illustration'.split(' ');
    writeFileSync(join(model, 'storyloom.json'), JSON.stringify({ words }));
    const imported = await runCli(['models', 'import', model], { data, env });
    expect(imported.code).toBe(0);
    const more = ['--pictures', 'over-storybook', '--picture-model', 'tiny', '--picture-strength', '0.5'];
    const report = await film({ story, film: target, data, env, more });
    expect(madeIn(report).filter((step) => /^(?:illustrate|paint|enlarge)/u.test(step))).toEqual([
      'enlarge: scene 1',
      'illustrate: scene 1',
      'paint: scene 1',
    ]);
    expect(report.notices.join('\n')).toMatch(/never taught what scene 1 shows: owl,/u);
    const again = await film({ story, film: target, data, env, more });
    expect(madeIn(again)).toEqual([]);

    const told = await runCli(['render', story, '--prompts-only', '--json', '--pictures', 'diffusion'], { data, env });
    const [scene] = (lastEvent(told.stdout, 'result') as unknown as StoryboardReport).scenes;
    expect(scene!.prompt).toMatch(/^an old owl with a \w+ scarf sitting in a tree, in a forest, in daylight, /u);
  });
});
