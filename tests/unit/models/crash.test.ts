import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModelManager } from '../../../src/core/models/manager.ts';
import { startBadServer } from '../../helpers/bad-server.ts';
import type { BadServer } from '../../helpers/bad-server.ts';
import { slowCopy } from '../../helpers/model-child.ts';
import { createLab, deadClients, hubPaths, labRegistry, network, voice } from '../../helpers/model-lab.ts';
import type { Lab } from '../../helpers/model-lab.ts';

let lab: Lab;
let hub: BadServer;

beforeEach(async () => {
  lab = await createLab();
  hub = await startBadServer({ [hubPaths.network]: network, [hubPaths.voice]: voice });
});
afterEach(async () => {
  await hub.close();
  await lab.close();
});

const manager = () =>
  createModelManager({
    directory: lab.models,
    registry: labRegistry('slow'),
    clients: deadClients,
    conversions: { slow: slowCopy },
    hub: hub.url,
    retry: { attempts: 1, baseMs: 5 },
  });

/** Starts the installing process; `shouldDie` sees each line that it prints and may have it killed at once. */
function startChild(shouldDie: (line: string) => boolean = () => false): Promise<{ lines: string[]; killed: boolean }> {
  const script = resolve(import.meta.dirname, '../../helpers/model-child.ts');
  const words = ['--disable-warning=ExperimentalWarning', script, lab.models, hub.url];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  return new Promise((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trim().split('\n')) {
        lines.push(line);
        if (shouldDie(line)) child.kill('SIGKILL');
      }
    });
    child.once('close', (_code, signal) => done({ lines, killed: signal === 'SIGKILL' }));
  });
}

const loadedOf = (line: string, phase: string) => (line.startsWith(`${phase} `) ? Number(line.split(' ')[1]) : -1);

describe('a process that is killed', () => {
  it('in the middle of a download leaves no model, and the next one goes on by range', async () => {
    hub.fail(hubPaths.network, { kind: 'slow', piece: 4_000, pauseMs: 10 });
    const { killed } = await startChild((line) => loadedOf(line, 'download') > 50_000);
    expect(killed).toBe(true);
    expect(manager().resolve('tiny')).toBeUndefined();
    const model = await manager().ensure('tiny');
    expect(await readFile(model.graphs['fp32']!)).toEqual(network);
    const [first, second] = hub.requests.filter((seen) => seen.path === hubPaths.network);
    expect(first!.range).toBeUndefined();
    expect(Number(/^bytes=(\d+)-$/.exec(second!.range!)![1])).toBeGreaterThan(40_000);
  });

  it('in the middle of a conversion leaves no model, and the next one fetches nothing again', async () => {
    const { killed } = await startChild((line) => loadedOf(line, 'convert') > 40_000);
    expect(killed).toBe(true);
    expect(manager().resolve('tiny')).toBeUndefined();
    expect(existsSync(join(lab.models, 'tiny'))).toBe(false);
    const before = hub.requests.length;
    const model = await manager().ensure('tiny');
    expect(hub.requests).toHaveLength(before);
    expect(await readFile(model.graphs['fp32']!)).toEqual(network);
    expect(await manager().verify('tiny')).toEqual([]);
    expect(await readdir(join(lab.models, '.partial'))).toEqual([]);
  });

  it('at any moment leaves a whole model or none', async () => {
    for (let kill = 0; kill < 12; kill++) {
      // Each child gets a little further than the one before, whatever the machine's speed: by its own words.
      let words = 0;
      await startChild(() => ++words > kill);
      const found = manager().resolve('tiny');
      if (!found) continue;
      expect(await manager().verify('tiny')).toEqual([]);
      await manager().remove('tiny');
    }
    const model = await manager().ensure('tiny');
    expect(await readFile(model.graphs['fp32']!)).toEqual(network);
  });

  it('hands over to one that waited for it', async () => {
    hub.fail(hubPaths.network, { kind: 'slow', piece: 4_000, pauseMs: 10 });
    let waiting: Promise<unknown> | undefined;
    const first = startChild((line) => {
      if (loadedOf(line, 'download') > 20_000) waiting ??= manager().ensure('tiny');
      return loadedOf(line, 'download') > 80_000;
    });
    expect((await first).killed).toBe(true);
    expect(await waiting).toMatchObject({ id: 'tiny' });
    expect(await manager().verify('tiny')).toEqual([]);
  });
});

describe('two processes at once', () => {
  it('install one model between them', async () => {
    const both = await Promise.all([startChild(), startChild()]);
    const models = both.map(({ lines }) => JSON.parse(lines.at(-1)!) as { sha256: string });
    expect(models[0]!.sha256).toBe(models[1]!.sha256);
    expect(hub.requests.filter((seen) => seen.path === hubPaths.network)).toHaveLength(1);
    expect(await manager().verify('tiny')).toEqual([]);
  });
});
