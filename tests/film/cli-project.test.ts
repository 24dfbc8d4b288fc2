import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/core/media/raster.ts';
import { packProject } from '../../src/core/project/pack.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import { dryRun, film as filmOf, madeIn } from '../helpers/film-cli.ts';
import { lastEvent, runCli } from '../helpers/cli.ts';
import type { FilmPlan } from '../../src/shared/film.ts';
import { calm, documentOf, KITE, useProjectLab } from '../helpers/project-lab.ts';

const lab = useProjectLab();

describe('a .storyloom file on the command line', () => {
  it('would catch a film that is not the one of the studio, own pictures and all', async () => {
    const photo = join(lab.folder, 'photo.png');
    const pixels = new Uint8Array(300 * 400 * 3).fill(200);
    writeFileSync(photo, await encodePng({ width: 300, height: 400, channels: 3, pixels }));
    const asset = await lab.keep(photo);
    const own = { kind: 'own', id: 'mine', asset, name: 'photo.png', fit: 'blur' } as const;
    const document = documentOf([KITE[0], { ...KITE[1], takes: [own], take: 'mine' }]);
    const studio = await lab.open(document);
    for (const id of studio.units.keys()) await makeScene(studio, id, { signal: calm, priority: PRIORITIES.shown });

    const story = join(lab.folder, 'kite.storyloom');
    await packProject(document, (name) => lab.place.projects().assetPath(lab.projectId, name), story);
    const options = { story, film: join(lab.folder, 'kite.mp4'), data: join(lab.folder, 'data') };
    const plan = await dryRun(options);
    expect(plan.steps.filter(({ cached }) => !cached).map(({ stage }) => stage)).toEqual(['mix', 'export']);
    const report = await filmOf(options);
    expect(madeIn(report)).toEqual(['export: film', 'mix: film']);
  });

  it('would catch what the project says overruled by a default, or what is typed by the project', async () => {
    const base = documentOf([KITE[0]]);
    const output = { ...base.output, extras: ['srt' as const], cover: true };
    const story = join(lab.folder, 'said.storyloom');
    await packProject({ ...base, closingCard: true, output }, (name) => name, story);
    const said = async (...typed: string[]): Promise<string[]> => {
      const args = ['render', story, '-o', join(lab.folder, 'said.mp4'), '--narrator', 'tone', '--dry-run', '--json'];
      const { stdout } = await runCli([...args, ...typed], { data: join(lab.folder, 'data') });
      const { steps } = lastEvent(stdout, 'result') as unknown as FilmPlan;
      return steps
        .filter(({ stage, unit }) => stage === 'extras' || unit === 'closing card')
        .map(({ stage, unit }) => `${stage}: ${unit}`);
    };
    expect(await said()).toEqual(['compose: closing card', 'extras: srt']);
    expect(await said('--no-closing-card', '--vtt')).toEqual(['extras: vtt']);
    expect(await said('--plain')).toEqual([]);
  });
});
