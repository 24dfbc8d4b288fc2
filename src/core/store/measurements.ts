import type { Store } from './store.ts';

/** How long an amount of work took once. */
export interface Measurement {
  /** In the rate's own unit: characters, frames, pictures. */
  readonly work: number;
  readonly ms: number;
}

/** The newest of each rate that are kept and believed: enough for a median, few enough to follow a change. */
const KEPT = 64;

export function recordMeasurement(store: Store, machine: string, rate: string, measurement: Measurement): void {
  store.transaction(() => {
    store.run(
      store.query.insertInto('measurements').values({ machine, rate, ...measurement, measured_at: store.clock() }),
    );
    const old = store.first(
      store.query
        .selectFrom('measurements')
        .select('id')
        .where('machine', '=', machine)
        .where('rate', '=', rate)
        .orderBy('id', 'desc')
        .offset(KEPT)
        .limit(1),
    );
    if (!old) return;
    store.run(
      store.query
        .deleteFrom('measurements')
        .where('machine', '=', machine)
        .where('rate', '=', rate)
        .where('id', '<=', old.id),
    );
  });
}

export function listMeasurements(store: Store, machine: string, rate: string): Measurement[] {
  return store.all(
    store.query
      .selectFrom('measurements')
      .select(['work', 'ms'])
      .where('machine', '=', machine)
      .where('rate', '=', rate)
      .orderBy('id', 'desc'),
  );
}
