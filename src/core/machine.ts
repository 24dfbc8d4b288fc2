/**
 * What this machine is and how it fares: the only place, with memory-limit.ts, that reads /proc and the operating
 * system's own counters.
 */
import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, cpus, freemem, loadavg, platform, release, totalmem } from 'node:os';
import { roomOfGroups } from './memory-limit.ts';

export interface Machine {
  readonly processor: string;
  /** Cores that this process may use. */
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
  };
}

/** Bytes that this program may still take: without swapping, and without being stopped in a container that may take only so much. */
export function freeMemory(): number {
  return Math.min(freeOfMachine(), roomOfGroups() ?? Infinity);
}

function freeOfMachine(): number {
  try {
    const match = /MemAvailable:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'));
    if (match) return Number(match[1]) * 1024;
  } catch {
    // Not Linux: what the operating system calls free.
  }
  return freemem();
}

/** Cores that nobody kept busy in the last minute, by the system's own average; all where it has none (Windows). */
export function idleCores(): number {
  return Math.max(0, Math.round(availableParallelism() - (loadavg()[0] ?? 0)));
}

/** Bytes free for us on the disk that holds the folder. */
export function freeDisk(folder: string): number {
  return diskOf(folder).free;
}

/** The disk that holds the folder, in bytes: what is free for us, and all of it. */
export function diskOf(folder: string): { readonly free: number; readonly total: number } {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Milliseconds that all cores together were busy, and all that there were, since the machine started; and when. */
export function processorTimes(): { readonly at: number; readonly busy: number; readonly all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const used = times.user + times.nice + times.sys + times.irq;
    busy += used;
    all += used + times.idle;
  }
  return { at: performance.now(), busy, all };
}

/**
 * Bytes of memory that this process and everything that it started hold, or undefined where /proc does not tell. What several
 * of them share, or one has mapped twice (a model's weights, one mapping a session), counts once: the proportional set size.
 */
export function processTreeMemory(root = process.pid): number | undefined {
  try {
    const children = new Map<number, number[]>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const parent = Number(/PPid:\s+(\d+)/.exec(readProcess(name, 'status'))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    }
    const sum = (pid: number): number =>
      processMemory(pid) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
    return sum(root);
  } catch {
    return undefined;
  }
}

function processMemory(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;
}

function readProcess(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}
