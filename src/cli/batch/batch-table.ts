import type { FilmReport } from '../../shared/film.ts';
import { clock, seconds, size, table } from '../output/format.ts';

/** What became of one film of a batch. */
export type BatchEnd =
  | { readonly state: 'made' | 'unchanged'; readonly film: string; readonly report: FilmReport }
  | { readonly state: 'failed'; readonly film: string; readonly message: string };

/** Its last line sums up. @param count of all films, those that were never begun as well */
export function batchText(ends: readonly BatchEnd[], count: number): string {
  const rows = ends.map((end) => {
    if (end.state === 'failed') return [end.state, '', '', '', end.film];
    const { duration, bytes, seconds: took } = end.report;
    return [end.state, clock(duration), size(bytes), seconds(took), end.film];
  });
  const failures = ends.flatMap((end) => (end.state === 'failed' ? [`${end.film}: ${end.message}`] : []));
  const sums = (['made', 'unchanged', 'failed'] as const).map((state) => {
    return `${String(ends.filter((end) => end.state === state).length)} ${state}`;
  });
  const left = count - ends.length;
  const summary = `${String(count)} films: ${[...sums, ...(left > 0 ? [`${String(left)} left`] : [])].join(', ')}`;
  return [...(rows.length > 0 ? [table(rows, 'lrrrl')] : []), ...failures, summary].join('\n');
}
