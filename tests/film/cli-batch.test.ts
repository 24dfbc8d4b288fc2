import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runCli, startCli } from '../helpers/cli.ts';
import { eventsOf, halfMade, QUICK, scenes, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();
const PLAIN = [...QUICK, '--plain', '--fps', '24'];

/** Stories in folders of their own, and a place for their films. */
function stories(name: string, texts: Readonly<Record<string, string>>) {
  const folder = join(lab.folder, name);
  const paths = Object.entries(texts).map(([path, text]) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  });
  return { folder, paths, films: join(folder, 'films'), data: lab.data(name) };
}

const FOX = scenes('A fox ran up the hill.');
const OWL = scenes('An owl sat in a tree.');

describe('a batch', () => {
  it('would catch a failure that stops the others, films that overwrite each other, or a second run that makes anything', async () => {
    const { paths, films, data } = stories('two', { 'a/one.md': FOX, 'a/bad.md': '  \n', 'b/one.md': OWL });
    const run = () => runCli(['render', ...paths, '-o', `${films}/`, ...PLAIN, '--json'], { data });
    const first = await run();
    expect([first.code, first.stderr]).toEqual([65, '']);
    const told = eventsOf(first.stdout).filter(({ type }) => type === 'film');
    expect(told).toMatchObject([
      { number: 1, count: 3, state: 'made', film: join(films, 'a-one.mp4'), scenes: 1 },
      { number: 2, state: 'failed', error: { code: 'input', message: 'bad.md has no text in it.' } },
      { number: 3, state: 'made', film: join(films, 'b-one.mp4') },
    ]);
    expect(eventsOf(first.stdout).at(-1)).toMatchObject({ type: 'result', made: 2, unchanged: 0, failed: 1, left: 0 });
    expect(readdirSync(films).sort()).toEqual(['a-one.mp4', 'b-one.mp4']);
    const times = readdirSync(films).map((name) => statSync(join(films, name)).mtimeMs);
    writeFileSync(paths[1]!, FOX);
    const again = eventsOf((await run()).stdout);
    expect(again.filter(({ type }) => type === 'film').map(({ state }) => state)).toEqual([
      'unchanged',
      'made',
      'unchanged',
    ]);
    expect(['a-one.mp4', 'b-one.mp4'].map((name) => statSync(join(films, name)).mtimeMs)).toEqual(times);
    const people = await runCli(['render', ...paths, '-o', films, ...PLAIN], { data });
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^unchanged +0:0\d .*a-one\.mp4\n[^]*3 films: 0 made, 3 unchanged, 0 failed\n$/);
    expect(people.stderr).toContain('[2/3] bad.mp4: unchanged');
  });

  it('would catch variants and options of a manifest that are lost, or a dry run that makes films', async () => {
    const { folder, data } = stories('manifest', { 'fox.md': FOX });
    const manifest = join(folder, 'batch.json');
    const variants = [
      { name: 'square', options: { shape: '1:1' } },
      { name: 'words', options: { extras: ['srt'] } },
    ];
    const options = { narrator: 'tone', size: '720p', fps: 24 };
    writeFileSync(manifest, JSON.stringify({ folder: 'films', options, films: [{ story: 'fox.md', variants }] }));
    const args = ['render', '--manifest', manifest, '--plain', '--json'];
    const dry = await runCli([...args, '--dry-run'], { data });
    expect(dry.code).toBe(0);
    expect(eventsOf(dry.stdout).at(-1)).toMatchObject({ films: [{ title: 'The Kite' }, { title: 'The Kite' }] });
    expect(existsSync(join(folder, 'films'))).toBe(false);
    // What is typed goes before the manifest: --plain takes the extras away.
    expect((await runCli(args, { data })).code).toBe(0);
    expect(readdirSync(join(folder, 'films')).sort()).toEqual(['fox-square.mp4', 'fox-words.mp4']);
    expect(
      (
        await runCli(
          args.filter((word) => word !== '--plain'),
          { data },
        )
      ).code,
    ).toBe(0);
    expect(readFileSync(join(folder, 'films', 'fox-words.srt'), 'utf8')).toContain('A fox ran up the hill.');
  });

  it('would catch Ctrl-C that goes on with the next film, loses what is done, or leaves half a film', async () => {
    const long = scenes(
      ...Array.from({ length: 12 }, (_, index) => `The fox ran over hill number ${String(index)} that day.`),
    );
    const { paths, films, data } = stories('stop', { 'one.md': FOX, 'two.md': long, 'three.md': OWL });
    const args = ['render', ...paths, '-o', films, ...PLAIN, '--json'];
    const { child, done } = startCli(args, { data });
    let said = '';
    child.stdout!.on('data', (text: Buffer) => (said += text.toString()));
    while (!/"stage":"compose"[^\n]*two\.mp4/.test(said) && child.exitCode === null) await delay(20);
    child.kill('SIGINT');
    const stopped = await done;
    const events = eventsOf(stopped.stdout);
    expect(events.find(({ type }) => type === 'result')).toMatchObject({ made: 1, failed: 0, left: 2 });
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'cancelled' });
    expect(stopped.code === 130 || stopped.signal === 'SIGINT').toBe(true);
    expect(readdirSync(films)).toEqual(['one.mp4']);
    expect(halfMade(data)).toEqual([]);
    const rest = eventsOf((await runCli(args, { data })).stdout).filter(({ type }) => type === 'film');
    expect(rest.map(({ state }) => state)).toEqual(['unchanged', 'made', 'made']);
  });

  it.each([
    [['a.md', 'b.md', '-o', 'film.mp4'], /Several films cannot go into one file/],
    [['a.md', '--manifest', 'x.json'], /A manifest names the stories itself/],
    [[], /No story is named/],
    [['a.md', 'b.md', '--crf', '99'], /"crf" cannot be 99: it may be 51 at most/],
  ])('would catch %j begun instead of refused', async (words, message) => {
    const said = await runCli(['render', ...words], { data: lab.data('refused') });
    expect([said.code, said.stdout]).toEqual([64, '']);
    expect(said.stderr).toMatch(message);
    expect(said.stderr).toMatch(/^Next step: .+/m);
  });
});
