import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function jobsProcedures(workplace: Workplace) {
  void workplace;
  return {
    list: procedures.jobs.list.handler(notYet),
    get: procedures.jobs.get.handler(notYet),
    cancel: procedures.jobs.cancel.handler(notYet),
    pause: procedures.jobs.pause.handler(notYet),
    resume: procedures.jobs.resume.handler(notYet),
    remove: procedures.jobs.remove.handler(notYet),
    reveal: procedures.jobs.reveal.handler(notYet),
  };
}
