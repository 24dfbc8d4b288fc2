import { needDesktop } from '../services/desktop.ts';
import { findFilm } from '../services/jobs/job-view.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function jobsProcedures(services: Services) {
  const { jobs } = procedures;
  return {
    list: jobs.list.handler(() => services.jobs().list()),
    get: jobs.get.handler(({ input }) => services.jobs().get(input.jobId)),
    cancel: jobs.cancel.handler(({ input }) => services.jobs().cancel(input.jobId)),
    pause: jobs.pause.handler(({ input }) => services.jobs().pause(input.jobId)),
    resume: jobs.resume.handler(({ input }) => services.jobs().resume(input.jobId)),
    remove: jobs.remove.handler(({ input }) => {
      services.jobs().remove(input.jobId);
    }),
    reveal: jobs.reveal.handler(async ({ input: { jobId, how } }) => {
      const hint = 'Fetch the film by its download instead.';
      const show = needDesktop(services.workplace, how === 'play' ? 'play' : 'reveal', hint);
      await show(findFilm(services.jobs().record(jobId)));
    }),
  };
}
