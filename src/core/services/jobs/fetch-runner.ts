import { z } from 'zod';
import type { Progress } from '../../../shared/job.ts';
import { createProgress } from '../../progress.ts';
import type { ModelProgress } from '../../models/progress.ts';
import type { Workplace } from '../../workplace.ts';
import type { JobRunner } from './job-kind.ts';

export const fetchOptionsSchema = z.object({ modelId: z.string() });

/** About what the parts of an installation take. */
const WEIGHTS: Readonly<Record<ModelProgress['phase'], number>> = { download: 10, verify: 1, convert: 1 };
const MESSAGES: Readonly<Record<ModelProgress['phase'], string>> = {
  download: 'Downloading',
  verify: 'Checking what came',
  convert: 'Making it ready',
};

/** Downloads and installs a model; what was downloaded before a pause is kept and gone on with. */
export function fetchRunner(workplace: Workplace): JobRunner {
  return {
    atOnce: 2,
    acrossProcesses: false,
    async run({ job, signal, onProgress, log }) {
      const { modelId } = fetchOptionsSchema.parse(job.options);
      const installed = await workplace.models().ensure(modelId, { signal, onProgress: describe(onProgress) });
      log.info({ source: installed.source.kind }, 'installed');
      workplace.events.publish({ type: 'models' });
      return { notices: installed.notices };
    },
  };
}

function describe(emit: (progress: Progress) => void): (progress: ModelProgress) => void {
  const tracker = createProgress({ weights: WEIGHTS, emit });
  return ({ phase, loaded, total }) => {
    tracker.update(phase, { done: loaded, total, message: MESSAGES[phase] });
  };
}
