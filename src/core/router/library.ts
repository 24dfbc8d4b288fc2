import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function libraryProcedures(workplace: Workplace) {
  void workplace;
  return {
    list: procedures.library.list.handler(notYet),
    create: procedures.library.create.handler(notYet),
    duplicate: procedures.library.duplicate.handler(notYet),
    rename: procedures.library.rename.handler(notYet),
    remove: procedures.library.remove.handler(notYet),
    restore: procedures.library.restore.handler(notYet),
    pack: procedures.library.pack.handler(notYet),
  };
}
