/** A data folder, a store and a builder for one test, and small stages that do real work on the file system. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBuilder } from '../../src/core/build/builder.ts';
import type { Builder, CacheLimits } from '../../src/core/build/contract.ts';
import type { Stage } from '../../src/core/build/stage.ts';
import type { Notice } from '../../src/core/store/notice.ts';
import type { Store } from '../../src/core/store/store.ts';
import { openStore } from '../../src/core/store/store.ts';

/** Removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-lab-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface Lab {
  readonly folder: string;
  readonly cache: string;
  readonly store: Store;
  readonly builder: Builder;
  readonly notices: Notice[];
}

export interface LabOptions {
  readonly folder?: string;
  readonly cache?: string;
  readonly clock?: () => number;
  readonly limits?: CacheLimits;
}

/** One process's view of a data folder; two labs on one folder act as two processes. */
export async function openLab(options: LabOptions = {}): Promise<Lab> {
  const folder = options.folder ?? temporaryFolder();
  const cache = options.cache ?? join(folder, 'cache');
  mkdirSync(folder, { recursive: true });
  const { store, notices: opening } = openStore(join(folder, 'storyloom.sqlite'), { clock: options.clock });
  const notices = [...opening];
  const builder = await createBuilder({
    store,
    directory: cache,
    limits: options.limits,
    machine: 'test machine',
    onNotice: (notice) => notices.push(notice),
  });
  return { folder, cache, store, builder, notices };
}

export async function closeLab(lab: Lab): Promise<void> {
  await lab.builder.close();
  lab.store.close();
}

export interface Letters {
  readonly text: string;
}

/** Writes the text in capitals to `capitals.txt`; counts its runs. */
export function capitalsStage(version = 1): Stage<Letters, { length: number }> & { runs: number } {
  return {
    runs: 0,
    name: 'capitals',
    version,
    identity: ({ text }) => ({ text }),
    async run({ text }, { directory, report }) {
      this.runs++;
      report(0.5);
      await writeFile(join(directory, 'capitals.txt'), text.toUpperCase());
      return { length: text.length };
    },
  };
}

export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Every file below a folder with its text, by path. */
export function readTree(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  return Object.fromEntries(entries.map((path) => [relative(folder, path), readFileSync(path, 'latin1')]));
}
