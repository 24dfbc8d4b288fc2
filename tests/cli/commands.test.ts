import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, type CliResult } from '../helpers/cli.ts';
import { eventsOf, film, scenes, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();

async function ask(data: string, ...args: string[]): Promise<CliResult & { readonly result: Record<string, unknown> }> {
  const said = await runCli([...args, '--json'], { data });
  const events = eventsOf(said.stdout);
  expect(said.stderr).toBe('');
  return { ...said, result: events.at(-1)! };
}

describe('the command line', () => {
  it('would catch commands that fail, or say anything but JSON lines with --json', async () => {
    const data = lab.data('plain');
    const voices = await ask(data, 'voices');
    expect(voices.code).toBe(0);
    expect(voices.result['voices']).toHaveLength(28);
    const models = await ask(data, 'models', 'list');
    expect(models.code).toBe(0);
    expect(models.result['models']).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'kokoro-82m' })]));
  });

  it('would catch a doctor that overlooks what is missing, or that fails itself', async () => {
    const data = lab.data('doctor');
    const well = await ask(data, 'doctor');
    expect(well.code).toBe(0);
    const ill = await runCli(['doctor'], { data, env: { STORYLOOM_FFMPEG: '/nonexistent/ffmpeg' } });
    expect(ill.code).toBe(69);
    expect(ill.stdout).toMatch(/MISSING ffmpeg: .*\/nonexistent\/ffmpeg.*\n +Next step: /);
    // The rest is still looked at.
    expect(ill.stdout).toContain('Database');
  });

  it('would catch help that fails, or mistakes in the command that pass', async () => {
    const data = lab.data('usage');
    const help = await runCli(['--help'], { data });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['render', 'speak', 'voices', 'models', 'cache', 'doctor', 'bench', '--data', '--json']) {
      expect(help.stdout).toContain(word);
    }
    const alone = await runCli([], { data });
    expect(alone).toMatchObject({ code: 64, stdout: '' });
    expect(alone.stderr).toContain('Usage: storyloom');
    const unknown = await runCli(['rendr'], { data });
    expect(unknown).toMatchObject({ code: 64, stdout: '' });
    expect(unknown.stderr).toMatch(/rendr[^]*Next step: /);
    const machine = await ask(data, 'rendr');
    expect(machine).toMatchObject({ code: 64, result: { type: 'error', code: 'option' } });
  });

  it('would catch a picture that cannot be had from a shell, or a mistake in one that ends well', async () => {
    const data = lab.data('picture');
    const output = join(lab.folder, 'fox.png');
    const fox = ['picture', 'A fox sleeps under a tree.', '-o', output, '--engine', 'storybook'];
    const made = await ask(data, ...fox, '--size', '128x96', '--seed', '7');
    expect(made).toMatchObject({ code: 0, result: { type: 'result', width: 128, height: 96, files: [{ seed: 7 }] } });
    expect(readFileSync(output).subarray(1, 4).toString()).toBe('PNG');
    const odd = await runCli([...fox, '--size', '13'], { data });
    expect(odd).toMatchObject({ code: 64, stdout: '' });
    expect(odd.stderr).toMatch(/"width" cannot be 13: it has to be 64 at least\.\nNext step: .*multiple of 8/);
  });

  it('would catch a cache that cannot be shown, checked, trimmed and emptied', async () => {
    const data = lab.data('cache');
    const story = lab.story('cache.md', scenes('A fox ran up the hill.', 'An owl sat in a tree.'));
    await film({ story, film: join(lab.folder, 'cache.mp4'), data });
    const shown = await ask(data, 'cache', 'show');
    expect(shown.result).toMatchObject({ count: 9, pinned: 0 });
    const stages = (shown.result['stages'] as { stage: string }[]).map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['compose', 'illustrate', 'mix', 'narrate', 'plan', 'read']);
    expect((await ask(data, 'cache', 'verify')).result).toMatchObject({ checked: 9, damaged: [] });
    expect((await ask(data, 'cache', 'clear', '--stage', 'mix')).result).toMatchObject({ dropped: 1 });
    expect((await ask(data, 'cache', 'trim', '--size', '0MB')).result).toMatchObject({ dropped: 8 });
    expect((await ask(data, 'cache', 'show')).result).toMatchObject({ count: 0, bytes: 0 });
  });
});
