import { describe, expect, it } from 'vitest';
import { makeScene } from '../../../src/core/render/project/make-scene.ts';
import { openProjectFilm, type ProjectPlace } from '../../../src/core/render/project/project-film.ts';
import { Films } from '../../../src/core/services/scenes/films.ts';
import { SceneStates } from '../../../src/core/services/scenes/scene-states.ts';
import { PRIORITIES } from '../../../src/shared/priority.ts';
import type { SceneState } from '../../../src/shared/views.ts';
import { openStudio, until } from '../../helpers/studio-lab.ts';
import { makeSmallProject } from '../../helpers/studio-project.ts';

describe('what is told of a scene', () => {
  it('would catch a length that jumps between the guess and the truth while the scene is made', async () => {
    const lab = openStudio();
    const { workplace } = lab;
    const { projectId, sceneIds } = await makeSmallProject(lab, 1);
    const sceneId = sceneIds[0]!;
    const { document } = workplace.projects().read(projectId);
    const { signal } = new AbortController();
    const blindPlace: ProjectPlace = {
      ...{ cores: 2, paths: workplace.paths, composing: workplace.composing, planner: workplace.planner },
      store: () => workplace.store(),
      builder: () => workplace.builder(),
      media: () => workplace.media(),
      pool: () => workplace.pool(),
      illustrator: () => workplace.illustrator(),
      painterHere: (id) => workplace.painterHere(id),
      painter: (id, hooks) => workplace.painter(id, hooks),
      enlargerHere: (choice) => workplace.enlargerHere(choice),
      enlarger: (choice, hooks) => workplace.enlarger(choice, hooks),
      projects: () => workplace.projects(),
      narrator: (kind, hooks) => workplace.narrator(kind, hooks),
      // As at a first start: the model is not here yet.
      narratorHere: () => Promise.resolve(undefined),
    };
    const request = { projectId, document, narrator: 'tone' } as const;
    const blind = await openProjectFilm(blindPlace, request, { signal });
    const seeing = await openProjectFilm(workplace, request, { signal });

    const told: SceneState[] = [];
    const states = new SceneStates((event) => {
      if (event.type === 'scene') told.push(event.scene);
    });
    expect(await states.all(blind)).toMatchObject([{ state: 'waiting', isGuess: true }]);
    await states.follow(blind, sceneId, async (onProgress) => {
      const made = await makeScene(blind, sceneId, { signal, priority: PRIORITIES.shown });
      for (const value of [0.8, 0.9]) {
        states.doubt(projectId);
        await states.all(seeing);
        // It is looked at again, by the one who knows less.
        states.doubt(projectId);
        onProgress({ stage: 'compose', value });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return made;
    });
    const { seconds } = (await states.all(seeing))[0]!;
    const first = told.findIndex(({ isGuess }) => !isGuess);
    expect(first).toBeGreaterThan(0);
    expect(told.slice(first).map((scene) => [scene.isGuess, scene.seconds])).toEqual(
      told.slice(first).map(() => [false, seconds]),
    );
    expect(told.at(-1)).toMatchObject({ state: 'ready' });
  });

  it('would catch a scene that waits for good because it was looked at before the voice was known', async () => {
    const lab = openStudio();
    const { workplace } = lab;
    const { projectId, sceneIds } = await makeSmallProject(lab, 1);
    const { signal } = new AbortController();
    const told: SceneState[] = [];
    const states = new SceneStates((event) => {
      if (event.type === 'scene') told.push(event.scene);
    });
    const films = new Films(workplace, (film) => states.seeAnew(film));
    // As at a first start: which graph of the voice is the fastest is not measured yet.
    const narratorHere = workplace.narratorHere.bind(workplace);
    workplace.narratorHere = () => Promise.resolve(undefined);
    const blind = await films.current(projectId);
    await states.follow(blind, sceneIds[0]!, () =>
      makeScene(blind, sceneIds[0]!, { signal, priority: PRIORITIES.shown }),
    );
    expect(told.at(-1)).toMatchObject({ state: 'ready' });
    // An export ends, or another window asks: the scene is looked at again, by one who cannot know.
    states.doubt(projectId);
    expect(await states.all(await films.current(projectId))).toMatchObject([{ state: 'waiting', isGuess: true }]);
    workplace.narratorHere = narratorHere;
    await films.current(projectId);
    await until(() => told.at(-1)?.state === 'ready' && told.at(-1)?.isGuess === false, {
      what: 'the scene, ready again',
    });
  });
});
