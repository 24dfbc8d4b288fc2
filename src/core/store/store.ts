import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledQuery } from 'kysely';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Notice } from './notice.ts';
import { isOwnerAlive, takeOwnership } from './owner.ts';
import { openSound } from './repair.ts';
import type { Schema } from './schema.ts';
import { storageError } from './storage-error.ts';
import { sweepDead } from './sweep.ts';

/** A query that `Store.query` has built. */
export interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/**
 * The open database of one process. Queries are built and typed by Kysely and run at once, synchronously: each takes
 * some 0.02 ms, and a transaction is a plain block of code that no other query of the process can get into.
 */
export interface Store {
  readonly path: string;
  /** This process, as others see it. */
  readonly owner: { readonly id: string; readonly pid: number };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Builds queries; `all`, `first` and `run` run them. */
  readonly query: Kysely<Schema>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** Rows changed. */
  run(query: Compilable<unknown>): number;
  /** Holds the write lock from its beginning; undone when `work` throws; one inside another belongs to the outer one. */
  transaction<Result>(work: () => Result): Result;
  /** A transaction that a power cut cannot take back any more when it returns, for what a user made; some milliseconds. */
  durableTransaction<Result>(work: () => Result): Result;
  /** Whether the process of that owner still runs. */
  isAlive(ownerId: string): boolean;
  /** Takes back what processes that have died held: claims, pins, running jobs. Done at the opening, too. */
  sweep(): void;
  close(): void;
}

export interface StoreOptions {
  readonly clock?: (() => number) | undefined;
}

export interface OpenedStore {
  readonly store: Store;
  /** What the user should be told, such as that a damaged database was put aside. */
  readonly notices: readonly Notice[];
}

/**
 * Opens or makes the database and clears away what dead processes left (their jobs become failed and `interrupted`, or
 * cancelled when that was asked for). The folder must lie on a disk of this machine: SQLite's log and locks do not work
 * across a network.
 * Throws StudioError permission, diskFull, timeout, or option for a newer or foreign database.
 */
export function openStore(path: string, options: StoreOptions = {}): OpenedStore {
  const clock = options.clock ?? Date.now;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const { connection, notices } = openSound(path, clock());
    const owners = join(dirname(path), 'owners');
    const owner = takeOwnership(owners);

    const guarded = <Result>(work: () => Result): Result => {
      try {
        return work();
      } catch (error) {
        throw storageError(error, dirname(path));
      }
    };
    const all = <Row>(query: Compilable<Row>): Row[] => {
      const { sql, parameters } = query.compile();
      return guarded(() => connection.all(sql, parameters) as Row[]);
    };
    const store: Store = {
      path,
      owner: { id: owner.id, pid: process.pid },
      clock,
      query: queryBuilder(),
      all,
      first: (query) => all(query)[0],
      run: (query) => {
        const { sql, parameters } = query.compile();
        return guarded(() => connection.run(sql, parameters));
      },
      transaction: (work) => {
        if (connection.inTransaction) return work();
        guarded(() => {
          connection.execute('begin immediate');
        });
        try {
          const result = work();
          guarded(() => {
            connection.execute('commit');
          });
          return result;
        } catch (error) {
          if (connection.inTransaction) connection.execute('rollback');
          throw error;
        }
      },
      durableTransaction: (work) => {
        if (connection.inTransaction) return work();
        connection.pragma('synchronous = full');
        try {
          return store.transaction(work);
        } finally {
          connection.pragma('synchronous = normal');
        }
      },
      isAlive: (id) => id === owner.id || isOwnerAlive(owners, id),
      sweep: () => {
        sweepDead(store, owners);
      },
      close: () => {
        try {
          store.run(store.query.deleteFrom('owners').where('id', '=', owner.id));
        } catch {
          // On a full disk. The next sweep finds the lock released, and closing must not hide the error that led to it.
        }
        connection.close();
        owner.release();
      },
    };
    try {
      store.run(store.query.insertInto('owners').values({ id: owner.id, pid: process.pid, started_at: clock() }));
      store.sweep();
    } catch (error) {
      connection.close();
      owner.release();
      throw error;
    }
    return { store, notices };
  } catch (error) {
    throw storageError(error, dirname(path));
  }
}

/** Kysely as a compiler of typed queries only: its own drivers are asynchronous, and the one below never runs. */
function queryBuilder(): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
