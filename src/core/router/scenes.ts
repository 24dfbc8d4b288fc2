import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function scenesProcedures(workplace: Workplace) {
  void workplace;
  return {
    states: procedures.scenes.states.handler(notYet),
    show: procedures.scenes.show.handler(notYet),
    hide: procedures.scenes.hide.handler(notYet),
    takes: procedures.scenes.takes.handler(notYet),
    makeAll: procedures.scenes.makeAll.handler(notYet),
  };
}
