import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

export interface Alone {
  readonly pid: number;
  /** Where its words go. */
  readonly log: string;
}

/** Runs a command of ours in a process that outlives this one, its JSON lines in a log of the data folder. */
export async function goOnAlone(
  words: readonly string[],
  { root, logs }: { readonly root: string; readonly logs: string },
): Promise<Alone> {
  await mkdir(logs, { recursive: true });
  const log = join(logs, `${words[0]!}-background.log`);
  const file = await open(log, 'a');
  try {
    const own = [...process.execArgv, process.argv[1]!, ...words, '--data', root, '--json'];
    const child = spawn(process.execPath, own, { detached: true, stdio: ['ignore', file.fd, file.fd] });
    await new Promise((settle, reject) => {
      child.once('spawn', settle).once('error', reject);
    });
    child.unref();
    return { pid: child.pid!, log };
  } finally {
    await file.close();
  }
}
