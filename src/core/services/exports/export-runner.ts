import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { outputSchema, projectDocumentSchema } from '../../../shared/project.ts';
import { withLaterFields, withLaterOutput } from '../../project/earlier.ts';
import { renderProjectFilm } from '../../render/project/whole-film.ts';
import { jobMaterial } from '../../store/studio-jobs.ts';
import type { Workplace } from '../../workplace.ts';
import type { JobRunner } from '../jobs/job-kind.ts';
import type { Films } from '../scenes/films.ts';
import { rememberExtras } from './written-extras.ts';
import type { SceneStates } from '../scenes/scene-states.ts';

/** `film` is the absolute path that it is written to. */
const exportOptionsSchema = z.object({
  film: z.string(),
  output: z.preprocess((output) => withLaterOutput(output as object), outputSchema),
});
/** The document as it was when the export was asked for: what is edited afterwards is not in the film. */
const exportMaterialSchema = z.object({
  document: z.preprocess((document) => withLaterFields(document as object), projectDocumentSchema),
});

/** Films a project; after a pause, a failure or a kill only what was not finished is made. */
export function exportRunner(workplace: Workplace, films: Films, states: SceneStates): JobRunner {
  return {
    atOnce: 1,
    acrossProcesses: true,
    async run({ job, signal, onProgress, log }) {
      const { film: target, output } = exportOptionsSchema.parse(job.options);
      const { document } = exportMaterialSchema.parse(jobMaterial(workplace.store(), job.id));
      const projectId = job.projectId!;
      try {
        const film = await films.of(projectId, document, signal);
        const { bytes, duration, loudness, notices, stages, seconds } = await renderProjectFilm(film, output, target, {
          signal,
          jobId: job.id,
          onProgress,
          onStep: (step) => {
            log.info(step, 'step');
          },
        });
        log.info({ stages, seconds, bytes }, 'film made');
        const { mtimeMs } = await stat(target);
        const extras = await rememberExtras(target, output.extras);
        return { bytes, seconds: duration, changedAt: mtimeMs, loudness, notices, extras };
      } finally {
        states.doubt(projectId);
        await (await workplace.builder()).release(job.id);
      }
    },
  };
}
