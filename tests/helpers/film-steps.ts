import { join } from 'node:path';
import { openStore } from '../../src/core/store/store.ts';

/** 'compose: scene 2' for every step that was made to its end, by whatever run of this data folder; sorted. */
export function stepsMade(data: string): string[] {
  const { store } = openStore(join(data, 'storyloom.sqlite'));
  try {
    const rows = store.all(
      store.query.selectFrom('steps').select(['stage', 'unit']).where('state', '=', 'done').where('cached', '=', 0),
    );
    return rows.map(({ stage, unit }) => `${stage}: ${unit}`).sort();
  } finally {
    store.close();
  }
}
