/** A repository of the model hub, over HTTP: `<base>/<repository>/resolve/<revision>/<path>`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError, isStudioError } from '../../../shared/errors.ts';
import { download } from '../download.ts';
import { hashFile, requireSpace } from '../files.ts';
import { classifyFetchError, classifyStatus, Transient } from '../http-errors.ts';
import { startPhase } from '../progress.ts';
import type { HubSource } from '../registry.ts';
import type { Fetched, FetchedFile, SourceContext } from './source.ts';

/** The hub that the registry's repositories are of; STORYLOOM_HUB names another one. */
export const DEFAULT_HUB = 'https://huggingface.co';

type HubFile = HubSource['files'][number];

export async function fetchFromHub(source: HubSource, context: SourceContext): Promise<Fetched> {
  const { base } = context.hub;
  const address = (file: HubFile) => `${base}/${source.repository}/resolve/${source.revision}/${file.path}`;
  const sizes: number[] = [];
  for (const file of source.files) sizes.push(file.bytes ?? (await askLength(address(file), context)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  await requireSpace(context.directory, total);

  const phase = startPhase('download', total, context.onProgress);
  const files: FetchedFile[] = [];
  let before = 0;
  for (const [index, file] of source.files.entries()) {
    const fetched = await fetchFile(file, address(file), context, (loaded) => phase.set(before + loaded));
    files.push(fetched);
    before += sizes[index]!;
    phase.set(before);
  }
  phase.finish();
  return {
    source: { kind: 'hub', name: `${source.repository}@${source.revision}` },
    conversion: source.conversion,
    files,
    isOurs: true,
  };
}

async function fetchFile(
  file: HubFile,
  url: string,
  { directory, hub, pins, signal }: SourceContext,
  onLoaded: (bytes: number) => void,
): Promise<FetchedFile> {
  const path = join(directory, ...file.name.split('/'));
  const expected = file.sha256 ?? (await pins.get(url));
  // Whole files of an interrupted try were checked when they got their name; the disk may have changed them since.
  if (expected !== undefined && (await stat(path).catch(() => undefined)) !== undefined) {
    const found = await hashFile(path, { signal });
    if (found.sha256 === expected) return { ...found, name: file.name, path };
  }
  const request = { ...hub, url, path, bytes: file.bytes, sha256: expected, signal, onLoaded };
  const downloaded = await download(request);
  if (expected === undefined) await pins.set(url, downloaded.sha256);
  return { ...downloaded, name: file.name, path };
}

/** The length of a file whose length the registry does not know. */
async function askLength(url: string, { hub, signal }: SourceContext): Promise<number> {
  const timeout = AbortSignal.timeout(hub.timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw classifyStatus(response, url);
    const length = Number(response.headers.get('content-length') ?? NaN);
    if (length > 0) return length;
    throw new StudioError('network', `${url} was answered without a length.`);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted) throw new Transient(`${url} was not answered.`, 'stall').toStudioError();
    const failure = isStudioError(error) ? error : classifyFetchError(error, url);
    throw failure instanceof Transient ? failure.toStudioError() : failure;
  }
}
