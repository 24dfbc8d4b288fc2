import type { Store } from './store.ts';

/** Keeps a key from being trimmed while this process lives and the scope lasts; the artefact need not be there yet. */
export function pin(store: Store, key: string, scope: string): void {
  store.run(
    store.query
      .insertInto('pins')
      .values({ key, owner_id: store.owner.id, scope })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Ends a scope's pins; without one, all of this process. */
export function unpin(store: Store, scope?: string): void {
  let query = store.query.deleteFrom('pins').where('owner_id', '=', store.owner.id);
  if (scope !== undefined) query = query.where('scope', '=', scope);
  store.run(query);
}

export function isPinned(store: Store, key: string): boolean {
  return store.first(store.query.selectFrom('pins').select('key').where('key', '=', key)) !== undefined;
}

/** How many artefacts are held. */
export function countPinned(store: Store): number {
  const row = store.first(
    store.query
      .selectFrom('artefacts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('key', 'in', (query) => query.selectFrom('pins').select('pins.key')),
  );
  return row?.count ?? 0;
}
