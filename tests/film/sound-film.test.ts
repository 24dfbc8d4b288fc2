import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import { surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { planProjectFilm } from '../../src/core/render/project/whole-film.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import type { ProjectDocument } from '../../src/shared/project.ts';
import { runCli } from '../helpers/cli.ts';
import { film, madeIn, renderArguments, scenes, useCliLab } from '../helpers/film-cli.ts';
import type { FilmLab } from '../helpers/film-lab.ts';
import { calm, documentOf, KITE, useProjectLab } from '../helpers/project-lab.ts';
import { levelBetween, loudnessOf, RATE, stereoSamples, writeStereo } from '../helpers/sound-lab.ts';

const lab = useCliLab();
const project = useProjectLab();
const STORY = scenes(
  'A happy fox ran up the green hill and danced in the sun all day long.',
  'Far out on the sea a small boat sailed home through the waves in the evening.',
);

async function soundLab(): Promise<FilmLab> {
  return { folder: lab.folder, tools: await openMediaTools() } as FilmLab;
}

describe('a film with music', () => {
  it('would catch music that has anything told, drawn or moved again, and a report that is not what is heard', async () => {
    const data = lab.data('music');
    const story = lab.story('fox.md', STORY);
    const target = join(lab.folder, 'fox.mp4');
    const render = (...more: string[]) => film({ story, film: target, data, more: ['--loudness', '-16', ...more] });
    const { loudness } = await render('--music', 'calm', '--ambience', 'auto');
    expect(loudness).toEqual(await loudnessOf(await soundLab(), target));
    expect(Math.abs(loudness!.integrated + 16)).toBeLessThanOrEqual(0.5);
    expect(madeIn(await render('--music', 'brave', '--ambience', 'auto'))).toEqual([
      'bed: music brave',
      'export: film',
      'mix: film',
    ]);
    expect(madeIn(await render('--music', 'calm', '--ambience', 'auto'))).toEqual(['export: film']);
    const plain = await film({ story, film: target, data, more: ['--plain'] });
    expect(plain).not.toHaveProperty('loudness');
    expect(madeIn(plain).filter((step) => /^(?:narrate|illustrate|bed)/.test(step))).toEqual([]);
  }, 180_000);

  it('would catch own music that is not heard to the end, and what is no music found out after all is told and drawn', async () => {
    const data = lab.data('own');
    const story = lab.story('own.md', STORY);
    const target = join(lab.folder, 'own.mp4');
    const picture = join(lab.folder, 'song.mp3');
    const { tools } = await soundLab();
    await tools.run([
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      'color=red:s=64x64',
      '-frames:v',
      '1',
      '-f',
      'image2',
      picture,
    ]);
    expect(readFileSync(picture).subarray(1, 4).toString()).not.toBe('ID3');
    const request = { story, film: target, data, more: ['--music', picture] };
    const refused = await runCli(renderArguments(request), request);
    expect(refused.code).toBe(65);
    expect(refused.stdout).toMatch(/song\.mp3 is a picture, not music/);
    expect(refused.stdout).not.toMatch(/"stage":"narrate"/);
    expect(existsSync(target)).toBe(false);
    const missing = { ...request, more: ['--music', join(lab.folder, 'nowhere.mp3')] };
    expect((await runCli(renderArguments(missing), missing)).stdout).toMatch(/There is no music file/);

    const tune = writeStereo(
      join(lab.folder, 'tune.wav'),
      6,
      (index) => 0.2 * Math.sin((2 * Math.PI * 3000 * index) / RATE),
    );
    const before = readFileSync(tune);
    const { duration } = await film({ ...request, more: ['--music', tune] });
    expect(duration).toBeGreaterThan(8);
    expect(readFileSync(tune).equals(before)).toBe(true);
    const args = ['-v', 'error', '-y', '-i', target, '-map', '0:a', '-af', 'highpass=2500,highpass=2500', '-f', 'wav'];
    const high = join(lab.folder, 'high.wav');
    await tools.run([...args, high]);
    const samples = await stereoSamples({ folder: lab.folder, tools } as FilmLab, high);
    for (let from = 1; from < duration - 3; from += 1) {
      expect(levelBetween(samples, from, from + 1)).toBeGreaterThan(-70);
    }
    expect(levelBetween(samples, duration - 0.1, duration)).toBeLessThan(levelBetween(samples, 0.5, 1.5));
    // Another file under the same name is other music.
    writeFileSync(tune, before.subarray(0, 44 + 5.5 * RATE * 4));
    expect(madeIn(await film({ ...request, more: ['--music', tune] }))).toContain('own-music: music own');
  });
});

describe('a scene that is previewed', () => {
  it('would catch a preview without the film’s music, at another loudness, or one that is made again for a neighbour’s sake', async () => {
    const hooks = { signal: calm, priority: PRIORITIES.shown };
    const finish: Partial<ProjectDocument> = { music: 'auto', ambience: 'auto', loudness: -16 };
    const opened = await project.open(documentOf(KITE, finish));
    const { preview } = await makeScene(opened, 'storm', hooks);
    const heard = await loudnessOf(await soundLab(), preview!.path);
    expect(Math.abs(heard.integrated + 16)).toBeLessThan(1);
    const { preview: bare } = await makeScene(await project.open(documentOf(KITE)), 'storm', hooks);
    expect(bare!.key).not.toBe(preview!.key);
    const { tools } = await soundLab();
    const channels = async (path: string) => {
      const { stderr } = await tools.run([
        '-hide_banner',
        '-i',
        path,
        '-map',
        '0',
        '-c',
        'copy',
        '-t',
        '0',
        '-f',
        'null',
        '-',
      ]);
      return /48000 Hz, (mono|stereo)/.exec(stderr)?.[1];
    };
    expect([await channels(bare!.path), await channels(preview!.path)]).toEqual(['mono', 'stereo']);
    const [hill, storm, owl, home] = KITE;
    const longer = { ...home, text: `${home.text} They were glad.` };
    const edited = await project.open(documentOf([hill, storm, owl, longer], finish));
    expect((await surveyScene(edited, 'storm')).preview?.key).toBe(preview!.key);
    for (const id of opened.units.keys()) await makeScene(opened, id, hooks);
    const { steps } = await planProjectFilm(opened, opened.document.output, join(lab.folder, 'kite.mp4'));
    expect(steps.filter(({ cached }) => !cached).map(({ stage }) => stage)).toEqual(['mix', 'export']);
  });

  it('would catch a project that cannot be looked at any more because its own music is gone', async () => {
    const ownMusic = { asset: `${'0'.repeat(64)}.mka`, name: 'song.mp3' };
    const lost = await project.open(documentOf(KITE, { music: 'own', ownMusic }));
    expect((await surveyScene(lost, 'owl')).state).not.toBe('ready');
    await expect(makeScene(lost, 'owl', { signal: calm, priority: PRIORITIES.shown })).rejects.toThrow(
      /There is no music file/,
    );
    await expect(planProjectFilm(lost, lost.document.output, join(lab.folder, 'lost.mp4'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
