/**
 * SD-Turbo's real shape with random weights, painted by Storyloom and by others in turns, so that the ratios hold on a busy machine:
 *   node tools/run.mjs tools/diffusion/bench.ts --model FOLDER --peers FOLDER --python PYTHON --sd-cli PROGRAM [--save]
 * FOLDER: as real_shape.py and `peers.py make` write them. What is not given is left out. --save writes docs/benchmarks.md.
 * Also: --rounds 3, --count 4 pictures, --side 384, --steps 1, --threads 2. On a machine that is busy with other things, processor
 * time at --threads 1 is what to read: there nobody waits for another thread, which would count as work.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchMarkdown, benchTable } from '../../src/cli/output/bench-table.ts';
import { describeMachine, processTreeMemory } from '../../src/core/machine.ts';
import type { BenchRow } from '../../src/shared/bench.ts';
import { replaceSection } from '../listening/document.ts';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    peers: { type: 'string' },
    python: { type: 'string' },
    'sd-cli': { type: 'string' },
    rounds: { type: 'string', default: '3' },
    count: { type: 'string', default: '4' },
    side: { type: 'string', default: '384' },
    steps: { type: 'string', default: '1' },
    threads: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
});
const { count, side, steps } = options;
const machine = describeMachine();
const threads = options.threads ?? String(machine.cores);
const folder = mkdtempSync(join(tmpdir(), 'storyloom-paint-'));

/** Seconds: from the process's start to its end or its pictures, of processors meanwhile, with all loaded before; bytes at the most. */
interface Run {
  readonly cold: number;
  readonly cpu: number;
  readonly warm: number;
  readonly peak: number;
}

/** Memory is looked at in a round of its own: to count pages that are shared takes the system longer the more there are. */
type Look = 'memory' | 'time';

interface Painter {
  readonly name: string;
  readonly paint: (look: Look) => Promise<Run>;
}

