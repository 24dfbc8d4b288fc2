import { basename } from 'node:path';
import type { StoryboardReport } from '../../shared/film.ts';
import type { CastMember } from '../../shared/story.ts';
import { silentProgress } from '../progress.ts';
import { guessSeconds } from '../render/film/work.ts';
import { createStepRunner } from '../render/film/steps.ts';
import type { SceneUnit } from '../render/film/units.ts';
import { shippedLexicon } from '../render/plan.ts';
import { describeScene } from '../story/describe/describe-scene.ts';
import { sceneTitles } from '../story/describe/scene-titles.ts';
import { storyTitle } from '../story/describe/story-title.ts';
import { createJob, failJob, finishJob, startJob } from '../store/jobs.ts';
import { joinPhrases } from '../story/prompt/phrases.ts';
import { promptOf } from '../story/prompt/scene-prompt.ts';
import { upsertProject } from '../store/projects.ts';
import type { Workplace } from '../workplace.ts';
import { checkOptions, gatherParts, type FilmRequest } from './film-request.ts';
import { withSource } from './film-source.ts';
import type { RenderHooks } from './render-film.ts';

/** Reads and plans a story: its scenes, and what each picture would show. Fetches no model for a text, makes no voice and no picture. */
export async function tellStoryboard(
  workplace: Workplace,
  request: FilmRequest,
  { signal, onProgress }: RenderHooks,
): Promise<StoryboardReport> {
  // Nobody speaks: any narrator will do, and this one is always here.
  const given = { ...request.options, narrator: 'tone', voice: undefined } as const;
  const options = checkOptions(given);
  const parts = await gatherParts(workplace, options);
  const store = workplace.store();
  const project = upsertProject(store, { path: request.story, title: basename(request.story) });
  const job = createJob(store, { kind: 'plan', projectId: project.id });
  startJob(store, job.id);
  try {
    const run = createStepRunner(
      parts.builder,
      { projectId: project.id, jobId: job.id },
      {},
      silentProgress,
      () => undefined,
    );
    const context = { workplace, options, parts, projectId: project.id, run, signal, onProgress };
    const report = await withSource({ ...request, options: given }, context, ({ storyboard, units }) => {
      const titles = sceneTitles(storyboard.scenes, storyboard.cast);
      const scenes = units.filter(({ card }) => !card);
      const lengths = new Map(scenes.map((unit) => [unit.scene.id, guessSeconds(unit)]));
      const prompts = new Map(scenes.map((unit) => [unit.scene.id, promptFor(unit, storyboard.cast)]));
      return Promise.resolve({
        title: storyTitle(storyboard),
        language: storyboard.language,
        cast: storyboard.cast.map(({ name, kind, traits }) => ({ name, kind, traits })),
        scenes: storyboard.scenes.map((scene, index) => ({
          number: scene.index + 1,
          id: scene.id,
          title: titles[index]!,
          text: scene.text,
          picture: describeScene(scene, storyboard.cast),
          ...prompts.get(scene.id),
          seconds: lengths.get(scene.id) ?? 0,
        })),
        notices: storyboard.notices,
      });
    });
    finishJob(store, job.id);
    return report;
  } catch (error) {
    failJob(store, job.id, error);
    throw error;
  } finally {
    await parts.builder.release(job.id);
  }
}

function promptFor({ picture }: SceneUnit, cast: readonly CastMember[]): { readonly prompt?: string } {
  if (picture.kind !== 'painted') return {};
  return { prompt: joinPhrases(promptOf(picture.graph, cast, { ...picture, lexicon: shippedLexicon() }).phrases) };
}
