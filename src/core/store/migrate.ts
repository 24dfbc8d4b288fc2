import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Connection } from './open.ts';

/** Tells our database from any other program's: 'STLM'. */
const APPLICATION_ID = 0x53544c4d;

/**
 * Brings a database to the newest version, each step whole or not at all. Several processes may do it at once: whoever
 * gets the write lock first does the work, the others find it done.
 * Throws StudioError `option` for a database of a newer Storyloom or of another program.
 */
export function migrate(connection: Connection, path: string, migrations: readonly string[] = MIGRATIONS): void {
  if (versionOf(connection, path, migrations) === migrations.length) return;
  // A step that rebuilds a table must not cascade into others; the check below makes up for it.
  connection.execute('pragma foreign_keys = off');
  connection.execute('begin immediate');
  try {
    const version = versionOf(connection, path, migrations);
    for (const sql of migrations.slice(version)) connection.execute(sql);
    const orphans = connection.all('pragma foreign_key_check', []);
    if (orphans.length > 0)
      throw new Error(`A migration left ${String(orphans.length)} rows without what they belong to.`);
    connection.execute(`pragma application_id = ${String(APPLICATION_ID)}`);
    connection.execute(`pragma user_version = ${String(migrations.length)}`);
    connection.execute('commit');
  } catch (error) {
    if (connection.inTransaction) connection.execute('rollback');
    throw error;
  } finally {
    connection.execute('pragma foreign_keys = on');
  }
}

function versionOf(connection: Connection, path: string, migrations: readonly string[]): number {
  const application = Number(connection.pragma('application_id'));
  const version = Number(connection.pragma('user_version'));
  const isEmpty = connection.all('select name from sqlite_schema limit 1', []).length === 0;
  if (!isEmpty && application !== APPLICATION_ID) {
    throw new StudioError(ErrorCode.option, `${path} is a database of another program.`, {
      hint: 'Choose another data folder with --data or STORYLOOM_DATA.',
      data: { path, application },
    });
  }
  if (version > migrations.length) {
    throw new StudioError(ErrorCode.option, `${path} was written by a newer Storyloom.`, {
      hint: 'Use the newer Storyloom, or choose another data folder with --data or STORYLOOM_DATA.',
      data: { path, version, supported: migrations.length },
    });
  }
  return isEmpty ? 0 : version;
}
