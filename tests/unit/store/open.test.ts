import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listDocuments } from '../../../src/core/store/documents.ts';
import { listJobs } from '../../../src/core/store/jobs.ts';
import { migrate } from '../../../src/core/store/migrate.ts';
import { MIGRATIONS } from '../../../src/core/store/migrations/index.ts';
import { openConnection } from '../../../src/core/store/open.ts';
import { lastSteps, listProjects, upsertProject } from '../../../src/core/store/projects.ts';
import { getSetting, setSetting } from '../../../src/core/store/settings.ts';
import { listSteps } from '../../../src/core/store/steps.ts';
import { openStore } from '../../../src/core/store/store.ts';
import { canMount, fill, mountedFolder } from '../../helpers/build-disk.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { startChild } from '../../helpers/build-process.ts';

const databaseIn = (folder: string): string => join(folder, 'storyloom.sqlite');

function schemaOf(path: string): unknown[] {
  const connection = openConnection(path, 0);
  const rows = connection.all('select type, name, sql from sqlite_schema order by type, name', []);
  connection.close();
  return rows;
}

describe('opening the store', () => {
  it('would catch settings that silently differ from what crash safety rests on', () => {
    const folder = temporaryFolder();
    const { store } = openStore(databaseIn(folder));
    setSetting(store, 'a', { b: [1, null] });
    setSetting(store, 'gone', 1);
    setSetting(store, 'gone', undefined);
    store.close();
    const again = openStore(databaseIn(folder)).store;
    expect([getSetting(again, 'a'), getSetting(again, 'gone')]).toEqual([{ b: [1, null] }, undefined]);
    const connection = openConnection(databaseIn(folder), 0);
    expect(connection.pragma('journal_mode')).toBe('wal');
    connection.close();
    const insertPin = again.query.insertInto('pins').values({ key: 'k', owner_id: 'nobody', scope: '' });
    expect(() => again.run(insertPin)).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }));
    again.close();
  });

  it('would catch a transaction that is half done after an error', () => {
    const { store } = openStore(databaseIn(temporaryFolder()));
    const work = (): void => {
      store.transaction(() => {
        setSetting(store, 'outer', 1);
        store.transaction(() => {
          setSetting(store, 'inner', 1);
        });
        throw new Error('no');
      });
    };
    expect(work).toThrow('no');
    expect([getSetting(store, 'outer'), getSetting(store, 'inner')]).toEqual([undefined, undefined]);
    store.close();
  });
});

