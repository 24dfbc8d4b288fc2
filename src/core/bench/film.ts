import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from '../../shared/bench.ts';
import { PLAIN_FILM, type FilmReport } from '../../shared/film.ts';
import type { FilmRequest } from '../handlers/film-request.ts';
import { renderFilm } from '../handlers/render-film.ts';
import { examplePath } from '../paths.ts';
import { Workplace } from '../workplace.ts';
import type { BenchContext } from './bench.ts';
import { withPeakMemory } from './memory.ts';

/** Pictures and narration alone, as the first films were, and the film that is made by default. */
const FILMS = [
  { name: 'Plain film of Peter Rabbit', options: PLAIN_FILM },
  { name: 'Film of Peter Rabbit', options: {} },
] as const satisfies readonly { readonly name: string; readonly options: FilmRequest['options'] }[];

/**
 * Whole films, each in a data folder of its own: cold (nothing made before, the model loaded anew), warm (everything there), and
 * after one sentence was changed. Each in a workplace of its own, as a new process would have it.
 */
export async function benchFilm(context: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const film of FILMS) rows.push(...(await benchOne(film, context)));
  return rows;
}

async function benchOne(
  { name, options }: (typeof FILMS)[number],
  { workplace, signal }: BenchContext,
): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-bench-'));
  try {
    const story = join(folder, 'peter-rabbit.txt');
    const text = await readFile(examplePath('peter-rabbit.txt'), 'utf8');
    await writeFile(story, text);
    const render = async (): Promise<FilmReport> => {
      const fresh = new Workplace({ data: join(folder, 'data'), models: workplace.paths.models });
      try {
        const request = { story, film: join(folder, 'film.mp4'), options };
        return await renderFilm(fresh, request, { signal, onProgress: () => undefined });
      } finally {
        await fresh.close();
      }
    };
    // Which graph is the fastest is measured once on a machine, not once a film.
    const first = new Workplace({ data: join(folder, 'data'), models: workplace.paths.models });
    await first.narrator('kokoro', { signal });
    await first.close();
    workplace.pool().release();
    const { result: cold, peak } = await withPeakMemory(render);
    const warm = await render();
    await writeFile(story, text.replace('the other shoe amongst', 'the second shoe amongst'));
    const changed = await render();
    return [
      {
        name: `${name}, cold`,
        value: cold.seconds,
        unit: 's',
        baseline: { name: 'its own length', value: cold.duration },
        ratio: cold.duration / cold.seconds,
        goal: 'under 0.6 of its length (1.67x)',
      },
      { name: `${name}, warm`, value: warm.seconds, unit: 's', goal: '<= 1 s' },
      { name: `${name}, one sentence changed`, value: changed.seconds, unit: 's', goal: '<= 5 s' },
      ...(peak === undefined
        ? []
        : [
            {
              name: `${name}, cold: peak memory of the process tree, shared pages counted once`,
              value: peak / 1e6,
              unit: 'MB',
              goal: '<= 2,000 MB',
            },
          ]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
