import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError, throwIfCancelled } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashFile, listFiles, listFolders, syncFolder } from './files.ts';
import { artefactDigest } from './key.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import { MANIFEST_NAME } from './manifest.ts';
import type { Stage } from './stage.ts';

export interface Run<Input, Output> {
  readonly stage: Stage<Input, Output>;
  readonly input: Input;
  readonly key: string;
  /** Canonical JSON. */
  readonly identityText: string;
  readonly directory: string;
  readonly signal: AbortSignal;
  readonly report: (value: number) => void;
  readonly priority: Priority;
  readonly clock: () => number;
}

/**
 * Runs a stage in its folder and seals that: every file hashed and on the disk, the manifest written last. The folder is
 * then ready to be renamed into the cache.
 */
export async function runStage<Input, Output>(run: Run<Input, Output>): Promise<Manifest> {
  const { stage, signal, directory } = run;
  const started = performance.now();
  let took: number | undefined;
  const output = await stage.run(run.input, {
    directory,
    signal,
    report: run.report,
    priority: run.priority,
    took: (milliseconds) => {
      took = (took ?? 0) + milliseconds;
    },
  });
  const ms = took ?? performance.now() - started;
  // A stage that returns early when cancelled may have left half its work: better to make it again than to keep that.
  throwIfCancelled(signal);
  const text = canonicalJson(output);
  const files = await sealFiles(directory, stage.name);
  const manifest = {
    storyloom: 'artefact',
    format: 1,
    key: run.key,
    stage: stage.name,
    stageVersion: stage.version,
    identity: JSON.parse(run.identityText) as Manifest['identity'],
    output: JSON.parse(text) as Manifest['output'],
    files,
    digest: artefactDigest(text, files),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    ms,
    createdAt: run.clock(),
  } satisfies Manifest;
  await writeDurably(join(directory, MANIFEST_NAME), JSON.stringify(manifest));
  for (const folder of await listFolders(directory)) await syncFolder(folder);
  return manifest;
}

async function sealFiles(directory: string, stage: string): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  for (const path of await listFiles(directory)) {
    if (path === MANIFEST_NAME) {
      throw new StudioError(ErrorCode.internal, `The stage ${stage} made a file with the reserved name ${path}.`);
    }
    files.push(await hashFile(directory, path, { durable: true }));
  }
  return files;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
