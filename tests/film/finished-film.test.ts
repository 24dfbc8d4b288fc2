/** A film with its captions, transitions and cards: what each of them makes again, and what it leaves as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIORITIES } from '../../src/shared/priority.ts';
import type { FilmReport } from '../../src/shared/film.ts';
import type { ProjectDocument, ProjectScene } from '../../src/shared/project.ts';
import { needsTelling } from '../../src/core/render/film/shots.ts';
import { pictureBy } from '../../src/core/render/film/picture.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import type { ProjectFilm } from '../../src/core/render/project/project-film.ts';
import { surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { planProjectFilm, renderProjectFilm } from '../../src/core/render/project/whole-film.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import { calm, documentOf, KITE, scene, useProjectLab } from '../helpers/project-lab.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };
const FINISH = { captions: 'karaoke', transition: 'dissolve', titleCard: true, closingCard: true } as const;

function finished(scenes: readonly ProjectScene[] = KITE, more: Partial<ProjectDocument> = {}): Promise<ProjectFilm> {
  return lab.open(documentOf(scenes, { ...FINISH, ...more }));
}

/** 'compose: owl' for every step that is still to be made, sorted. */
async function toMake(film: ProjectFilm): Promise<string[]> {
  const { steps } = await planProjectFilm(film, film.document.output, join(lab.folder, 'kite.mp4'));
  return steps
    .filter(({ cached }) => !cached)
    .map(({ stage, unit }) => `${stage}: ${unit}`)
    .sort();
}

async function render(film: ProjectFilm, name: string): Promise<Omit<FilmReport, 'log'> & { readonly made: string[] }> {
  const target = join(lab.folder, name);
  const made: string[] = [];
  const report = await lab.asJob(target, (jobId) =>
    renderProjectFilm(film, film.document.output, target, {
      ...{ signal: calm, jobId, onProgress: () => undefined },
      onStep: ({ stage, unit, cached }) => void (cached || made.push(`${stage}: ${unit}`)),
    }),
  );
  return { ...report, made: made.sort() };
}

const states = (film: ProjectFilm) =>
  Promise.all(film.document.scenes.map(async ({ id }) => (await surveyScene(film, id)).state));

/** The scene's text with a longer first sentence, which shows the same. */
function longer(one: ProjectScene): ProjectScene {
  return { ...one, text: one.text.replace(/\b(slowly|heavy|gently|happily)\b/u, 'very very $1') };
}

