import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { openRunLog } from '../../../src/core/log.ts';
import { Workplace } from '../../../src/core/workplace.ts';
import { StudioError, serializeError } from '../../../src/shared/errors.ts';
import type { StudioEvent } from '../../../src/shared/views.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { openStudio, until } from '../../helpers/studio-lab.ts';

const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({
    code,
    message: expect.stringMatching(message) as string,
    data: expect.objectContaining({ hint: expect.any(String) as string }) as object,
  }) as Error;

describe('settings', () => {
  it('would catch a setting that is not kept, that takes others with it, or that nobody is told of', async () => {
    const { client, events, workplace, close } = openStudio();
    const before = await client.system.settings();
    expect(before).toMatchObject({ cacheDays: 30, theme: 'system', filmsFolder: join(workplace.paths.root, 'films') });
    expect(await client.system.set({ theme: 'dark' })).toEqual({ ...before, theme: 'dark' });
    expect(events).toContainEqual({ type: 'settings' });
    await client.system.set({ language: 'de', cores: 1 });
    await close();
    const again = openStudio({ data: workplace.paths.root });
    expect(await again.client.system.settings()).toEqual({ ...before, theme: 'dark', language: 'de', cores: 1 });
    expect(new Workplace({ data: workplace.paths.root }).cores).toBe(1);
  });

  it('would catch a value that cannot be: each is turned away with what it may be, and nothing is kept', async () => {
    const { client, workplace } = openStudio();
    const before = await client.system.settings();
    const file = join(workplace.paths.root, 'a-file');
    writeFileSync(file, '');
    await expect(client.system.set({ cacheDays: 0 })).rejects.toEqual(refusal('option', /cacheDays: .*1 at least/));
    await expect(client.system.set({ cores: availableParallelism() + 1 })).rejects.toEqual(refusal('option', /cores/));
    await expect(client.system.set({ filmsFolder: 'films' })).rejects.toEqual(refusal('option', /whole path/));
    await expect(client.system.set({ filmsFolder: join(file, 'films') })).rejects.toEqual(
      refusal('permission', /films/),
    );
    expect(await client.system.settings()).toEqual(before);
  });

  it('would catch a page from elsewhere that chooses where files are written', async () => {
    const { client } = openStudio({ host: 'web' });
    await expect(client.system.set({ filmsFolder: '/tmp/elsewhere' })).rejects.toEqual(
      refusal('permission', /computer itself/),
    );
    await expect(client.models.import({ modelId: 'kokoro-82m', folder: '/etc' })).rejects.toEqual(
      refusal('permission', /computer itself/),
    );
    await expect(client.system.chooseFolder({ title: 'Where to?' })).rejects.toEqual(refusal('missing', /desktop/));
    const atHome = openStudio({ host: 'web', desktop: { reveal: () => Promise.resolve() } });
    const folder = join(temporaryFolder(), 'films');
    expect(await atHome.client.system.set({ filmsFolder: folder })).toMatchObject({ filmsFolder: folder });
    expect(existsSync(folder)).toBe(true);
  });

  it('would catch a smaller cache that stays as it was until the next start', async () => {
    const { client, workplace } = openStudio();
    for (const text of ['One.', 'Two.', 'Three.']) await client.voices.say({ voice: 'tone-low', text });
    const builder = await workplace.builder();
    await builder.release();
    expect(builder.stats()).toMatchObject({ count: 3, limits: { bytes: 10e9 } });
    await client.system.set({ cacheBytes: 200_000_000, cacheDays: 10 });
    expect(builder.stats().limits).toEqual({ bytes: 200_000_000, days: 10 });
    expect(await client.system.trimCache({ all: true })).toMatchObject({ dropped: 3 });
    expect((await client.system.view()).cache).toEqual({ bytes: 0, count: 0 });
  });
});

