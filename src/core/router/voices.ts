import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { notYet } from './not-yet.ts';

export function voicesProcedures(workplace: Workplace) {
  void workplace;
  return {
    list: procedures.voices.list.handler(notYet),
    say: procedures.voices.say.handler(notYet),
  };
}
