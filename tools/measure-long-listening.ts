/**
 * Listens to a recording of an hour, is killed (-9) in the middle and goes on:
 *   node tools/run.mjs tools/measure-long-listening.ts [FOLDER] [MINUTES]
 * writes what that takes into docs/listening.md. FOLDER is that of measure-listening.ts.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Workplace } from '../src/core/workplace.ts';
import { soundsLike, wordErrors } from '../tests/helpers/transcribe.ts';
import { tellStories } from './listening/corpus.ts';
import { replaceSection } from './listening/document.ts';

const folder = resolve(process.argv[2] ?? '/tmp/storyloom-listening');
const minutes = Number(process.argv[3] ?? 60);
const data = join(folder, 'long-data');
const recording = join(folder, `long-${String(minutes)}.mp3`);
const output = join(folder, 'long.txt');

const said = await makeRecording();
rmSync(data, { recursive: true, force: true });
rmSync(output, { force: true });
const killed = await listen(0.5);
const resumed = await listen(2);
const again = await listen(2);
const heard = soundsLike(readFileSync(output, 'utf8'));
const errors = wordErrors(said, heard);
const length = resumed.length;
await replaceSection('long', [
  '| a recording of an hour | |',
  '|---|---|',
  `| its length | ${length.toFixed(0)} s, ${String(heard.length)} words |`,
  `| killed (-9) at | ${(killed.progress * 100).toFixed(0)} %, after ${killed.seconds.toFixed(0)} s |`,
  `| run again, begins at | ${(resumed.first * 100).toFixed(0)} % within ${resumed.firstSeconds.toFixed(0)} s |`,
  `| and is ready after | ${resumed.seconds.toFixed(0)} s |`,
  `| both together | ${(length / (killed.seconds + resumed.seconds)).toFixed(1)} x real time |`,
  `| a third run | ${again.seconds.toFixed(1)} s |`,
  `| memory of the process at a twentieth, and the most after it | ${megabytes(killed)} |`,
  `| and the most when it was run again | ${(resumed.most / 1e6).toFixed(0)} MB |`,
  `| word error rate | ${((errors / said.length) * 100).toFixed(1)} % of ${String(said.length)} |`,
]);

interface Run {
  readonly seconds: number;
  /** Of the recording, in seconds, where the run came to its end. */
  readonly length: number;
  readonly progress: number;
  /** Where the first report of listening was, and after how many seconds a fiftieth of the whole was passed. */
  readonly first: number;
  readonly firstSeconds: number;
  /** Resident bytes: the most until 5 %, and the most of all. */
  readonly early: number;
  readonly most: number;
}

function megabytes({ early, most }: Run): string {
  return `${(early / 1e6).toFixed(0)} MB, ${(most / 1e6).toFixed(0)} MB (${most >= early ? '+' : ''}${((most - early) / 1e6).toFixed(0)})`;
}

/** The command line, killed when it has come so far. */
async function listen(until: number): Promise<Run> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'listen', recording, '-o', output, '--json', '--data', data],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let run: Run = { seconds: 0, length: 0, progress: 0, first: 0, firstSeconds: 0, early: 0, most: 0 };
  let firstHeard: number | undefined;
  const sample = setInterval(() => {
    const bytes = residentBytes(child.pid!);
    run = {
      ...run,
      early: run.progress < 0.05 ? Math.max(run.early, bytes) : run.early,
      most: Math.max(run.most, bytes),
    };
  }, 500);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const event = JSON.parse(line) as {
      type: string;
      stage?: string;
      value?: number;
      duration?: number;
    };
    if (event.duration !== undefined) run = { ...run, length: event.duration };
    if (event.type !== 'progress' || event.stage !== 'listen' || event.value === undefined) return;
    const seconds = (performance.now() - began) / 1000;
    // What was heard before passes by in a moment: the first pause is where new windows begin.
    if (firstHeard === undefined && event.value - run.progress < 0.02 && seconds - run.firstSeconds > 2)
      firstHeard = run.progress;
    run = {
      ...run,
      progress: event.value,
      ...(firstHeard === undefined ? { first: event.value, firstSeconds: seconds } : {}),
    };
    if (event.value >= until) child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((end) => child.on('close', end));
  clearInterval(sample);
  if (code !== 0 && until > 1) throw new Error(`storyloom listen ended with ${String(code)}`);
  return { ...run, seconds: (performance.now() - began) / 1000 };
}

/** Linux alone tells it so. */
function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Stories one after the other, each time at another pace: no window is like any other. */
async function makeRecording(): Promise<string[]> {
  const workplace = new Workplace({ data: join(folder, 'data') });
  try {
    const told = await tellStories(workplace, folder);
    const { run } = await workplace.media();
    const parts: string[] = [];
    const words: string[] = [];
    let seconds = 0;
    for (let round = 0; seconds < minutes * 60; round += 1) {
      for (const story of told) {
        if (seconds >= minutes * 60) break;
        const pace = 0.94 + 0.02 * round;
        const path = join(folder, `part-${String(round)}-${story.name.replace(/\W+/gu, '-')}.flac`);
        if (!existsSync(path)) {
          const filter = `atempo=${pace.toFixed(2)},apad=pad_dur=1.5`;
          await run(['-v', 'error', '-y', '-i', story.clean, '-af', filter, '-c:a', 'flac', path]);
        }
        parts.push(path);
        words.push(...story.words.flatMap(({ text }) => soundsLike(text)));
        seconds += story.seconds / pace + 1.5;
      }
    }
    if (!existsSync(recording)) {
      const list = join(folder, 'parts.txt');
      await writeFile(list, parts.map((path) => `file '${path}'\n`).join(''));
      await run([
        '-v',
        'error',
        '-y',
        '-f',
        'concat',
        '-safe',
        '0',
        '-i',
        list,
        '-c:a',
        'libmp3lame',
        '-b:a',
        '96k',
        recording,
      ]);
    }
    return words;
  } finally {
    await workplace.close();
  }
}
