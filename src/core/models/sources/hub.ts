/** A repository of the model hub, over HTTP: `<base>/<repository>/resolve/<revision>/<path>`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError, isStudioError } from '../../../shared/errors.ts';
import { download } from '../download.ts';
import { hashFile, requireSpace } from '../files.ts';
import { startPhase } from '../progress.ts';
import type { HubSource } from '../registry.ts';
import { askHub } from './ask-hub.ts';
import type { Fetched, FetchedFile, SourceContext } from './source.ts';
import { writeSettings } from './written.ts';

/** The hub that the registry's repositories are of; STORYLOOM_HUB names another one. */
export const DEFAULT_HUB = 'https://huggingface.co';

type HubFile = HubSource['files'][number];

export async function fetchFromHub(source: HubSource, context: SourceContext): Promise<Fetched> {
  const total = source.files.reduce((sum, file) => sum + file.bytes, 0);
  await requireSpace(context.directory, total);

  const phase = startPhase('download', total, context.onProgress);
  const files: FetchedFile[] = [];
  const trusted: string[] = [];
  let before = 0;
  for (const file of source.files) {
    const wanted = await whatToFetch(file, addressOf(source, file), context);
    // A file that is only about as long as the registry says must not carry the bar beyond its place.
    const fetched = await fetchFile(wanted, context, (loaded) => {
      phase.set(before + Math.min(loaded, file.bytes));
    });
    files.push(fetched);
    if (wanted.isTrusted) trusted.push(file.name);
    before += file.bytes;
    phase.set(before);
  }
  files.push(...(await writeSettings(source.written, context.directory)));
  phase.finish();
  return {
    source: { kind: 'hub', name: `${source.repository}@${source.revision}` },
    conversion: source.conversion,
    files,
    notices: describeTrust(trusted, context),
    isOurs: true,
  };
}

/** Without the hub's own address, so that a mirror's files are the same. */
function addressOf(source: HubSource, { repository, revision, path }: HubFile): string {
  return `${repository ?? source.repository}/resolve/${revision ?? source.revision}/${path}`;
}

interface Wanted {
  readonly name: string;
  readonly address: string;
  readonly bytes: number;
  readonly sha256: string | undefined;
  /** No checksum was known here before it was fetched. */
  readonly isTrusted: boolean;
}

/** By the registry; where it knows no checksum, by what came the first time, and then by what the hub says. */
async function whatToFetch(file: HubFile, address: string, { hub, sums, signal }: SourceContext): Promise<Wanted> {
  const { name, bytes, sha256 } = file;
  if (sha256 !== undefined) return { name, address, bytes, sha256, isTrusted: false };
  const known = sums.get(address);
  if (known) return { name, address, ...known, isTrusted: false };
  const said = await askHub({ ...hub, url: `${hub.base}/${address}`, signal });
  return { name, address, ...said, isTrusted: true };
}

async function fetchFile(
  { name, address, bytes, sha256, isTrusted }: Wanted,
  { directory, hub, sums, signal }: SourceContext,
  onLoaded: (bytes: number) => void,
): Promise<FetchedFile> {
  const path = join(directory, ...name.split('/'));
  // Whole files of an interrupted try were checked when they got their name; the disk may have changed them since.
  if (sha256 !== undefined && (await stat(path).catch(() => undefined))?.size === bytes) {
    const found = await hashFile(path, { signal });
    if (found.sha256 === sha256) {
      if (isTrusted) sums.remember(address, found);
      return { ...found, name, path };
    }
  }
  const url = `${hub.base}/${address}`;
  const downloaded = await download({ ...hub, url, path, bytes, sha256, signal, onLoaded }).catch((error: unknown) => {
    throw explainChange(error, sums.get(address) ? sums.path : undefined);
  });
  if (isTrusted) sums.remember(address, downloaded);
  return { ...downloaded, name, path };
}

/** A file that is not what came the first time may have been changed by those who have the right to. */
function explainChange(error: unknown, record: string | undefined): unknown {
  if (!isStudioError(error) || error.code !== 'corrupt' || record === undefined) return error;
  return new StudioError('corrupt', `${error.message} It was another file when it was fetched the first time.`, {
    hint: `If its makers have changed it and you trust them, delete ${record} and fetch the model again.`,
    ...(error.data ? { data: error.data } : {}),
    cause: error,
  });
}

function describeTrust(names: readonly string[], { sums }: SourceContext): readonly string[] {
  if (names.length === 0) return [];
  const files = names.length === 1 ? 'the checksum of one file' : `the checksums of ${names.length} files`;
  return [
    `Nobody has published ${files} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}): what came is trusted, and remembered in ${sums.path}; it has to come again whenever the model is fetched anew.`,
  ];
}
