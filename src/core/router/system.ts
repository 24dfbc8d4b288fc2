import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function systemProcedures(workplace: Workplace) {
  void workplace;
  return {
    view: procedures.system.view.handler(notYet),
    health: procedures.system.health.handler(notYet),
    settings: procedures.system.settings.handler(notYet),
    set: procedures.system.set.handler(notYet),
    trimCache: procedures.system.trimCache.handler(notYet),
    diagnostics: procedures.system.diagnostics.handler(notYet),
    chooseFolder: procedures.system.chooseFolder.handler(notYet),
  };
}
