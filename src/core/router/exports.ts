import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function exportsProcedures(workplace: Workplace) {
  void workplace;
  return {
    plan: procedures.exports.plan.handler(notYet),
    start: procedures.exports.start.handler(notYet),
  };
}
