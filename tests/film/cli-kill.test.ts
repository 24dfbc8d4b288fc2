import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomNumbers } from '../../src/shared/random.ts';
import { lastEvent, runCli, startCli, type CliRun } from '../helpers/cli.ts';
import { eventsOf, halfMade, renderArguments, scenes, useCliLab } from '../helpers/film-cli.ts';
import { stepsMade } from '../helpers/film-steps.ts';

const lab = useCliLab();
const KILLS = 50;
/** Short: what is tested is the moments, and all stages have some. */
const STORY = scenes('A fox ran up the hill.', 'An owl sat in a tree.');
const MORE = ['--fps', '24'];
/** Two at a time: the machine has two cores, and a busy one meets other moments than an idle one. */
const CHAINS = 2;

it(`would catch a kill -9 at any moment that costs more than the steps in flight, or leaves another film: ${String(KILLS)} kills`, async () => {
  const seed = Number(process.env['STORYLOOM_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const story = lab.story('kite.md', STORY);
  const reference = join(lab.folder, 'reference.mp4');
  const data = lab.data('reference');
  const { stdout } = await runCli(renderArguments({ story, film: reference, data, more: MORE }), { data });
  const whole = eventsOf(stdout).length;
  const wanted = readFileSync(reference);
  let kills = 0;
  const met: Record<string, number> = {};

  /** Kills and begins again until the film is whole; then all is taken away, and so on. */
  async function round(name: string, random: () => number): Promise<void> {
    const data = lab.data(name);
    const folder = join(lab.folder, name);
    const target = join(folder, 'kite.mp4');
    for (;;) {
      const run = startCli(renderArguments({ story, film: target, data, more: MORE }), { data });
      if (kills < KILLS) await killAtRandom(run, whole, random);
      const { code, stdout, stderr } = await run.done;
      // What a run has told of is JSON, to the last whole line.
      if (code === undefined) {
        kills += 1;
        const stage = String(eventsOf(stdout.slice(0, stdout.lastIndexOf('\n') + 1)).at(-1)?.['stage'] ?? 'start');
        met[stage] = (met[stage] ?? 0) + 1;
      } else {
        expect(stderr + (code === 0 ? '' : stdout)).toBe('');
      }
      expect(existsSync(target) ? readFileSync(target).equals(wanted) : true).toBe(true);
      if (code === 0) {
        expect(lastEvent(stdout, 'result')).toMatchObject({ film: target });
        expect(eventsOf(stdout).some(({ type }) => type === 'error')).toBe(false);
        break;
      }
    }
    expect(readFileSync(target).equals(wanted)).toBe(true);
    expect(readdirSync(folder)).toEqual(['kite.mp4']);
    expect(halfMade(data)).toEqual([]);
    // Twice in the list would be: finished before a kill, and made once more after it.
    const made = stepsMade(data);
    expect(made.filter((step, index) => made.indexOf(step) !== index)).toEqual([]);
    rmSync(data, { recursive: true });
  }

  try {
    await Promise.all(
      Array.from({ length: CHAINS }, async (_, chain) => {
        const random = randomNumbers(seed + chain);
        for (let index = 0; kills < KILLS; index += 1) await round(`${String(chain)}-${String(index)}`, random);
      }),
    );
  } catch (error) {
    throw new Error(`After ${String(kills)} kills with STORYLOOM_KILL_SEED=${String(seed)}`, { cause: error });
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS);
  console.info(`${String(kills)} kills, by what was last told of: ${JSON.stringify(met)}`);
}, 900_000);

/**
 * Kills a little after a random one of the events that a whole film tells of, or within its start. Moments are counted in
 * events because a clock set on an idle machine lets a busy one never come to anything.
 */
async function killAtRandom({ child, done }: CliRun, events: number, random: () => number): Promise<void> {
  const after = Math.floor(random() * events);
  const pause = random() * (after === 0 ? 600 : 80);
  let told = 0;
  const reached = new Promise<void>((resolve) => {
    if (after === 0) resolve();
    child.stdout?.on('data', (text: Buffer) => {
      told += text.toString().split('\n').length - 1;
      if (told >= after) resolve();
    });
  });
  const ended = await Promise.race([done, reached.then(() => delay(pause))]);
  if (!ended) child.kill('SIGKILL');
}
