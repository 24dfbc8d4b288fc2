/** Members of package archives as streams: wheels are zip files, npm packages gzipped tar files. */
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Parser } from 'tar';
import type { ReadEntry } from 'tar';
import { openPromise } from 'yauzl';
import { StudioError } from '../../shared/errors.ts';

export type MemberReader = (member: string, content: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * Gives the wanted members of an archive to `read`, one after the other, in the archive's order.
 * Throws StudioError `corrupt` when the archive is broken or lacks a member.
 */
export async function readMembers(archive: string, wanted: readonly string[], read: MemberReader): Promise<void> {
  const missing = new Set(wanted);
  const take: MemberReader = async (member, content) => {
    if (!missing.delete(member)) return;
    await read(member, content);
  };
  try {
    if (archive.endsWith('.tgz')) await readTar(archive, missing, take);
    else await readZip(archive, missing, take);
  } catch (error) {
    // The reader's own errors (cancelled, disk full) have a name or a code of their own.
    if (error instanceof Error && (error.name !== 'Error' || ('errno' in error && 'syscall' in error))) throw error;
    throw new StudioError('corrupt', `The package ${archive} cannot be unpacked.`, { cause: error });
  }
  if (missing.size === 0) return;
  throw new StudioError('corrupt', `The package ${archive} does not contain ${[...missing].join(', ')}.`, {
    hint: 'The package was changed at its registry: a newer version of Storyloom may know another source.',
  });
}

async function readZip(path: string, wanted: ReadonlySet<string>, read: MemberReader): Promise<void> {
  const zip = await openPromise(path);
  try {
    for await (const entry of zip.eachEntry()) {
      if (wanted.has(entry.fileName)) await read(entry.fileName, await zip.openReadStreamPromise(entry));
    }
  } finally {
    zip.close();
  }
}

async function readTar(path: string, wanted: ReadonlySet<string>, read: MemberReader): Promise<void> {
  let failure: unknown;
  let last: Promise<void> = Promise.resolve();
  const parser = new Parser({
    strict: true,
    filter: (member) => wanted.has(member),
    onReadEntry: (entry: ReadEntry) => {
      // The parser waits with the next entry until this one is read.
      last = read(entry.path, entry).catch((error: unknown) => {
        failure ??= error;
        entry.resume();
      });
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  const feed = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (failure !== undefined) done(failure instanceof Error ? failure : new Error(String(failure)));
      else if (parser.write(chunk)) done();
      else parser.once('drain', () => done());
    },
    final(done) {
      parser.end();
      done();
    },
  });
  await Promise.all([pipeline(createReadStream(path), feed), ended]);
  await last;
  if (failure !== undefined) throw failure;
}