describe('voices', () => {
  it('would catch a voice that is heard late the second time, words without times, or a sound without an address', async () => {
    const { client, workplace } = openStudio();
    const said = await client.voices.say({ voice: 'tone-high', text: 'The otter swam home.' });
    expect(said.words.map(({ text }) => text)).toEqual(['The', 'otter', 'swam', 'home.']);
    expect(said.words.at(-1)!.end).toBeLessThanOrEqual(said.seconds);
    const [, , , key, file] = said.sound.split('/');
    const sound = readFileSync(join(workplace.paths.cache, 'objects', key!.slice(0, 2), key!, file!));
    expect(sound.subarray(0, 4).toString()).toBe('RIFF');
    expect((sound.length - 44) / 2 / 24_000).toBeCloseTo(said.seconds, 3);

    const started = performance.now();
    expect(await client.voices.say({ voice: 'tone-high', text: 'The  otter swam home.' })).toEqual(said);
    expect(performance.now() - started).toBeLessThan(100);
    const other = await client.voices.say({
      voice: 'tone-high',
      text: 'The otter swam home.',
      pronunciations: { otter: 'ott er' },
    });
    expect(other.sound).not.toBe(said.sound);
  });

  it('would catch a wish that cannot be met and is not explained: a voice, a text, a length', async () => {
    const { client } = openStudio();
    expect((await client.voices.list()).map(({ id }) => id)).toEqual(['tone-low', 'tone-high']);
    await expect(client.voices.say({ voice: 'tone-lo', text: 'Hm.' })).rejects.toEqual(refusal('not-found', /tone-lo/));
    await expect(client.voices.say({ voice: 'tone-low', text: '...' })).rejects.toEqual(refusal('input', /no word/));
    await expect(client.voices.say({ voice: 'tone-low', text: 'a'.repeat(501) })).rejects.toEqual(
      refusal('option', /text: .*500 characters at most/),
    );
  });
});

