import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCli, type CliRun } from '../helpers/cli.ts';
import { film, halfMade, KITE, madeIn, QUICK, renderArguments, useCliLab } from '../helpers/film-cli.ts';
import { stepsMade } from '../helpers/film-steps.ts';

const lab = useCliLab();

/** Resolves once the run has begun a stage. */
function begun({ child }: CliRun, words: string): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    child.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(words)) resolve();
    });
    child.on('close', () => {
      resolve();
    });
  });
}

describe('Ctrl-C', () => {
  it.each([
    ['SIGINT', 'Drawing the scenes'],
    ['SIGINT', 'Setting pictures in motion'],
    ['SIGTERM', 'Drawing the scenes'],
  ] as const)(
    'would catch a run that does not stop, says nothing, leaves ffmpeg behind or loses what was done: %s while %s',
    async (signal, stage) => {
      const name = `stop-${signal}-${stage.split(' ')[0]!}`;
      const data = lab.data(name);
      const story = lab.story(`${name}.md`, KITE);
      const target = join(lab.folder, name, 'kite.mp4');
      mkdirSync(join(lab.folder, name));
      writeFileSync(target, 'the old film');
      const run = startCli(['render', story, '-o', target, ...QUICK], { data });
      await begun(run, stage);
      const asked = performance.now();
      run.child.kill(signal);
      const { code, stdout, stderr } = await run.done;
      const seconds = (performance.now() - asked) / 1000;
      console.log(`${signal} while ${stage}: ended after ${seconds.toFixed(2)} s`);

      expect(code).toBe(130);
      // The promise is two seconds; a busy machine may be late.
      expect(seconds).toBeLessThan(10);
      expect(stdout).toBe('');
      expect(stderr).toContain('run the same command to go on');
      expect(stderr).not.toMatch(/bug|error/i);
      await expect.poll(() => programsWith(data), { timeout: 5000 }).toEqual([]);
      expect(readdirSync(join(lab.folder, name))).toEqual(['kite.mp4']);
      expect(readFileSync(target, 'utf8')).toBe('the old film');
      expect(halfMade(data)).toEqual([]);

      const kept = stepsMade(data);
      expect(kept).toEqual(expect.arrayContaining(['plan: story', 'read: story']));
      const report = await film({ story, film: target, data });
      expect(madeIn(report).filter((step) => kept.includes(step))).toEqual([]);
      expect(readFileSync(target).subarray(4, 8).toString()).toBe('ftyp');
    },
    120_000,
  );

  it('would catch a cancelled run that a program cannot tell from a failed one', async () => {
    const data = lab.data('json');
    const story = lab.story('json.md', KITE);
    const run = startCli(renderArguments({ story, film: join(lab.folder, 'json.mp4'), data }), { data });
    await new Promise((resolve) => run.child.stdout!.once('data', resolve));
    run.child.kill('SIGINT');
    const { code, stdout, stderr } = await run.done;
    expect(code).toBe(130);
    expect(stderr).toBe('');
    const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as object;
    expect(last).toMatchObject({ type: 'error', code: 'cancelled', hint: expect.stringContaining('go on') as string });
  });
});

describe('two processes on one data folder', () => {
  it('would catch steps made twice, a half film or a damaged cache', async () => {
    const data = lab.data('two');
    const story = lab.story('two.md', KITE);
    const targets = ['one.mp4', 'two.mp4'].map((name) => join(lab.folder, name)) as [string, string];
    const reports = await Promise.all(targets.map((target) => film({ story, film: target, data })));
    expect(readFileSync(targets[0]).equals(readFileSync(targets[1]))).toBe(true);
    const made = stepsMade(data);
    expect(made.filter((step, index) => made.indexOf(step) !== index)).toEqual([]);
    // Read, plan, six sentences, three pictures, three segments and the sound; each film is joined by its own process.
    expect(made).toHaveLength(15);
    const told = reports.flatMap((report) => madeIn(report)).sort();
    expect(told).toEqual([...made, 'export: film', 'export: film'].sort());
    expect(halfMade(data)).toEqual([]);
  }, 120_000);

  it('would catch two films at once under one name that end as neither', async () => {
    const data = lab.data('same');
    const story = lab.story('same.md', KITE);
    const target = join(lab.folder, 'same', 'kite.mp4');
    await film({ story, film: target, data });
    const wanted = readFileSync(target);
    const other = ['--style', 'paper'];
    await Promise.all([film({ story, film: target, data }), film({ story, film: target, data, more: other })]);
    // Whoever came last: a whole film, and the next run knows which.
    expect(readdirSync(join(lab.folder, 'same'))).toEqual(['kite.mp4']);
    await film({ story, film: target, data });
    expect(readFileSync(target).equals(wanted)).toBe(true);
  }, 120_000);
});

/** Command lines of running programs that name the folder (Linux; elsewhere none is seen). */
function programsWith(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}
