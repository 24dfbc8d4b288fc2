import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function projectProcedures(workplace: Workplace) {
  void workplace;
  return {
    open: procedures.project.open.handler(notYet),
    edit: procedures.project.edit.handler(notYet),
    undo: procedures.project.undo.handler(notYet),
    redo: procedures.project.redo.handler(notYet),
    addPicture: procedures.project.addPicture.handler(notYet),
  };
}
