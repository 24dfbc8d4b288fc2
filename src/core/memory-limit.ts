/** What containers and services may take of the machine's memory: Linux control groups, version 2 and 1. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a version keeps its numbers, and what in its statistics could be let go at once: files that are only read. */
interface Version {
  readonly folder: string;
  readonly limit: string;
  readonly used: string;
  readonly files: RegExp;
}

const SECOND: Version = {
  ...{ folder: '', limit: 'memory.max', used: 'memory.current' },
  files: /^(?:in)?active_file (\d+)$/gmu,
};
const FIRST: Version = {
  ...{ folder: 'memory', limit: 'memory.limit_in_bytes', used: 'memory.usage_in_bytes' },
  files: /^total_(?:in)?active_file (\d+)$/gmu,
};

/**
 * Bytes that this process may still take before a control group of it stops it, undefined where none has a limit. What goes beyond
 * is killed there without a word, however much the machine has left.
 * @param system where the groups are mounted
 */
export function roomOfGroups(system = '/sys/fs/cgroup', membership = '/proc/self/cgroup'): number | undefined {
  const lines = read(membership)?.split('\n') ?? [];
  const rooms = lines.flatMap((line) => {
    const [, controllers, ...path] = line.split(':');
    const version = controllers === '' ? SECOND : controllers?.split(',').includes('memory') ? FIRST : undefined;
    // A container sees its own group as the topmost, also where its path is told as the host knows it.
    return version
      ? withParents(path.join(':')).map((group) => roomOf(join(system, version.folder, group), version))
      : [];
  });
  const known = rooms.filter((room) => room !== undefined);
  return known.length > 0 ? Math.max(0, Math.min(...known)) : undefined;
}

/** '/a/b', '/a' and '/': each may have a limit for all below it. */
function withParents(path: string): readonly string[] {
  return path.length > 1 && path.startsWith('/') ? [path, ...withParents(dirname(path))] : ['/'];
}

function roomOf(folder: string, { limit, used, files }: Version): number | undefined {
  const most = Number(read(join(folder, limit)) ?? NaN);
  const taken = Number(read(join(folder, used)) ?? NaN);
  // 'max' is no number; version 1 says so many bytes as no machine has.
  if (!Number.isFinite(most - taken) || most > Number.MAX_SAFE_INTEGER) return undefined;
  const statistics = read(join(folder, 'memory.stat')) ?? '';
  const freed = [...statistics.matchAll(files)].reduce((sum, [, bytes]) => sum + Number(bytes), 0);
  return most - taken + freed;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