describe('a request that fails', () => {
  it('would catch a bug that is nowhere to be read, or a wish that was turned away logged as one', async () => {
    const lab = openStudio({ desktop: { chooseFolder: () => Promise.reject(new TypeError('no window')) } });
    await expect(lab.client.system.chooseFolder({ title: 'x' })).rejects.toMatchObject({ code: 'internal' });
    await expect(lab.client.voices.say({ voice: 'nobody', text: 'Hm.' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(lab.client.jobs.get({ jobId: 'no such' })).rejects.toMatchObject({ code: 'option' });
    const { logs } = lab.workplace.paths;
    const lines = readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').trim().split('\n'));
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { msg: 'a request failed', request: 'system.chooseFolder', error: { name: 'TypeError', message: 'no window' } },
    ]);
  });

  it('would catch a voice that is downloaded unseen by who only wants to hear it', async () => {
    const { client } = openStudio({ narrator: 'kokoro', models: join(temporaryFolder(), 'none') });
    expect((await client.voices.list()).length).toBeGreaterThan(20);
    await expect(client.voices.say({ voice: 'af_heart', text: 'Hm.' })).rejects.toEqual(
      refusal('missing', /not on this computer/),
    );
  });
});

describe('the machine', () => {
  it('would catch figures that cannot be, or a system that does not say what it has', async () => {
    const { client, workplace } = openStudio({
      host: 'electron',
      desktop: { chooseFolder: () => Promise.resolve('/films') },
    });
    const health = await client.system.health();
    // The first question of all, to a studio whose data folder is not there yet.
    const fresh = openStudio({ data: join(temporaryFolder(), 'new') });
    expect((await fresh.client.system.health()).disk.free).toBeGreaterThan(0);
    expect(health.cpu).toBeGreaterThanOrEqual(0);
    expect(health.cpu).toBeLessThanOrEqual(1);
    expect(health.memory.own).toBeGreaterThan(10e6);
    expect(health.memory.own).toBeLessThan(health.memory.total);
    expect(health.disk.free).toBeLessThanOrEqual(health.disk.total);
    expect(health.threads).toEqual({ busy: 0, all: 2, queued: 0 });
    expect(await client.system.view()).toMatchObject({
      host: 'electron',
      cores: 2,
      canReveal: false,
      hasDialogs: true,
      folders: { data: workplace.paths.root },
      findings: expect.arrayContaining([expect.objectContaining({ what: 'ffmpeg', state: 'ok' })]) as object[],
    });
    expect(await client.system.chooseFolder({ title: 'Where to?' })).toEqual({ folder: '/films' });
  });

  it('would catch a machine that is watched while nobody looks, or not while somebody does', async () => {
    const { client, events, workplace } = openStudio();
    const healths = () => events.filter(({ type }) => type === 'health').length;
    const stop = new AbortController();
    const heard: StudioEvent['type'][] = [];
    const listening = (async () => {
      for await (const event of await client.events.watch(undefined, { signal: stop.signal })) heard.push(event.type);
    })().catch(() => undefined);
    await until(() => heard.includes('health'), { what: 'health' });
    expect(heard[0]).toBe('listening');
    workplace.events.publish({ type: 'library' });
    await until(() => heard.includes('library'));
    stop.abort();
    await listening;
    const count = healths();
    await new Promise((resolve) => setTimeout(resolve, 2_300));
    expect(healths()).toBe(count);
  });
});

describe('diagnostics', () => {
  it('would catch a word of a story, a title or a file’s name in what is sent to others', async () => {
    const { client, workplace } = openStudio();
    const { log } = openRunLog(workplace.paths.logs, 'export');
    const error = new StudioError('tool', 'Zanzibar.mp4 could not be written', {
      data: { film: '/films/Zanzibar.mp4', frames: 12 },
    });
    log.info(
      { title: 'Zanzibar', unit: 'scene 3', stage: 'narrate', notices: ['Not drawn in scene 1: zanzibar.'] },
      'step',
    );
    log.error({ error: serializeError(new Error('Unexpected token in "Zanzibar was"', { cause: error })) }, 'failed');
    mkdirSync(workplace.paths.logs, { recursive: true });
    writeFileSync(join(workplace.paths.logs, 'cut.jsonl'), '{"level":30,"title":"Zanzib');

    const { url, fileName, bytes } = await client.system.diagnostics();
    expect(fileName).toMatch(/^storyloom-diagnostics-\d{4}-\d\d-\d\d\.zip$/);
    const [, , , id, name] = url.split('/');
    const zip = readFileSync(workplace.downloads().path(id!, decodeURIComponent(name!)));
    expect(zip.length).toBe(bytes);
    const files = await unzip(zip);
    expect(Object.keys(files).sort()).toEqual([
      'README.txt',
      'facts.json',
      expect.stringContaining('-export-'),
      'logs/cut.jsonl',
    ]);
    const all = Object.values(files).join('\n');
    expect(all.toLowerCase()).not.toContain('zanzib');
    expect(all).toContain('"unit":"scene 3"');
    expect(all).toContain('"frames":12');
    expect(all).toMatch(/studio\.test\.ts:\d+:\d+/);
    expect(JSON.parse(files['facts.json']!)).toMatchObject({
      versions: { node: process.versions.node },
      settings: { theme: 'system' },
      findings: expect.arrayContaining([expect.objectContaining({ what: 'Computer' })]) as object[],
    });
  });
});

function unzip(zip: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file: ZipFile | undefined) => {
      if (!file) {
        reject(error ?? new Error('no zip'));
        return;
      }
      const files: Record<string, string> = {};
      file.on('entry', (entry: { fileName: string }) => {
        file.openReadStream(entry as never, (_, stream) => {
          const chunks: Buffer[] = [];
          stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream?.on('end', () => {
            files[entry.fileName] = Buffer.concat(chunks).toString();
            file.readEntry();
          });
        });
      });
      file.on('end', () => {
        resolve(files);
      });
      file.readEntry();
    });
  });
}
