import type { Store } from './store.ts';

/** A value kept on this machine by name (a measurement, a choice); undefined when it was never set. */
export function getSetting(store: Store, key: string): unknown {
  const row = store.first(store.query.selectFrom('settings').select('value').where('key', '=', key));
  return row && JSON.parse(row.value);
}

/** `value` is plain JSON; undefined forgets it. */
export function setSetting(store: Store, key: string, value: unknown): void {
  if (value === undefined) {
    store.run(store.query.deleteFrom('settings').where('key', '=', key));
    return;
  }
  const fields = { value: JSON.stringify(value), changed_at: store.clock() };
  store.run(
    store.query
      .insertInto('settings')
      .values({ key, ...fields })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(fields)),
  );
}
