import type { Progress } from '../../shared/job.ts';
import { clock } from './format.ts';

/** Where a command's words go: people's words to stderr while it works, results to stdout. */
export interface Reporter {
  /** @param progress of a batch with the film that it is about */
  progress(progress: Progress & { readonly film?: string }): void;
  /** A remark on the way. */
  note(message: string): void;
  /** One of several results, on the way to the last; `type` is its own for programs. */
  item(type: string, data: object, text: string): void;
  /** The command's result: an object for programs, text for people. */
  result(data: object, text: string): void;
  error(data: object, text: string): void;
}

const BAR = 24;

/** One line, drawn again and again; whatever else is said goes above it. */
function terminalReporter(): Reporter {
  let drawn = false;
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    progress({ stage, value, done, total, message, etaSeconds }) {
      const filled = Math.round((value ?? 0) * BAR);
      const percent = value === undefined ? '   ' : `${String(Math.floor(value * 100)).padStart(3)}%`;
      const left = etaSeconds === undefined || value === 1 ? '' : `  ${clock(etaSeconds)} left`;
      const count = total === undefined ? '' : ` ${String(done ?? 0)}/${String(total)}`;
      const line = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent}  ${message ?? stage}${count}${left}`;
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
      drawn = true;
    },
    note(message) {
      clear();
      process.stderr.write(`${message}\n`);
    },
    item(_type, _data, text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    result(_data, text) {
      clear();
      process.stdout.write(`${text}\n`);
    },
    error(_data, text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
  };
}

/** For pipes and logs: one line each time a stage begins or another tenth is done. */
function plainReporter(): Reporter {
  const begun = new Set<string>();
  let lastTenth = 0;
  return {
    progress({ stage, value, message, etaSeconds }) {
      const tenth = Math.floor((value ?? 0) * 10);
      if (begun.has(stage) && tenth <= lastTenth) return;
      begun.add(stage);
      lastTenth = Math.max(lastTenth, tenth);
      const percent = value === undefined ? '' : ` ${String(Math.floor(value * 100))}%`;
      const left = etaSeconds === undefined || value === 1 ? '' : `, ${clock(etaSeconds)} left`;
      process.stderr.write(`${message ?? stage}${percent}${left}\n`);
    },
    note(message) {
      process.stderr.write(`${message}\n`);
    },
    item(_type, _data, text) {
      process.stderr.write(`${text}\n`);
    },
    result(_data, text) {
      process.stdout.write(`${text}\n`);
    },
    error(_data, text) {
      process.stderr.write(`${text}\n`);
    },
  };
}

/** `--json`: every event is one JSON object on a line of stdout, and nothing else is. */
function jsonReporter(): Reporter {
  const write = (type: string, data: object): void => {
    process.stdout.write(`${JSON.stringify({ type, ...data })}\n`);
  };
  return {
    progress: (progress) => {
      write('progress', progress);
    },
    note: (message) => {
      write('note', { message });
    },
    item: (type, data) => {
      write(type, data);
    },
    result: (data) => {
      write('result', data);
    },
    error: (data) => {
      write('error', data);
    },
  };
}

export function chooseReporter(json: boolean): Reporter {
  if (json) return jsonReporter();
  return process.stderr.isTTY ? terminalReporter() : plainReporter();
}
