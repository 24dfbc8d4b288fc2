import type { Store } from './store.ts';

/**
 * Who makes which key. A claim only saves work: two who made the same key at once would still leave one whole artefact.
 */
export class Claims {
  readonly #store: Store;
  readonly #held = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** True when the key is now ours to make; false when a live process, or another part of this one, makes it. */
  take(key: string): boolean {
    if (this.#held.has(key)) return false;
    const { query, owner } = this.#store;
    const holder = this.#store.first(query.selectFrom('claims').select('owner_id').where('key', '=', key))?.owner_id;
    // A claim of our own that is not held is one whose deletion failed (a full disk).
    if (holder !== undefined && holder !== owner.id && this.#store.isAlive(holder)) return false;
    const taken = this.#store.transaction(() => {
      // Only if it is still the dead one's: another process may have been faster.
      if (holder !== undefined) {
        this.#store.run(query.deleteFrom('claims').where('key', '=', key).where('owner_id', '=', holder));
      }
      return this.#store.run(
        query
          .insertInto('claims')
          .values({ key, owner_id: owner.id, claimed_at: this.#store.clock() })
          .onConflict((conflict) => conflict.doNothing()),
      );
    });
    if (taken === 0) return false;
    this.#held.add(key);
    return true;
  }

  /** Does nothing for a key that is not held. Must not hide the error that ended the work: a failure is left to `take`. */
  release(key: string): void {
    if (!this.#held.delete(key)) return;
    try {
      const { query, owner } = this.#store;
      this.#store.run(query.deleteFrom('claims').where('key', '=', key).where('owner_id', '=', owner.id));
    } catch {
      // The row stays until this process takes the key again, closes the store or ends.
    }
  }
}
