/** A repository of the model hub, over HTTP: `<base>/<repository>/resolve/<revision>/<path>`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { download } from '../download.ts';
import { hashFile, requireSpace } from '../files.ts';
import { startPhase } from '../progress.ts';
import type { HubSource } from '../registry.ts';
import type { Fetched, FetchedFile, SourceContext } from './source.ts';

/** The hub that the registry's repositories are of; STORYLOOM_HUB names another one. */
export const DEFAULT_HUB = 'https://huggingface.co';

type HubFile = HubSource['files'][number];

export async function fetchFromHub(source: HubSource, context: SourceContext): Promise<Fetched> {
  const { base } = context.hub;
  const address = (file: HubFile) => `${base}/${source.repository}/resolve/${source.revision}/${file.path}`;
  const total = source.files.reduce((sum, file) => sum + file.bytes, 0);
  await requireSpace(context.directory, total);

  const phase = startPhase('download', total, context.onProgress);
  const files: FetchedFile[] = [];
  let before = 0;
  for (const file of source.files) {
    const fetched = await fetchFile(file, address(file), context, (loaded) => phase.set(before + loaded));
    files.push(fetched);
    before += file.bytes;
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
  { directory, hub, signal }: SourceContext,
  onLoaded: (bytes: number) => void,
): Promise<FetchedFile> {
  const path = join(directory, ...file.name.split('/'));
  // Whole files of an interrupted try were checked when they got their name; the disk may have changed them since.
  if ((await stat(path).catch(() => undefined))?.size === file.bytes) {
    const found = await hashFile(path, { signal });
    if (found.sha256 === file.sha256) return { ...found, name: file.name, path };
  }
  const request = { ...hub, url, path, bytes: file.bytes, sha256: file.sha256, signal, onLoaded };
  const downloaded = await download(request);
  return { ...downloaded, name: file.name, path };
}
