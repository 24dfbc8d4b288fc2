import type { Workplace } from '../workplace.ts';
import { listen } from '../services/sounds.ts';
import { procedures } from './builder.ts';

export function soundsProcedures(workplace: Workplace) {
  return { listen: procedures.sounds.listen.handler(({ input, signal }) => listen(workplace, input, signal)) };
}