describe('a finished film', () => {
  let film: ProjectFilm;
  let report: Awaited<ReturnType<typeof render>>;
  let previewed: readonly string[];

  beforeAll(async () => {
    film = await finished();
    for (const id of film.units.keys()) await makeScene(film, id, hooks);
    previewed = await toMake(film);
    report = await render(film, 'kite.mp4');
  }, 240_000);

  it('would catch a preview whose segment is not the film’s own', () => {
    expect(previewed).toEqual([
      ...['compose: closing card', 'compose: title card', 'export: film', 'mix: film'],
      'narrate: title card, sentence 1',
    ]);
    expect(report.made).toEqual(previewed);
  });

  it('would catch cards that are counted as scenes, listed in the studio, or missing in the film', async () => {
    expect([...film.units.keys()]).toEqual(['hill', 'storm', 'owl', 'home']);
    expect(report.scenes).toBe(4);
    const facts = await probeMedia(film.parts.tools, join(lab.folder, 'kite.mp4'));
    expect(facts).toMatchObject({ chapters: 6 });
    expect(facts.streams[0]).toMatchObject({ frames: report.frames, startSeconds: 0 });
    expect(Math.abs(facts.streams[0]!.seconds! - facts.streams[1]!.seconds!)).toBeLessThan(1 / 30);
    const plan = await planProjectFilm(film, film.document.output, join(lab.folder, 'kite.mp4'));
    expect(plan.scenes).toHaveLength(4);
    // Without cards the film is shorter by them, but for the breath and the rest that they have taken over.
    const bare = await render(await finished(KITE, { titleCard: false, closingCard: false }), 'bare.mp4');
    expect(report.frames).toBeGreaterThan(bare.frames + 2 * 30);
    // The last scene is longer by the rest and may begin otherwise, which the end of the one before it shows.
    const own = bare.made.filter((step) => step !== 'compose: owl');
    expect(own).toEqual(['compose: hill', 'compose: home', 'export: film', 'mix: film']);
  });

  it('would catch a caption style that tells or draws again, or mixes the sound', async () => {
    const other = await finished(KITE, { captions: 'word-box' });
    const composed = ['hill', 'home', 'owl', 'storm'].map((id) => `compose: ${id}`);
    expect(await toMake(other)).toEqual([...composed, 'export: film']);
    const { made } = await render(other, 'boxes.mp4');
    expect(made).toEqual([...composed, 'export: film']);
    expect(await toMake(film)).toEqual([]);
  });

  it('would catch a transition that changes anything but the end of the scene before it', async () => {
    const wiped = KITE.map((one) => (one.id === 'storm' ? { ...one, transition: 'wipe' as const } : one));
    expect(await toMake(await finished(wiped))).toEqual(['compose: storm', 'export: film']);
    const moved = await render(await finished(wiped), 'wiped.mp4');
    expect(moved.frames).toBe(report.frames);
  });

  it('would catch a changed sentence that makes more than its own scene, where the scene begins as before', async () => {
    let free = 0;
    for (const one of KITE) {
      const unit = film.units.get(one.id)!;
      const { builder } = film.parts;
      const artefact = await pictureBy(
        { take: async (stage, input) => (await builder.find(stage, input)).artefact, lacks: () => undefined },
        unit.picture,
        film.storyboard.cast,
        film.options,
        film.parts,
      );
      const hangs = needsTelling(unit, artefact!, film.options);
      const edited = await finished(KITE.map((each) => (each === one ? longer(one) : each)));
      const { made } = await render(edited, 'edited.mp4');
      const own = [`compose: ${one.id}`, 'export: film', 'mix: film', `narrate: ${one.id}, sentence 1`];
      expect(made, one.id).toEqual(expect.arrayContaining(own));
      const before = film.reel[film.reel.indexOf(unit) - 1]!;
      const others = made.filter((step) => !own.includes(step));
      expect(others, one.id).toEqual(hangs && others.length > 0 ? [`compose: ${before.name}`] : []);
      if (!hangs) free += 1;
    }
    expect(free).toBeGreaterThan(0);
  }, 240_000);

  it('would catch a scene that stays ready although the next one looks otherwise, or is never ready again', async () => {
    const takes = [...KITE[2].takes, { kind: 'drawn' as const, id: 'second', seed: 7 }];
    const other = await finished(KITE.map((one) => (one.id === 'owl' ? { ...one, takes, take: 'second' } : one)));
    expect(await states(other)).toEqual(['ready', 'changed', 'changed', 'ready']);
    await makeScene(other, 'storm', hooks);
    expect(await states(other)).toEqual(['ready', 'ready', 'changed', 'ready']);
    await makeScene(other, 'owl', hooks);
    expect(await states(other)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(await states(film)).toEqual(['ready', 'ready', 'ready', 'ready']);
  });
});

describe('odd films', () => {
  it('would catch a film of one scene, an untitled one, or a title without a word that fails for want of a card', async () => {
    const alone = [scene('alone', 'A small boat sailed out.')];
    const untitled = await render(await finished(alone, { title: 'Untitled story' }), 'untitled.mp4');
    expect(untitled.notices).toContain('The story has no title: the film begins without a title card.');
    expect(untitled.made).not.toContain('compose: title card');
    const wordless = await render(await finished(alone, { title: '***' }), 'wordless.mp4');
    expect(wordless.made).toContain('compose: title card');
    expect(wordless.made.join()).not.toContain('narrate: title card');
    expect(readFileSync(join(lab.folder, 'wordless.mp4')).length).toBeGreaterThan(10_000);
  });
});
