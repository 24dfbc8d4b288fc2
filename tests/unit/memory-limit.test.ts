import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomOfGroups } from '../../src/core/memory-limit.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groups-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function room(membership: string, files: Readonly<Record<string, string>>): number | undefined {
  for (const [name, text] of Object.entries({ ...files, membership })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${text}\n`);
  }
  return roomOfGroups(folder, join(folder, 'membership'));
}

const group = (at: string, limit: string, used: string, statistics = 'anon 7') => ({
  [`${at}memory.max`]: limit,
  [`${at}memory.current`]: used,
  [`${at}memory.stat`]: statistics,
});

describe('what a container leaves a program', () => {
  it('would catch a limit that is not seen: the program would be killed without a word', () => {
    expect(room('0::/', group('', '1000', '400'))).toBe(600);
    const path = '0::/user/app';
    expect(room(path, { ...group('user/app/', '2000', '100'), ...group('user/', '900', '800') })).toBe(100);
  });

  it('would catch files in memory, a model’s own among them, counting as if they could not go', () => {
    const statistics = 'anon 100\nfile 300\nactive_file 50\ninactive_file 200\nshmem 50';
    expect(room('0::/', group('', '1000', '900', statistics))).toBe(350);
  });

  it('would catch the first version’s groups being passed over, or its path as the host knows it', () => {
    const files = {
      'memory/memory.limit_in_bytes': '1000',
      'memory/memory.usage_in_bytes': '700',
      'memory/memory.stat': 'active_file 1\ntotal_active_file 40\ntotal_inactive_file 60',
    };
    expect(room('4:memory:/docker/0123\n1:cpu:/\n0::/', files)).toBe(400);
  });

  it('would catch no limit being one', () => {
    expect(room('0::/', group('', 'max', '400'))).toBeUndefined();
    const unlimited = { 'memory/memory.limit_in_bytes': '9223372036854771712', 'memory/memory.usage_in_bytes': '7' };
    expect(room('4:memory:/\n0::/none', unlimited)).toBeUndefined();
    expect(roomOfGroups(folder, join(folder, 'nothing'))).toBeUndefined();
  });

  it('would catch a group that has taken too much already giving less than nothing', () => {
    expect(room('0::/', group('', '1000', '1200'))).toBe(0);
  });
});
