import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { examine } from '../handlers/examine.ts';
import { describeMachine } from '../machine.ts';
import { productVersion, runtimeVersion } from '../paths.ts';
import { JOB_KINDS } from './jobs/job-kind.ts';
import { listJobs } from '../store/jobs.ts';
import type { Workplace } from '../workplace.ts';
import { withoutStories } from './without-stories.ts';
import { currentSettings } from './settings.ts';

const DAYS = 7;
const LARGEST_LOG = 20e6;
const README =
  'What Storyloom knows of this computer and what it did in the last days, to be sent with a report.\n' +
  'It has no text, title or picture of any story, and no file names of yours.\n';

/** Makes the diagnostics file and offers it for saving. */
export async function makeDiagnostics(workplace: Workplace) {
  const downloads = workplace.downloads();
  const path = join(await downloads.makeFolder(), 'diagnostics.zip');
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  zip.addBuffer(Buffer.from(README), 'README.txt');
  zip.addBuffer(Buffer.from(JSON.stringify(await facts(workplace), null, 2)), 'facts.json');
  for (const { name, text } of await recentLogs(workplace.paths.logs)) zip.addBuffer(Buffer.from(text), `logs/${name}`);
  zip.end();
  await written;
  const date = new Date(workplace.store().clock()).toISOString().slice(0, 10);
  return downloads.offer(path, `storyloom-diagnostics-${date}.zip`);
}

async function facts(workplace: Workplace) {
  const builder = await workplace.builder();
  const jobs = listJobs(workplace.store(), { kinds: JOB_KINDS });
  return {
    versions: {
      storyloom: productVersion(),
      node: process.versions.node,
      electron: process.versions['electron'],
      onnxruntime: runtimeVersion(),
    },
    host: workplace.host,
    machine: describeMachine(),
    findings: (await examine(workplace)).map(({ what, state, fact }) => ({ what, state, fact: withoutHome(fact) })),
    // Writers may be files of the user's.
    settings: { ...currentSettings(workplace), writers: undefined, filmsFolder: undefined },
    cache: builder.stats(),
    models: workplace
      .models()
      .list()
      .map(({ id, installed, partialBytes }) => ({ id, source: installed?.source.kind, partialBytes })),
    jobs: jobs.map(({ kind, state, createdAt, startedAt, endedAt, interrupted, error }) => ({
      ...{ kind, state, createdAt, startedAt, endedAt, interrupted },
      code: error?.code ?? error?.name,
    })),
  };
}

async function recentLogs(folder: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  const logs: { name: string; text: string }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (!file || file.size > LARGEST_LOG || file.mtimeMs < Date.now() - DAYS * 86_400_000) continue;
    const text = await readFile(path, 'utf8').catch(() => '');
    logs.push({ name, text: withoutHome(withoutStories(text)) });
  }
  return logs;
}

/** The name of the user's own folder is nobody's business. */
function withoutHome(text: string): string {
  const home = homedir();
  return home.length > 1 ? text.replaceAll(home, '~') : text;
}
