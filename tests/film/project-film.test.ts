import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNarrated } from '../../src/core/render/film/told.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import type { StepEnd } from '../../src/core/render/film/steps.ts';
import { drawTake } from '../../src/core/render/project/draw-take.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import type { ProjectFilm } from '../../src/core/render/project/project-film.ts';
import { surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { planProjectFilm, renderProjectFilm } from '../../src/core/render/project/whole-film.ts';
import { isCancelled } from '../../src/shared/errors.ts';
import type { Progress } from '../../src/shared/job.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import type { ProjectScene } from '../../src/shared/project.ts';
import { calm, documentOf, KITE, scene, useProjectLab } from '../helpers/project-lab.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };

async function makeAll(film: ProjectFilm): Promise<void> {
  for (const id of film.units.keys()) await makeScene(film, id, hooks);
}

/** 'stage: unit' of all that an export would make. */
async function toMake(film: ProjectFilm, target = join(lab.folder, 'plan.mp4')): Promise<string[]> {
  const { steps } = await planProjectFilm(film, film.document.output, target);
  return steps.filter(({ cached }) => !cached).map(({ stage, unit }) => `${stage}: ${unit}`);
}

async function states(film: ProjectFilm): Promise<string[]> {
  const all = await Promise.all(film.document.scenes.map(({ id }) => surveyScene(film, id)));
  return all.map(({ state }) => state);
}

describe('a project whose scenes were all previewed', () => {
  it('would catch an export that tells, draws or moves anything a second time', async () => {
    const film = await lab.open(documentOf(KITE));
    expect(await states(film)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    await makeAll(film);
    expect(await states(film)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(await toMake(film)).toEqual(['mix: film', 'export: film']);

    const target = join(lab.folder, 'kite.mp4');
    const progress: Progress[] = [];
    const report = await lab.asJob(target, (jobId) =>
      renderProjectFilm(film, film.document.output, target, {
        ...{ signal: calm, jobId },
        onProgress: (one) => progress.push(one),
      }),
    );
    const made = Object.fromEntries(report.stages.map((stage) => [stage.stage, stage.made]));
    expect(made).toEqual({ narrate: 0, illustrate: 0, compose: 0, mix: 1, export: 1 });
    expect(progress.at(-1)?.value).toBe(1);
    expect(existsSync(target)).toBe(true);
    expect(await toMake(film, target)).toEqual([]);
    const plan = await planProjectFilm(film, film.document.output, target);
    expect(plan.filmSeconds).toBeCloseTo(report.duration, 6);
  });

  it('would catch a preview that is not the very segment of the film', async () => {
    const film = await lab.open(documentOf(KITE));
    await makeAll(film);
    const { preview, seconds, isGuess, words } = await surveyScene(film, 'hill');
    expect(isGuess).toBe(false);
    const packets = async (path: string): Promise<string> => {
      const { tools } = film.parts;
      const { stdout } = await tools.run([
        '-v',
        'error',
        '-i',
        path,
        '-map',
        '0:v',
        '-c',
        'copy',
        '-f',
        'md5',
        'pipe:1',
      ]);
      return stdout.toString();
    };
    const segment = await film.parts.builder.last({ name: 'compose', version: 1 } as never, {
      projectId: lab.projectId,
      unit: 'hill',
    });
    expect(await packets(preview!.path)).toBe(await packets(join(segment!.directory, 'segment.mp4')));
    // The film's first scene has its breath before the first word.
    expect(words![0]).toMatchObject({ text: 'A', start: 0.4 });
    expect(words!.map(({ text }) => text).join(' ')).toBe(KITE[0].text);
    expect(words!.at(-1)!.end).toBeLessThan(seconds);
    const index = readFileSync(preview!.path);
    expect(index.indexOf('moov')).toBeLessThan(index.indexOf('mdat'));
  });

  it('would catch a preview in a codec that the page cannot play, made anew for another codec, or not told of', async () => {
    const document = documentOf(KITE.slice(0, 2) as never);
    const film = await lab.open({ ...document, output: { ...document.output, codec: 'h265' } });
    await makeAll(film);
    const { preview } = await surveyScene(film, 'hill');
    expect((await probeMedia(film.parts.tools, preview!.path)).streams[0]).toMatchObject({ codec: 'h264' });
    expect(await states(await lab.open(document))).toEqual(['ready', 'ready']);
    const target = join(lab.folder, 'h265.mp4');
    const plan = await planProjectFilm(film, film.document.output, target);
    expect(plan.notices).toContain("The studio shows scenes as H.264 by software: the film's are encoded anew.");
    expect(plan.steps.filter(({ cached }) => !cached).map(({ stage }) => stage)).toEqual([
      ...['compose', 'compose', 'mix', 'export'],
    ]);
    expect(plan.steps.find(({ stage }) => stage === 'compose')?.reason).toBe('codec and encoder changed');
  });

  it('would catch a reorder of the middle that makes any scene again', async () => {
    // What a scene does not say follows from the scene before: these say it all.
    const place = { setting: 'forest', time: 'day', season: 'summer', weather: 'clear', mood: 'calm' } as const;
    const [walk, sing, read, wave] = ['walked to the mill', 'sang a song', 'read a book', 'waved'].map((does, index) =>
      scene(`part-${String(index)}`, `Mia ${does} on a fine day in the middle of the year.`, place),
    ) as [ProjectScene, ProjectScene, ProjectScene, ProjectScene];
    await makeAll(await lab.open(documentOf([walk, sing, read, wave])));
    const moved = await lab.open(documentOf([walk, read, sing, wave]));
    expect(await states(moved)).toEqual(['ready', 'ready', 'ready', 'ready']);
    // Another first scene: only the breath before the first word moves.
    const first = await lab.open(documentOf([sing, walk, read, wave]));
    expect(await states(first)).toEqual(['changed', 'changed', 'ready', 'ready']);
    const made = (await toMake(first)).filter((step) => !/^(mix|export)/.test(step));
    expect(made).toEqual(['compose: part-1', 'compose: part-0']);
  });

  it('would catch an edit of one scene that asks for anything of another, or hides its old picture', async () => {
    const film = await lab.open(documentOf(KITE));
    await makeAll(film);
    const before = await surveyScene(film, 'owl');
    const edited = KITE.map((one) => (one.id === 'owl' ? { ...one, text: one.text.replace('owl', 'cat') } : one));
    const next = await lab.open(documentOf(edited));
    expect(await states(next)).toEqual(['ready', 'ready', 'changed', 'ready']);
    const changed = await surveyScene(next, 'owl');
    expect(changed).toMatchObject({ picture: before.picture, thumbnail: before.thumbnail, isGuess: true });
    expect(changed.preview).toBeUndefined();
    const after = await makeScene(next, 'owl', hooks);
    expect(after.state).toBe('ready');
    expect(after.picture).not.toEqual(before.picture);
    expect(await surveyScene(next, 'owl')).toEqual(after);
    // Undone: nothing to make.
    expect(await states(await lab.open(documentOf(KITE)))).toEqual(['ready', 'ready', 'ready', 'ready']);
  });
});

describe('who is in a project', () => {
  it('would catch someone who changes colour or skin because a scene was added or moved', async () => {
    const known = KITE.map((one) => ({ ...one, text: one.text.replace(/owl/g, 'fox') }));
    const newcomer = scene('new', 'A rabbit named Tuck hopped along the road. Tuck sang a song.');
    const before = await lab.open(documentOf(known));
    const marks = (film: ProjectFilm) => Object.fromEntries(film.storyboard.cast.map(({ id, mark }) => [id, mark]));
    expect(Object.keys(marks(before))).toContain('mia');
    for (const scenes of [[newcomer, ...known], [...known].reverse(), [known[3]!, known[0]!, newcomer, known[1]!]]) {
      const after = await lab.open(documentOf(scenes));
      expect(marks(after)).toMatchObject({ mia: marks(before)['mia'] });
      const story = (film: ProjectFilm) => (film.units.get('hill')!.picture as { readonly story?: string }).story;
      expect(story(after)).toBe(story(before));
    }
  });
});

describe('one scene of a project', () => {
  it('would catch progress that falls, or does not end at 1', async () => {
    const film = await lab.open(documentOf([scene('alone', 'A small boat sailed out on the calm blue sea at noon.')]));
    const values: (number | undefined)[] = [];
    await makeScene(film, 'alone', { ...hooks, onProgress: ({ value }) => values.push(value) });
    const known = values.filter((value) => value !== undefined);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(known.at(-1)).toBe(1);
  });

  it('would catch a setting of the scene alone that is not followed', async () => {
    const text = 'A grey mouse sat quietly on the kitchen table and ate some cheese.';
    const seconds = async (more: object): Promise<number> => {
      const film = await lab.open(documentOf([scene('mouse', text, more), KITE[0]]));
      const { parts } = film;
      await makeScene(film, 'mouse', hooks);
      expect(parts.narrator).toBeDefined();
      return (await surveyScene(film, 'mouse')).seconds;
    };
    const normal = await seconds({});
    expect(await seconds({ speed: 2 })).toBeLessThan(normal * 0.65);
    expect(await seconds({ pauseAfter: 5 })).toBeCloseTo(normal + 4, 1);
    const plan = async (more: object): Promise<string[]> =>
      (await toMake(await lab.open(documentOf([scene('mouse', text, more), KITE[0]])))).filter(
        (step) => step.endsWith('mouse') || step.includes('mouse,'),
      );
    await seconds({});
    expect(await plan({})).toEqual([]);
    expect(await plan({ motion: 'none' })).toEqual(['compose: mouse']);
    expect(await plan({ style: 'pastel' })).toEqual(['illustrate: mouse', 'compose: mouse']);
    expect(await plan({ voice: 'tone-high' })).toEqual(['narrate: mouse, sentence 1', 'compose: mouse']);
  });

  it('would catch a voice of a character that is not heard, or that is cut out when it is the narrator’s', async () => {
    const text =
      'Nib the otter met an owl. "Who is awake?" asked the owl. Nib laughed at the owl and swam away in the sea.';
    const narrated = async (characterVoices: Record<string, string>, voice = 'tone-low') => {
      const film = await lab.open(documentOf([scene('talk', text)], { characterVoices, voice }));
      return film.units
        .get('talk')!
        .chunks.filter(isNarrated)
        .map((chunk) => `${chunk.voice}: ${chunk.chunk.text}`);
    };
    const plain = [
      'tone-low: Nib the otter met an owl. "Who is awake?" asked the owl. Nib laughed at the owl and swam away in the sea.',
    ];
    expect(await narrated({})).toEqual(plain);
    expect(await narrated({ owl: 'tone-low', nib: 'tone-high' })).toEqual(plain);
    expect(await narrated({ owl: 'tone-high' })).toEqual([
      'tone-low: Nib the otter met an owl.',
      'tone-high: "Who is awake?"',
      'tone-low: asked the owl. Nib laughed at the owl and swam away in the sea.',
    ]);
    const film = await lab.open(documentOf([scene('talk', text)], { characterVoices: { owl: 'tone-high' } }));
    const { words } = await makeScene(film, 'talk', hooks);
    expect(words!.map((word) => word.text).join(' ')).toBe(text);
    const starts = words!.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('would catch a take that is drawn twice, or a chosen take that is not in the film', async () => {
    const takes = [
      { kind: 'drawn', id: 'first', seed: 1 },
      { kind: 'drawn', id: 'second', seed: 2 },
    ] as const;
    const text = 'Three little pigs danced in the meadow under a bright sun.';
    const film = await lab.open(documentOf([scene('pigs', text, { takes: [...takes] })]));
    const { picture } = await makeScene(film, 'pigs', hooks);
    expect((await drawTake(film, 'pigs', 'first', hooks)).picture).toEqual(picture);
    const second = await drawTake(film, 'pigs', 'second', hooks);
    expect(second.picture.key).not.toBe(picture!.key);
    // Looking at another take changes nothing of the scene.
    expect((await surveyScene(film, 'pigs')).state).toBe('ready');
    const chosen = await lab.open(documentOf([scene('pigs', text, { takes: [...takes], take: 'second' })]));
    expect(await surveyScene(chosen, 'pigs')).toMatchObject({ state: 'changed', picture: second.picture });
    expect((await toMake(chosen)).filter((step) => step.startsWith('illustrate'))).toEqual([]);
  });

  it('would catch an empty scene that breaks the film, or is left out silently', async () => {
    const film = await lab.open(documentOf([KITE[0], scene('new', ''), KITE[1]]));
    expect(await states(film)).toEqual([expect.any(String), 'empty', expect.any(String)]);
    expect((await makeScene(film, 'new', hooks)).state).toBe('empty');
    expect(film.storyboard.notices).toEqual(['Scene 2 has no text yet: the film leaves it out.']);
    await expect(drawTake(film, 'new', 'first', hooks)).rejects.toMatchObject({ code: 'input' });
    const nothing = await lab.open(documentOf([scene('new', ' ')]));
    await expect(toMake(nothing)).rejects.toMatchObject({ code: 'input' });
    await expect(surveyScene(film, 'gone')).rejects.toMatchObject({ code: 'not-found' });
    await expect(drawTake(film, 'hill', 'gone', hooks)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what is on the screen', () => {
  it('would catch an export that everything on the screen has to wait for', async () => {
    const scenes = Array.from({ length: 8 }, (_, index) =>
      scene(`walk-${String(index)}`, `Mia walked past tree number ${String(index + 1)} and sang a song about it.`),
    );
    const film = await lab.open(documentOf(scenes));
    const target = join(lab.folder, 'walk.mp4');
    let composed = 0;
    const onStep = ({ stage }: StepEnd): void => void (composed += stage === 'compose' ? 1 : 0);
    const exporting = lab.asJob(target, (jobId) =>
      renderProjectFilm(film, film.document.output, target, {
        signal: calm,
        jobId,
        onProgress: () => undefined,
        onStep,
      }),
    );
    const { state } = await makeScene(film, 'walk-7', hooks);
    expect(state).toBe('ready');
    expect(composed).toBeLessThan(6);
    await exporting;
  });

  it('would catch a scene that cannot be left, or that leaves half of something behind', async () => {
    const film = await lab.open(documentOf([scene('left', 'Mia waited for a very long time under the old oak tree.')]));
    const controller = new AbortController();
    const leaving = makeScene(film, 'left', {
      ...hooks,
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(leaving).rejects.toSatisfy(isCancelled);
    expect(readdirSync(join(lab.folder, 'data', 'cache', 'tmp'))).toEqual([]);
    expect((await surveyScene(film, 'left')).state).toBe('waiting');
    expect((await makeScene(film, 'left', hooks)).state).toBe('ready');
  });
});
