import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lastEvent, startCli } from '../helpers/cli.ts';
import { eventsOf, film, halfMade, renderArguments, scenes, seededRandom, useCliLab } from '../helpers/film-cli.ts';
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
  const began = performance.now();
  await film({ story, film: reference, data: lab.data('reference'), more: MORE });
  const whole = performance.now() - began;
  const wanted = readFileSync(reference);
  let kills = 0;

  /** Kills and begins again until the film is whole; then the film alone is taken away, and so on. */
  async function round(name: string, random: () => number): Promise<void> {
    const data = lab.data(name);
    const folder = join(lab.folder, name);
    const target = join(folder, 'kite.mp4');
    for (let run = 0; ; run += 1) {
      const { child, done } = startCli(renderArguments({ story, film: target, data, more: MORE }), { data });
      // Later runs have less to do; all of a run is met, its beginning and its end too.
      const moment = whole * (run < 3 ? random() * 0.9 : random() * 0.4);
      const ended = await Promise.race([done, delay(moment)]);
      if (!ended) child.kill('SIGKILL');
      const { code, stdout, stderr } = await done;
      // What a run has told of is JSON, to the last whole line.
      if (code === undefined) kills += 1;
      else expect(stderr + (code === 0 ? '' : stdout)).toBe('');
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
        const random = seededRandom(seed + chain);
        for (let index = 0; kills < KILLS; index += 1) await round(`${String(chain)}-${String(index)}`, random);
      }),
    );
  } catch (error) {
    throw new Error(`After ${String(kills)} kills with STORYLOOM_KILL_SEED=${String(seed)}`, { cause: error });
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS);
}, 1_800_000);
