import { CancelledError, throwIfCancelled } from '../../../shared/errors.ts';
import { PRIORITIES } from '../../../shared/priority.ts';
import { createLimit } from '../../build/limit.ts';
import { createProgress } from '../../progress.ts';
import { makeScene } from '../../render/project/make-scene.ts';
import { settleAll } from '../../render/film/make.ts';
import type { ProjectFilm } from '../../render/project/project-film.ts';
import type { SceneSurvey } from '../../render/project/survey-scene.ts';
import type { Workplace } from '../../workplace.ts';
import type { JobRunner } from '../jobs/job-kind.ts';
import type { Films } from './films.ts';
import type { SceneStates } from './scene-states.ts';

/** One scene's encoder fills the gaps of another's narration. */
const SCENES_AT_ONCE = 2;

/** Makes every scene of a project ready to be played, in the film's order. */
export function previewRunner(
  workplace: Workplace,
  films: Films,
  states: SceneStates,
  onMade: (film: ProjectFilm, sceneId: string, survey: SceneSurvey) => void,
): JobRunner {
  return {
    atOnce: 1,
    acrossProcesses: false,
    async run({ job, signal: cancel, onProgress, log }) {
      const film = await films.current(job.projectId!);
      const stop = new AbortController();
      const signal = AbortSignal.any([cancel, stop.signal]);
      const sceneIds = [...film.units.keys()];
      const progress = createProgress({ weights: { scenes: 1 }, emit: onProgress });
      const done = new Map<string, number>();
      const count = (sceneId: string, value: number): void => {
        done.set(sceneId, value);
        const sum = [...done.values()].reduce((total, each) => total + each, 0);
        progress.update('scenes', { done: sum, total: sceneIds.length, message: 'Making the scenes' });
      };
      const limit = createLimit(SCENES_AT_ONCE);
      const makeOne = async (sceneId: string): Promise<void> => {
        throwIfCancelled(signal);
        if ((await states.survey(film, sceneId)).state !== 'ready') {
          const survey = await states.follow(film, sceneId, (onScene) =>
            makeScene(film, sceneId, {
              signal,
              priority: PRIORITIES.export,
              jobId: job.id,
              onProgress: (scene) => {
                onScene(scene);
                if (scene.value !== undefined) count(sceneId, scene.value);
              },
            }),
          );
          log.info({ unit: sceneId }, 'scene made');
          onMade(film, sceneId, survey);
        }
        count(sceneId, 1);
      };
      try {
        await settleAll(
          sceneIds.map((sceneId) => limit(() => makeOne(sceneId), signal)),
          stop,
        );
      } finally {
        await (await workplace.builder()).release(job.id);
      }
      if (cancel.aborted) throw new CancelledError();
      return {};
    },
  };
}