describe('a durable transaction', () => {
  it('would catch edits of a user that a power cut takes away, or all else waiting for the disk as well', () => {
    const { store } = openStore(databaseIn(temporaryFolder()));
    const mode = () => store.first({ compile: () => sql`pragma synchronous`.compile(store.query) });
    const modes = [mode(), store.durableTransaction(mode), mode()];
    expect(modes).toEqual([{ synchronous: 1 }, { synchronous: 2 }, { synchronous: 1 }]);
    expect(() =>
      store.durableTransaction(() => {
        setSetting(store, 'a', 1);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([getSetting(store, 'a'), mode()]).toEqual([undefined, { synchronous: 1 }]);
    expect(store.transaction(() => store.durableTransaction(mode))).toEqual({ synchronous: 1 });
    store.close();
  });
});

describe('migrations', () => {
  it.each(MIGRATIONS.map((_, index) => index + 1))(
    'would catch a database of version %i that ends otherwise than a new one, or loses rows',
    (version) => {
      const folder = temporaryFolder();
      const old = openConnection(databaseIn(folder), 0);
      migrate(old, databaseIn(folder), MIGRATIONS.slice(0, version));
      old.run('insert into projects (id, path, title, created_at, opened_at) values (?, ?, ?, 1, 2)', [
        'p',
        '/s.md',
        'S',
      ]);
      old.execute(`
        insert into jobs (id, project_id, kind, state, created_at, options) values ('j', 'p', 'film', 'done', 3, '{}');
        insert into steps (job_id, stage, unit, key, state, cached, started_at) values ('j', 's', 'u', 'k', 'done', 0, 4);
        insert into units (project_id, stage, unit, stage_version, key, identity, made_at)
          values ('p', 's', 'u', 1, 'k', '{}', 5);
      `);
      old.close();
      const { store, notices } = openStore(databaseIn(folder));
      expect(notices).toEqual([]);
      expect(listProjects(store)).toMatchObject([{ id: 'p', path: '/s.md', title: 'S' }]);
      expect(listJobs(store)).toMatchObject([{ id: 'j', projectId: 'p', state: 'done', createdAt: 3 }]);
      expect(listSteps(store, 'j')).toMatchObject([{ stage: 's', key: 'k', startedAt: 4 }]);
      expect(lastSteps(store, 'p')).toMatchObject([{ stage: 's', key: 'k', madeAt: 5 }]);
      expect(listDocuments(store)).toEqual([]);
      store.close();
      const fresh = temporaryFolder();
      openStore(databaseIn(fresh)).store.close();
      expect(schemaOf(databaseIn(folder))).toEqual(schemaOf(databaseIn(fresh)));
    },
  );

  it('would catch a step that fails in its middle and leaves half of itself', () => {
    const path = databaseIn(temporaryFolder());
    const connection = openConnection(path, 0);
    migrate(connection, path, ['create table a (x)']);
    const broken = ['create table a (x)', 'create table b (x); insert into nowhere values (1)'];
    expect(() => {
      migrate(connection, path, broken);
    }).toThrow();
    expect(connection.all("select name from sqlite_schema where type = 'table'", [])).toEqual([{ name: 'a' }]);
    migrate(connection, path, ['create table a (x)', 'create table b (x)']);
    expect(connection.pragma('user_version')).toBe(2);
    connection.close();
  });

  it('would catch a step that leaves rows without the rows they belong to', () => {
    const path = databaseIn(temporaryFolder());
    const connection = openConnection(path, 0);
    const first =
      'create table a (x integer primary key); create table b (y references a (x)); insert into a values (1); insert into b values (1)';
    migrate(connection, path, [first]);
    expect(() => {
      migrate(connection, path, [first, 'delete from a']);
    }).toThrow(/1 rows/);
    expect(connection.all('select x from a', [])).toHaveLength(1);
    connection.close();
  });

  it('would catch processes that start at once and migrate twice, or fail', async () => {
    for (let round = 0; round < 3; round++) {
      const folder = temporaryFolder();
      const children = Array.from({ length: 4 }, () => startChild('open', folder));
      expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
      expect(children.map(({ lines }) => lines)).toEqual([['[]'], ['[]'], ['[]'], ['[]']]);
      expect(readdirSync(join(folder, 'owners'))).toEqual([]);
    }
  });

  it('would catch an older program that writes into a newer database', () => {
    const path = databaseIn(temporaryFolder());
    openStore(path).store.close();
    const newer = openConnection(path, 0);
    newer.execute(`pragma user_version = ${String(MIGRATIONS.length + 1)}`);
    newer.close();
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(
      expect.objectContaining({ code: 'option', message: expect.stringContaining('newer Storyloom') as string }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('would catch another program’s database that is taken for ours', () => {
    const path = databaseIn(temporaryFolder());
    const other = openConnection(path, 0);
    other.execute('create table notes (text)');
    other.close();
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'option' }));
  });
});

describe('a damaged database', () => {
  const harms: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['filled with something else', (bytes) => Buffer.alloc(bytes.length, 'storyloom ')],
    ['cut off', (bytes) => bytes.subarray(0, 5000)],
    ['with pages of zeros', (bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096)])],
    [
      'with a broken tree',
      (bytes) => Buffer.concat([bytes.subarray(0, 12_288), Buffer.alloc(4096, 0xff), bytes.subarray(16_384)]),
    ],
  ];

  it.each(harms)('would catch one %s that is deleted, used or stops the program', (_, harm) => {
    const folder = temporaryFolder();
    const path = databaseIn(folder);
    const before = openStore(path).store;
    upsertProject(before, { path: 'story.md', title: 'S' });
    before.close();
    const broken = harm(readFileSync(path));
    writeFileSync(path, broken);
    const { store, notices } = openStore(path, { clock: () => Date.UTC(2026, 10, 21) });
    expect(notices).toMatchObject([{ code: 'database-replaced' }]);
    const kept = notices[0]!.data['kept'] as string;
    expect(kept).toBe(`${path}.damaged-2026-11-21T00-00-00-000Z`);
    expect(readFileSync(kept).equals(broken)).toBe(true);
    expect(listProjects(store)).toEqual([]);
    upsertProject(store, { path: 'story.md', title: 'S' });
    store.close();
    const again = openStore(path);
    expect(again.notices).toEqual([]);
    expect(listProjects(again.store)).toHaveLength(1);
    again.store.close();
  });

  it('would catch two processes of which the second puts aside what the first has just begun', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(databaseIn(folder), 'not a database at all, and long enough to be looked at'.repeat(200));
    const children = Array.from({ length: 4 }, () => startChild('open', folder));
    await Promise.all(children.map(({ ended }) => ended));
    const notices = children.flatMap(({ lines }) => JSON.parse(lines[0]!) as unknown[]);
    expect(notices).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
  });
});

describe('a folder that cannot be written', () => {
  it('would catch a raw error for a folder that lies below a file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const open = (): unknown => openStore(join(folder, 'file', 'data', 'storyloom.sqlite'));
    expect(open).toThrow(
      expect.objectContaining({
        name: 'StudioError',
        code: 'permission',
        hint: expect.stringContaining('--data') as string,
      }),
    );
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'would catch a raw error for a folder without write permission (skipped for root, who may write anywhere)',
    () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o500);
      onTestFinished(() => {
        chmodSync(folder, 0o700);
      });
      expect(() => openStore(databaseIn(folder))).toThrow(expect.objectContaining({ code: 'permission' }));
    },
  );

  it.skipIf(!canMount())(
    'would catch a raw error for a disk that is read-only (skipped where mounting is not allowed)',
    () => {
      const folder = mountedFolder('4m');
      openStore(databaseIn(folder)).store.close();
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      expect(() => openStore(databaseIn(folder))).toThrow(expect.objectContaining({ code: 'permission' }));
    },
  );

  it.skipIf(!canMount())('would catch a raw error for a full disk (skipped where mounting is not allowed)', () => {
    const folder = mountedFolder('1m');
    fill(folder);
    expect(() => openStore(databaseIn(folder))).toThrow(expect.objectContaining({ code: 'disk-full' }));
    rmSync(join(folder, 'filler'));
    const { store } = openStore(databaseIn(folder));
    fill(folder);
    const write = (): void => {
      for (let i = 0; i < 2000; i++) setSetting(store, `key ${String(i)}`, 'x'.repeat(2000));
    };
    expect(write).toThrow(
      expect.objectContaining({ code: 'disk-full', hint: expect.stringContaining('Free some space') as string }),
    );
    rmSync(join(folder, 'filler'));
    setSetting(store, 'after', 1);
    expect(getSetting(store, 'after')).toBe(1);
    store.close();
    expect(existsSync(databaseIn(folder))).toBe(true);
  });
});