const painters = [...ours(), ...openvino(), ...stableDiffusionCpp()];
const runs = new Map<string, Run[]>(painters.map(({ name }) => [name, []]));
const peaks = new Map<string, number>();
try {
  for (const { name, paint } of painters) {
    const { peak } = await paint('memory');
    peaks.set(name, peak);
    console.log(`${name}: ${(peak / 1e6).toFixed(0)} MB`);
  }
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    for (const { name, paint } of painters) {
      const run = await paint('time');
      runs.get(name)!.push(run);
      const seconds = `${run.cold.toFixed(2)} s, loaded ${run.warm.toFixed(2)} s`;
      console.log(`${round}. ${name}: ${seconds}, processors ${run.cpu.toFixed(2)} s`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const rows = compare();
console.log(benchTable(rows));
if (options.save) {
  const told = `Written by tools/diffusion/bench.ts on ${new Date().toISOString().slice(0, 10)}: ${machine.processor}, ${machine.cores} cores, ${machine.system}; the median of ${options.rounds} rounds in turns.`;
  await replaceSection('painting', [told, '', benchMarkdown(rows)], 'benchmarks.md');
}

function ours(): Painter[] {
  const { model } = options;
  if (model === undefined) return [];
  const script = resolve(import.meta.dirname, 'paint-once.ts');
  const given = ['--disable-warning=ExperimentalWarning', script, resolve(model), count, side, steps, threads, folder];
  return [
    {
      name: 'Storyloom, int8',
      async paint(look) {
        const { output, peak } = await runOnce(look, process.execPath, given);
        return { ...(JSON.parse(output) as Omit<Run, 'peak'>), peak };
      },
    },
  ];
}

/** What peers.py tells, in seconds. */
interface OpenvinoTimes {
  readonly first: number;
  readonly cpu: number;
  readonly text: number;
  readonly unet: number;
  readonly decode: number;
}

function openvino(): Painter[] {
  const { peers, python } = options;
  if (peers === undefined || python === undefined) return [];
  const script = resolve(import.meta.dirname, 'peers.py');
  return ['f32', 'bf16'].map((precision) => ({
    name: `OpenVINO, fp32 weights, calculating in ${precision === 'f32' ? 'fp32' : precision}`,
    async paint(look) {
      const given = [script, 'openvino', resolve(peers), precision, count, side, steps, threads];
      const { output, peak } = await runOnce(look, python, given);
      const { first, cpu, text, unet, decode } = JSON.parse(output) as OpenvinoTimes;
      return { cold: first, cpu, warm: text + unet + decode, peak };
    },
  }));
}

function stableDiffusionCpp(): Painter[] {
  const { peers, 'sd-cli': program } = options;
  if (peers === undefined || program === undefined) return [];
  const weights = join(resolve(peers), 'sdcpp');
  const given = ['-m', weights, '--taesd', join(weights, 'vae', 'diffusion_pytorch_model.safetensors')];
  given.push('-p', 'a fox standing, in a forest, at night', '-o', join(folder, 'sdcpp-%d.png'), '--mmap');
  given.push('-W', side, '-H', side, '-b', count, '--steps', steps, '--cfg-scale', '1', '--sampling-method', 'euler');
  given.push('-t', threads, '--diffusion-fa');
  return ['f16', 'q8_0'].map((type) => ({
    name: `stable-diffusion.cpp, ${type}`,
    async paint(look) {
      const { output, seconds, cpu, peak } = await runOnce(look, program, [...given, '--type', type]);
      return { cold: seconds, cpu, warm: workOf(output), peak };
    },
  }));
}

/** What stable-diffusion.cpp tells of its work once all is loaded: the prompt, the steps, the decoding. */
function workOf(output: string): number {
  return Number(/generate_image completed in ([\d.]+)s/.exec(output)?.[1]);
}

async function runOnce(
  look: Look,
  program: string,
  given: readonly string[],
): Promise<{ output: string; seconds: number; cpu: number; peak: number }> {
  const started = performance.now();
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors, peak, cpu] = ['', '', 0, 0];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const timer = setInterval(() => {
    if (look === 'memory') peak = Math.max(peak, processTreeMemory(child.pid) ?? 0);
    cpu = Math.max(cpu, processorSeconds(child.pid));
  }, 100);
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}:\n${errors.slice(-2000)}`);
  return { output, seconds: (performance.now() - started) / 1000, cpu, peak };
}

/** What a process has worked so far, on all its threads; 0 when it is gone. Linux counts in hundredths of a second. */
function processorSeconds(id: number | undefined): number {
  try {
    const [, told = ''] = readFileSync(`/proc/${String(id)}/stat`, 'utf8').split(') ');
    const [user, system] = told.split(' ').slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  } catch {
    return 0;
  }
}

function compare(): BenchRow[] {
  const of = (name: string, key: keyof Run): number =>
    key === 'peak' ? peaks.get(name)! : median(runs.get(name)!.map((run) => run[key]));
  const [first, ...others] = painters;
  if (!first) throw new Error('Nobody to paint: give --model FOLDER.');
  const plural = (number: string, word: string): string => `${number} ${word}${number === '1' ? '' : 's'}`;
  const what = `${plural(count, 'picture')} of ${side} x ${side}, ${plural(steps, 'step')}, ${plural(threads, 'thread')}`;
  const beside = (key: 'cold' | 'cpu' | 'warm', name: string, goal: Partial<BenchRow>): BenchRow[] =>
    others.map((other) => ({
      name,
      value: of(first.name, key),
      unit: 's',
      baseline: { name: other.name, value: of(other.name, key) },
      ratio: of(other.name, key) / of(first.name, key),
      ...goal,
    }));
  const memory = { unit: 'MB', goal: '<= 2,500 MB' };
  return [
    { name: `${what}, all included`, value: of(first.name, 'cold'), unit: 's', goal: '< 8 s' },
    { name: `${what}, peak memory`, value: of(first.name, 'peak') / 1e6, ...memory },
    ...beside('cold', `${what}, from the process's start`, {}),
    ...beside('cpu', `${what}, from the process's start, processor time`, {}),
    ...beside('warm', `${what}, models loaded before`, { goal: '>= 1x OpenVINO fp32, >= 1.5x stable-diffusion.cpp' }),
    ...others.map((other) => ({
      name: `${what}, peak memory`,
      value: of(first.name, 'peak') / 1e6,
      unit: 'MB',
      baseline: { name: other.name, value: of(other.name, 'peak') / 1e6 },
      ratio: of(other.name, 'peak') / of(first.name, 'peak'),
    })),
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
