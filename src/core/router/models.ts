import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function modelsProcedures(workplace: Workplace) {
  void workplace;
  return {
    list: procedures.models.list.handler(notYet),
    fetch: procedures.models.fetch.handler(notYet),
    remove: procedures.models.remove.handler(notYet),
    import: procedures.models.import.handler(notYet),
  };
}
