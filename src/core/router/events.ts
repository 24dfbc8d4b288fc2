import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function eventsProcedures(workplace: Workplace) {
  void workplace;
  return {
    watch: procedures.events.watch.handler(notYet),
  };
}
