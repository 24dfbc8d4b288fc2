import { basename } from 'node:path';
import { isCancelled, isStudioError, serializeError } from '../../shared/errors.ts';
import type { FilmPlan } from '../../shared/film.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { clock, table } from '../output/format.ts';
import type { BatchFilm } from './batch-film.ts';
import type { BatchContext } from './run-batch.ts';

/** What a batch would make, film by film, without making it. @returns the exit code, as runBatch */
export async function dryRunBatch(
  films: readonly BatchFilm[],
  { studio, reporter, signal }: BatchContext,
): Promise<number> {
  const told: object[] = [];
  const rows: string[][] = [];
  let code = 0;
  for (const film of films) {
    const { story, film: target } = film;
    try {
      const plan = await studio.planFilm(film, { signal, onProgress: reporter().progress });
      told.push({ story, film: target, ...plan });
      rows.push([basename(target), workText(plan), timeText(plan)]);
    } catch (error) {
      if (isCancelled(error) || !isStudioError(error)) throw error;
      if (code === 0) code = exitCodeOf(error);
      const { name, code: kind, message, hint } = serializeError(error);
      told.push({ story, film: target, error: { name, code: kind, message, hint } });
      rows.push([basename(target), `cannot be made: ${message}`, '']);
    }
  }
  reporter().result({ films: told }, table(rows, 'llr'));
  return code;
}

function workText({ steps }: FilmPlan): string {
  const missing = steps.filter(({ cached }) => !cached).length;
  return missing === 0 ? 'nothing has to be made' : `${String(missing)} of ${String(steps.length)} steps to be made`;
}

function timeText({ estimatedSeconds, steps }: FilmPlan): string {
  if (steps.every(({ cached }) => cached)) return '';
  return estimatedSeconds === undefined ? '?' : `about ${clock(estimatedSeconds)}`;
}
