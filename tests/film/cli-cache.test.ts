import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dryRun, film, KITE, madeIn, plannedIn, useCliLab, type RenderOptions } from '../helpers/film-cli.ts';

const lab = useCliLab();

/** One film, made cold; each test changes one thing of it and says what is made again. */
describe('a film that was made before', () => {
  let options: RenderOptions;

  beforeAll(async () => {
    options = { story: lab.story('kite.md', KITE), film: join(lab.folder, 'kite.mp4'), data: lab.data('cache') };
    const before = await dryRun(options);
    expect(before.steps.filter(({ cached }) => cached)).toEqual([]);
    // The dry run itself makes nothing but what it has to know.
    expect(plannedIn(await dryRun(options))).toEqual(plannedIn(before));
    const report = await film(options);
    expect(madeIn(report)).toEqual(plannedIn(before));
    const sums = new Map(report.stages.map(({ stage, made }) => [stage, made]));
    expect(Object.fromEntries(sums)).toEqual({
      ...{ read: 0, plan: 0, narrate: 6, illustrate: 3, compose: 3, mix: 1, export: 1 },
    });
  });

  /** What a change makes, and that the dry run says so before it. */
  async function remade(more: readonly string[] = [], story = options.story): Promise<string[]> {
    const changed = { ...options, story, more };
    const planned = await dryRun(changed);
    for (const step of planned.steps) expect(step.cached).toBe(step.reason === undefined);
    const report = await film(changed);
    const made = madeIn(report).filter((step) => !/^(read|plan):/.test(step));
    // What hangs on something that is made anew may turn out to be as it was: the only steps that are said in vain.
    const certain = planned.steps.filter(({ cached, reason }) => !cached && !reason!.endsWith('made anew'));
    expect(plannedIn(planned)).toEqual(expect.arrayContaining(made));
    expect(made).toEqual(expect.arrayContaining(plannedIn({ ...planned, steps: certain })));
    return made;
  }

  /** The story's own file, changed for as long as the test runs. */
  async function withText<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
    writeFileSync(options.story, text);
    try {
      return await work();
    } finally {
      writeFileSync(options.story, KITE);
    }
  }

  it('would catch anything that is made a second time', async () => {
    const before = readFileSync(options.film);
    const report = await film(options);
    expect(madeIn(report)).toEqual([]);
    expect(report.stages.map(({ made }) => made)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(readFileSync(options.film).equals(before)).toBe(true);
  });

  it('would catch one changed sentence that makes other sentences, scenes or pictures again', async () => {
    const made = await withText(KITE.replace('gently pulled', 'very patiently pulled'), () => remade());
    expect(made).toEqual(['compose: scene 3', 'export: film', 'mix: film', 'narrate: scene 3, sentence 1']);
  });

  it('would catch a picture that does not follow what its scene says', async () => {
    const made = await withText(KITE.replace('An old owl', 'An old cat'), () => remade());
    expect(made).toEqual([
      ...['compose: scene 3', 'export: film', 'illustrate: scene 3', 'mix: film', 'narrate: scene 3, sentence 1'],
    ]);
  });

  it('would catch another voice that draws the pictures again, or keeps the old voice', async () => {
    const made = await remade(['--voice', 'tone-high']);
    // The tone's words last as long in either voice, so the pictures move as they did.
    expect(made.filter((step) => step.startsWith('narrate'))).toHaveLength(6);
    expect(made.filter((step) => step.startsWith('illustrate'))).toEqual([]);
    expect(made).toContain('mix: film');
  });

  it('would catch another style that tells the story again', async () => {
    const made = await remade(['--style', 'pastel']);
    const scenes = ['scene 1', 'scene 2', 'scene 3'];
    expect(made).toEqual([
      ...scenes.map((scene) => `compose: ${scene}`),
      'export: film',
      ...scenes.map((scene) => `illustrate: ${scene}`),
    ]);
  });

  it('would catch a changed x264 setting that makes more than the segments, or no reason in words', async () => {
    await film(options);
    const plan = await dryRun({ ...options, more: ['--crf', '30'] });
    const reasons = plan.steps.flatMap(({ stage, reason }) => (reason === undefined ? [] : [`${stage}: ${reason}`]));
    expect(new Set(reasons)).toEqual(new Set(['compose: x264 quality changed', 'export: its parts are made anew']));
  });

  it('would catch a film that was deleted or damaged and is not written again, or work done for it', async () => {
    await film(options);
    const whole = readFileSync(options.film);
    rmSync(options.film);
    expect(await remade()).toEqual(['export: film']);
    expect(readFileSync(options.film).equals(whole)).toBe(true);
    truncateSync(options.film, 1000);
    expect(await remade()).toEqual(['export: film']);
    expect(readFileSync(options.film).equals(whole)).toBe(true);
  });
});
