/** API keys, in a file of their own that only the user may read: never in views, logs or the database. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { keyVariables } from '../../providers/remote/address.ts';
import type { DataPaths } from '../../paths.ts';

/** A key belongs to the server that it was given for: another address does not get it. */
const keysSchema = z.record(z.string(), z.object({ origin: z.string(), key: z.string() }));
type Keys = z.infer<typeof keysSchema>;

interface Keyed {
  readonly id: string;
  readonly baseUrl: string;
}

export interface FoundKey {
  readonly key: string;
  /** The variable that it comes from; absent when it is kept. */
  readonly variable?: string;
}

const fileOf = ({ root }: Pick<DataPaths, 'root'>): string => join(root, 'keys.json');

function readKeys(paths: Pick<DataPaths, 'root'>): Keys {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(fileOf(paths), 'utf8')));
  } catch {
    return {};
  }
}

/** What is kept, else what the environment has. */
export function findKey(
  paths: Pick<DataPaths, 'root'>,
  server: Keyed,
  environment: NodeJS.ProcessEnv = process.env,
): FoundKey | undefined {
  const kept = readKeys(paths)[server.id];
  if (kept?.origin === new URL(server.baseUrl).origin) return { key: kept.key };
  for (const variable of keyVariables(server)) {
    const key = environment[variable]?.trim();
    if (key) return { key, variable };
  }
  return undefined;
}

/** '' forgets it. */
export async function keepKey(paths: Pick<DataPaths, 'root'>, server: Keyed, key: string): Promise<void> {
  const others = Object.fromEntries(Object.entries(readKeys(paths)).filter(([id]) => id !== server.id));
  const keys: Keys = key === '' ? others : { ...others, [server.id]: { origin: new URL(server.baseUrl).origin, key } };
  const path = fileOf(paths);
  const temporary = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, JSON.stringify(keys, undefined, 2), { mode: 0o600, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
