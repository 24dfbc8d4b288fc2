import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FilmReport, StoryboardReport } from '../../src/shared/film.ts';
import { lastEvent, runCli } from '../helpers/cli.ts';
import { eventsOf, film, KITE, madeIn, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();

describe('a quick look', () => {
  it('would catch pictures or voices made for --prompts-only, or scenes told without title and picture', async () => {
    const data = lab.data('prompts');
    const story = lab.story('prompts.md', KITE);
    const result = await runCli(['render', story, '--prompts-only', '--json'], { data });
    expect([result.code, result.stderr]).toEqual([0, '']);
    const told = lastEvent(result.stdout, 'result') as unknown as StoryboardReport;
    expect(told.scenes.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(told.scenes.map(({ title }) => title)).size).toBe(3);
    expect(told.scenes[0]).toMatchObject({ picture: expect.stringMatching(/^Mia .*kite/u) as unknown });
    expect(told.cast.map(({ name, kind }) => [name, kind])).toContainEqual(['Mia', 'girl']);
    expect(existsSync(join(process.cwd(), 'prompts.mp4'))).toBe(false);
    expect(existsSync(join(data, 'models'))).toBe(false);
  });

  it('would catch limits that make more than they say, a film of them that is made of other parts, or pictures that cannot be filled in', async () => {
    const data = lab.data('limits');
    const story = lab.story('limits.md', KITE);
    const target = join(lab.folder, 'limits.mp4');
    const options = { story, film: target, data };
    const blank = await film({ ...options, more: ['--no-pictures'] });
    // Scenes of the same hour and mood stand on one ground.
    expect(madeIn(blank).join()).toContain('blank: scene 1');
    expect(madeIn(blank).join()).not.toContain('illustrate');

    const preview = await film({ ...options, film: join(lab.folder, 'two.mp4'), more: ['--preview', '2'] });
    expect(madeIn(preview).filter((step) => step.startsWith('illustrate'))).toEqual(['illustrate: scene 2']);
    expect(preview.scenes).toBe(1);
    const first = await film({ ...options, film: join(lab.folder, 'one.mp4'), more: ['--limit-scenes', '1'] });
    expect([first.scenes, madeIn(first).filter((step) => step.startsWith('narrate'))]).toEqual([1, []]);

    const few = await film({ ...options, more: ['--limit-pictures', '1'] });
    expect(madeIn(few).filter((step) => step.startsWith('illustrate'))).toEqual([]);
    const filled = await runCli(['pictures', '--latest', '--json'], { data });
    expect([filled.code, filled.stderr]).toEqual([0, '']);
    const whole = lastEvent(filled.stdout, 'result') as unknown as FilmReport;
    // The first was drawn for the limits, the second for the preview, and no word is told again.
    expect(madeIn(whole).filter((step) => /^(?:illustrate|narrate)/u.test(step))).toEqual(['illustrate: scene 3']);
    expect(whole.film).toBe(target);
    const again = await runCli(['pictures', '--latest'], { data });
    expect(again.stdout).toContain('has all of its pictures');
  });

  it('would catch a process that ends with the terminal that it was begun in', async () => {
    const data = lab.data('background');
    const story = lab.story('background.md', KITE);
    const target = join(lab.folder, 'background.mp4');
    await film({ story, film: target, data, more: ['--no-pictures', '--limit-scenes', '1'] });
    const result = await runCli(['pictures', '--latest', '--background', '--json'], { data });
    expect([result.code, result.stderr]).toEqual([0, '']);
    const { log } = lastEvent(result.stdout, 'result') as unknown as { readonly log: string };
    await expect
      .poll(() => eventsOf(readFileSync(log, 'utf8')).at(-1), { timeout: 60_000 })
      .toMatchObject({
        ...{ type: 'result', film: target },
      });
    // The process closes what it has open before the folder is taken away.
    await delay(500);
  });

  it('would catch a scene that is not there filmed as nothing', async () => {
    const story = lab.story('none.md', KITE);
    const more = ['--preview', '9', '--narrator', 'tone', '-o', join(lab.folder, 'none.mp4')];
    const result = await runCli(['render', story, ...more], { data: lab.data('none') });
    expect(result.code).toBe(64);
    expect(result.stderr).toMatch(/There is no scene 9 to be shown[^]*The story has 3 scenes/u);
  });
});
