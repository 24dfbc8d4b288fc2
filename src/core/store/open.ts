/** The only file that knows better-sqlite3. */
import Sqlite from 'better-sqlite3';

/** One connection, as far as the store needs it. Everything is synchronous: a transaction cannot be interleaved. */
export interface Connection {
  /** Runs statements that return nothing of interest. */
  execute(sql: string): void;
  all(sql: string, parameters: readonly unknown[]): unknown[];
  /** Rows changed. */
  run(sql: string, parameters: readonly unknown[]): number;
  pragma(text: string): unknown;
  readonly inTransaction: boolean;
  close(): void;
}

/**
 * Opens or creates a database file. Throws better-sqlite3's error with its `code`.
 * @param busyTimeout how long a statement waits for another process's lock, milliseconds
 */
export function openConnection(path: string, busyTimeout: number): Connection {
  const database = new Sqlite(path, { timeout: busyTimeout });
  const statements = new Map<string, Sqlite.Statement<unknown[]>>();
  const prepare = (sql: string): Sqlite.Statement<unknown[]> => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare<unknown[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    execute: (sql) => void database.exec(sql),
    all: (sql, parameters) => prepare(sql).all(...parameters),
    run: (sql, parameters) => prepare(sql).run(...parameters).changes,
    pragma: (text) => database.pragma(text, { simple: true }),
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => {
      database.close();
    },
  };
}
