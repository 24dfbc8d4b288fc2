import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listJobs } from '../../../src/core/store/jobs.ts';
import { makeChain, PARTS } from '../../helpers/build-chain.ts';
import { closeLab, openLab, temporaryFolder } from '../../helpers/build-lab.ts';
import { startChild } from '../../helpers/build-process.ts';

const KILLS = 60;

/** The same moments in every run of this test, as far as the machine allows. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Life {
  readonly begun: string[];
  readonly done: string[];
}

function readLives(log: string): Life[] {
  const lives: Life[] = [];
  for (const line of readFileSync(log, 'utf8').trim().split('\n')) {
    const [word, ...rest] = line.split(' ');
    if (word === 'life') lives.push({ begun: [], done: [] });
    else if (word === 'begin') lives.at(-1)!.begun.push(rest.join(' '));
    else lives.at(-1)!.done.push(rest.join(' '));
  }
  return lives;
}

describe('kill -9', () => {
  it('would catch a kill at any moment that loses finished work, keeps half-made work or changes the result', async () => {
    const folder = temporaryFolder();
    const log = join(folder, 'runs.log');
    writeFileSync(log, '');
    const random = randomFrom(20261121);
    const results: string[][] = [];
    let kills = 0;
    // Milliseconds within which a chain is killed; kept near a chain's own length, however fast the machine is.
    let span = 150;
    while (kills < KILLS) {
      appendFileSync(log, 'life\n');
      const child = startChild('chain', folder, String(results.length));
      await child.ready;
      await Promise.race([child.ended, delay(random() * span)]);
      child.kill();
      const code = await child.ended;
      if (code === 0) {
        results.push(JSON.parse(child.lines[0]!) as string[]);
        span *= 0.8;
      } else {
        kills++;
        span *= 1.06;
      }
    }
    appendFileSync(log, 'life\n');
    const last = startChild('chain', folder, String(results.length));
    expect(await last.ended).toBe(0);
    results.push(JSON.parse(last.lines[0]!) as string[]);

    // Every finished chain is byte for byte what a process that nobody killed makes.
    const calm = await openLab();
    for (const [round, digests] of results.entries()) {
      expect(await makeChain(calm.builder, { round, log: join(calm.folder, 'runs.log') })).toEqual(digests);
    }
    await closeLab(calm);

    const lives = readLives(log);
    const finished = new Set<string>();
    const interrupted = new Map<string, number>();
    const runs = new Map<string, number>();
    for (const life of lives) {
      for (const unit of life.begun) {
        expect(finished, 'made again although it was finished').not.toContain(unit);
        runs.set(unit, (runs.get(unit) ?? 0) + 1);
        if (!life.done.includes(unit)) interrupted.set(unit, (interrupted.get(unit) ?? 0) + 1);
      }
      expect(life.begun.filter((unit) => !life.done.includes(unit)).length).toBeLessThanOrEqual(2);
      for (const unit of life.done) finished.add(unit);
    }
    for (const [unit, count] of runs) expect(count).toBeLessThanOrEqual(1 + (interrupted.get(unit) ?? 0));
    expect(runs.size).toBe(results.length * (PARTS + 2));

    const lab = await openLab({ folder });
    expect(readdirSync(join(lab.cache, 'tmp'))).toEqual([]);
    expect(lab.store.all(lab.store.query.selectFrom('claims').selectAll())).toEqual([]);
    expect(await lab.builder.verify()).toEqual({ checked: results.length * (PARTS + 2), damaged: [] });
    expect(lab.notices).toEqual([]);
    const jobs = listJobs(lab.store, { limit: 1000 });
    // A process may be killed between the end of its job and its own.
    expect(jobs.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(results.length);
    expect(jobs.filter(({ state }) => state === 'running')).toEqual([]);
    expect(jobs.filter(({ state }) => state === 'failed').every((job) => job.interrupted)).toBe(true);
    console.info(
      `${String(kills)} kills over ${String(results.length)} chains: ${String([...interrupted.values()].reduce((a, b) => a + b, 0))} ` +
        `steps interrupted, ${String([...runs.values()].reduce((a, b) => a + b, 0))} runs of ${String(runs.size)} units`,
    );
    await closeLab(lab);
  }, 180_000);
});
