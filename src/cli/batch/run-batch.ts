import { basename } from 'node:path';
import { CancelledError, isCancelled, isStudioError, serializeError } from '../../shared/errors.ts';
import type { FilmReport } from '../../shared/film.ts';
import type { Studio } from '../../core/studio.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { clock, seconds } from '../output/format.ts';
import type { Reporter } from '../output/reporter.ts';
import type { BatchFilm } from './batch-film.ts';
import { batchText, type BatchEnd } from './batch-table.ts';

export interface BatchContext {
  readonly studio: Studio;
  /** Of each film anew: each has its own progress. */
  readonly reporter: () => Reporter;
  readonly signal: AbortSignal;
}

/**
 * Makes one film after the other; when one fails the others are made all the same. What is there already is not made again.
 * @returns the exit code: that of the first failure, 0 when there was none
 * @throws CancelledError when it was stopped: the films that are finished are told of before
 */
export async function runBatch(
  films: readonly BatchFilm[],
  { studio, reporter, signal }: BatchContext,
): Promise<number> {
  const ends: BatchEnd[] = [];
  let code = 0;
  // At once: work that does not stop soon is left behind, and nobody would say then what was made before.
  const onStop = (): void => {
    tellEnd(reporter(), ends, films.length);
  };
  signal.addEventListener('abort', onStop, { once: true });
  for (const [index, film] of films.entries()) {
    const report = reporter();
    const place = { number: index + 1, count: films.length, story: film.story, film: film.film };
    const head = `[${String(place.number)}/${String(place.count)}] ${basename(film.film)}`;
    try {
      const made = await studio.renderFilm(film, {
        signal,
        onProgress: (progress) => {
          const message = `${head}: ${progress.message ?? progress.stage}`;
          report.progress({ ...progress, message, film: film.film });
        },
      });
      const state = isUnchanged(made) ? 'unchanged' : 'made';
      ends.push({ state, film: film.film, report: made });
      report.item('film', { ...place, state, ...made }, `${head}: ${madeText(state, made)}`);
      for (const notice of made.notices) report.note(`  Note: ${notice}`);
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (code === 0) code = exitCodeOf(error);
      const { stack, name, code: kind, message, hint } = serializeError(error);
      ends.push({ state: 'failed', film: film.film, message });
      // What is no mistake of the user's is told whole: it has to be found.
      const told = isStudioError(error)
        ? `${error.message}${error.hint === undefined ? '' : ` ${error.hint}`}`
        : (stack ?? '');
      const data = { ...place, state: 'failed', error: { name, code: kind ?? 'internal', message, hint } };
      report.item('film', data, `${head}: failed. ${told}`);
    }
  }
  if (signal.aborted) throw new CancelledError();
  signal.removeEventListener('abort', onStop);
  tellEnd(reporter(), ends, films.length);
  return code;
}

function tellEnd(reporter: Reporter, ends: readonly BatchEnd[], count: number): void {
  const sum = (state: BatchEnd['state']): number => ends.filter((end) => end.state === state).length;
  const sums = { made: sum('made'), unchanged: sum('unchanged'), failed: sum('failed') };
  const films = ends.map(({ state, film }) => ({ state, film }));
  reporter.result({ ...sums, left: count - ends.length, films }, batchText(ends, count));
}

/** Reading and planning are looked up as well: nothing at all was made. */
function isUnchanged({ stages }: FilmReport): boolean {
  return stages.every(({ made }) => made === 0);
}

function madeText(state: 'made' | 'unchanged', { duration, seconds: took }: FilmReport): string {
  return state === 'unchanged' ? 'unchanged' : `${clock(duration)} made in ${seconds(took)}`;
}
