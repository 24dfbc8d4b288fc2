import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canMount, mountedFolder } from '../helpers/build-disk.ts';
import { runCli } from '../helpers/cli.ts';
import { dryRun, eventsOf, film, madeIn, QUICK, scenes, useCliLab } from '../helpers/film-cli.ts';
import { stepsMade } from '../helpers/film-steps.ts';

const lab = useCliLab();
const STORY = scenes('A fox ran up the hill.', 'An owl sat in a tree.');
const isRoot = process.getuid?.() === 0;

interface Attempt {
  readonly story: string;
  readonly film?: string;
  readonly data?: string;
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Refusal {
  readonly code: number;
  readonly kind: string;
  readonly message: RegExp;
}

let count = 0;

/** Tries both for people and for programs; the film that was there stays, and nothing half-made lies about. */
async function refused(attempt: Attempt, { code, kind, message }: Refusal): Promise<void> {
  const folder = join(lab.folder, `refused-${String((count += 1))}`);
  mkdirSync(folder);
  const target = attempt.film ?? join(folder, 'film.mp4');
  if (attempt.film === undefined) writeFileSync(target, 'the old film');
  const data = attempt.data ?? lab.data('refused');
  const args = ['render', attempt.story, '-o', target, ...QUICK, ...(attempt.more ?? [])];
  const options = { data, ...(attempt.env === undefined ? {} : { env: attempt.env }) };
  const people = await runCli(args, options);
  expect(people.stderr).toMatch(message);
  expect(people.stderr).toMatch(/^Next step: .+/m);
  expect(people.stderr).not.toMatch(/A bug in Storyloom|\n\s+at /);
  expect(people).toMatchObject({ code, stdout: '' });
  const program = await runCli([...args, '--json'], options);
  expect(program).toMatchObject({ code, stderr: '' });
  const error = eventsOf(program.stdout).at(-1)!;
  expect(error).toMatchObject({ type: 'error', code: kind });
  expect(error['message']).toMatch(message);
  expect(error['hint']).toMatch(/.+/);
  if (attempt.film === undefined) expect(readFileSync(target, 'utf8')).toBe('the old film');
  expect(readdirSync(folder)).toEqual(attempt.film === undefined ? ['film.mp4'] : []);
}

describe('a story that cannot be used', () => {
  const bytes = (name: string, content: string | Buffer): string => lab.story(name, content as string);
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it.each([
    ['is not there', () => join(lab.folder, 'none.txt'), 66, 'not-found', /There is no file .*none\.txt/],
    ['is empty', () => bytes('empty.txt', ''), 65, 'input', /empty\.txt has no text/],
    ['is blank', () => bytes('blank.md', '\uFEFF \n\n\t\n'), 65, 'input', /blank\.md has no text/],
    ['has only emoji', () => bytes('emoji.txt', '🎈🎉 😀\n'), 65, 'input', /emoji\.txt has no text/],
    ['is a picture', () => bytes('picture.txt', png), 65, 'input', /picture\.txt .*PNG/],
    ['has zero bytes in it', () => bytes('zero.txt', 'A cat\0 sat.\0'), 65, 'input', /zero\.txt is not a text file/],
    ['is a folder', () => lab.folder, 65, 'input', /is a folder/],
    [
      'is a project with a wrong field',
      () =>
        bytes(
          'wrong.json',
          '{\n "storyloom": 1,\n "title": "X",\n "scenes": [\n  { "text": "A cat.", "sped": 2 }\n ]\n}',
        ),
      ...([65, 'input', /wrong\.json, line 5.*sped/] as const),
    ],
    ['is half a project', () => bytes('half.json', '{\n "storyloom": 1,\n'), 65, 'input', /half\.json, line \d/],
  ] as const)('would catch a story taken although it %s', async (_what, story, code, kind, message) => {
    await refused({ story: story() }, { code, kind, message });
  });

  it.skipIf(isRoot)(
    'would catch a file that may not be read taken for a bug (not as root, who may read all)',
    async () => {
      const story = lab.story('secret.txt', STORY);
      chmodSync(story, 0);
      await refused({ story }, { code: 77, kind: 'permission', message: /may not be read/ });
    },
  );
});

describe('an option that cannot be', () => {
  it.each([
    [['--voice', 'tone-lw'], 66, 'not-found', /no voice "tone-lw"/],
    [['--speed', '9'], 64, 'option', /"speed" cannot be 9.* 2 at most/],
    [['--fps', '23'], 64, 'option', /"fps" cannot be 23.*24, 25, 30, 60/],
    [['--crf', '99'], 64, 'option', /"crf" cannot be 99.* 51 at most/],
    [['--seed', '1.5'], 64, 'option', /"seed" cannot be 1.5.*whole number/],
    [['--style', 'noir'], 64, 'option', /noir.*watercolour/],
    [['--colour'], 64, 'option', /--colour/],
  ] as const)('would catch %j taken or explained badly', async (more, code, kind, message) => {
    await refused({ story: lab.story('fox.md', STORY), more }, { code, kind, message });
  });

  it('would catch a wrong voice without the near ones named', async () => {
    const args = [
      'render',
      lab.story('fox.md', STORY),
      '-o',
      join(lab.folder, 'x.mp4'),
      ...QUICK,
      '--voice',
      'tone-lw',
    ];
    expect((await runCli(args, { data: lab.data('refused') })).stderr).toContain('tone-low');
  });
});

describe('a place where no film can be', () => {
  it.each([
    ['under a file', () => join(lab.story('file.txt', STORY), 'deep', 'film.mp4'), 64, 'option', /is a file/],
    ['a folder', () => lab.folder, 64, 'option', /is a folder/],
    ['not an .mp4', () => join(lab.folder, 'film.avi'), 64, 'option', /does not end in \.mp4/],
  ] as const)(
    'would catch an hour of work for a film that cannot be saved: %s',
    async (_what, target, code, kind, message) => {
      const data = lab.data('nowhere');
      await refused({ story: lab.story('fox.md', STORY), film: target(), data }, { code, kind, message });
      // Found out before anything was begun.
      expect(existsSync(join(data, 'cache'))).toBe(false);
    },
  );

  it.runIf(process.platform === 'linux')(
    'would catch a place where nobody may write, or work done for it (Linux: /proc, where making folders hangs Node)',
    async () => {
      const refusal = { code: 77, kind: 'permission', message: /Nothing may be written in \/proc/ };
      await refused({ story: lab.story('fox.md', STORY), film: '/proc/new/film.mp4' }, refusal);
      // Said before a word is spoken, so no voice is needed.
      const data = lab.data('nowhere-to-speak');
      const spoken = await runCli(['speak', 'Hello.', '-o', '/proc/new/hello.wav'], { data });
      expect(spoken).toMatchObject({ code: 77, stdout: '' });
      expect(spoken.stderr).toMatch(/Nothing may be written in \/proc[^]*^Next step: /m);
      expect(existsSync(join(data, 'models'))).toBe(false);
    },
  );

  it.runIf(canMount())(
    'would catch a full disk under the film taken for a bug (needs to mount a small disk)',
    async () => {
      const disk = mountedFolder('64k');
      const story = lab.story('full.md', STORY);
      const options = { story, data: lab.data('full') };
      const refusal = { code: 74, kind: 'disk-full', message: /disk .*full/i };
      await refused({ ...options, film: join(disk, 'film.mp4') }, refusal);
      expect(readdirSync(disk)).toEqual([]);
      // All but the joining was done, and is not done again elsewhere.
      const report = await film({ ...options, film: join(lab.folder, 'elsewhere.mp4') });
      expect(madeIn(report)).toEqual(['export: film']);
    },
  );

  it.runIf(canMount())(
    'would catch a full disk under the data folder taken for a bug (needs to mount a small disk)',
    async () => {
      const disk = mountedFolder('600k');
      const options = { story: lab.story('fox.md', STORY), film: join(lab.folder, 'grown.mp4'), data: disk };
      const failed = await runCli(['render', options.story, '-o', options.film, ...QUICK], { data: disk });
      expect(failed).toMatchObject({ code: 74, stdout: '' });
      expect(failed.stderr).toMatch(/disk .*full[^]*^Next step: /im);
      expect(existsSync(options.film)).toBe(false);
      // On a disk without a byte left not even a lock can be written: once, that was tried for ever.
      const filler = join(disk, 'filler');
      expect(() => {
        for (;;) appendFileSync(filler, Buffer.alloc(512));
      }).toThrow(/ENOSPC/);
      const full = await runCli(['render', options.story, '-o', options.film, ...QUICK], { data: disk });
      expect(full).toMatchObject({ code: 74, stdout: '' });
      rmSync(filler);
      // Somebody makes room: the same command goes on, and nothing that was finished is made again.
      execFileSync('mount', ['-o', 'remount,size=100m', disk]);
      await film(options);
      const made = stepsMade(disk);
      expect(made.filter((step, index) => made.indexOf(step) !== index)).toEqual([]);
    },
  );
});

describe('what is broken on this machine', () => {
  it('would catch a missing ffmpeg found out after the work, or taken for a bug', async () => {
    const refusal = { code: 69, kind: 'missing', message: /ffmpeg/ };
    await refused({ story: lab.story('fox.md', STORY), env: { STORYLOOM_FFMPEG: '/nonexistent' } }, refusal);
  });

  it('would catch a damaged cache that gets into a film, is not told of, or makes more again than it has to', async () => {
    const data = lab.data('damaged');
    const options = { story: lab.story('damaged.md', STORY), film: join(lab.folder, 'damaged.mp4'), data };
    await film(options);
    const whole = readFileSync(options.film);
    const [speech, segment] = ['speech.wav', 'segment.mp4'].map((name) => objectFile(data, name)) as [string, string];
    // A byte of a small file is found on its first use; of a large one by its time, or by `cache verify`.
    for (const file of [speech, segment]) {
      const content = readFileSync(file);
      content[content.length >> 1]! ^= 0xff;
      writeFileSync(file, content);
    }
    rmSync(options.film);
    const checked = await runCli(['cache', 'verify', '--json'], { data });
    expect(eventsOf(checked.stdout).at(-1)!['damaged']).toHaveLength(2);
    const report = await film(options);
    expect(madeIn(report).map((step) => step.split(':')[0])).toEqual(['compose', 'export', 'narrate']);
    expect(readFileSync(options.film).equals(whole)).toBe(true);

    writeFileSync(objectFile(data, 'speech.wav'), 'cut');
    rmSync(options.film);
    const told = await runCli(['render', options.story, '-o', options.film, ...QUICK], { data });
    expect(told.code).toBe(0);
    expect(told.stderr).toMatch(/damaged/);
    expect(readFileSync(options.film).equals(whole)).toBe(true);
  });
});

describe('strange stories', () => {
  it.each([
    ['one word', 'Hello'],
    ['letters from right to left', 'מרים הלכה אל הים. השמש זרחה.\n\nمشى الولد إلى البيت.\n'],
    ['no full stop', 'a fox and an owl\nand a bear'],
    ['a heading alone', '# The End'],
  ])('would catch a crash or a film without frames: %s', async (what, text) => {
    const name = what.replaceAll(' ', '-');
    const target = join(lab.folder, `${name}.mp4`);
    const report = await film({ story: lab.story(`${name}.md`, text), film: target, data: lab.data('strange') });
    expect(report.frames).toBeGreaterThan(30);
    expect(statSync(target).size).toBe(report.bytes);
  });

  it('would catch a sentence of 2,000 words that is too long for a voice or a scene', async () => {
    const story = lab.story('long.txt', `The fox ${'ran and then it jumped over the wide brook, '.repeat(222)}home.`);
    const plan = await dryRun({ story, film: join(lab.folder, 'long.mp4'), data: lab.data('strange') });
    expect(plan.scenes.length).toBeGreaterThan(20);
    expect(
      plan.scenes
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/u),
    ).toHaveLength(2 + 9 * 222 + 1);
  });

  it('would catch 5 MB of text that takes for ever or all of the memory', async () => {
    const line = 'The little fox ran over the hill, and the old owl in the tall tree looked down at it. ';
    const paragraph = `${line.repeat(4)}\n\n`;
    const story = lab.story('huge.txt', paragraph.repeat(Math.ceil(5e6 / paragraph.length)));
    const plan = await dryRun({ story, film: join(lab.folder, 'huge.mp4'), data: lab.data('huge') });
    expect(plan.scenes.length).toBeGreaterThan(5000);
  }, 300_000);
});

/** The first file of that name among the finished artefacts. */
function objectFile(data: string, name: string): string {
  const objects = join(data, 'cache', 'objects');
  const found = readdirSync(objects, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(name));
  return join(objects, found!);
}
