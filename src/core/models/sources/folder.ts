/** A folder that the user has: models fetched by hand, or carried over from another machine. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '../../../shared/errors.ts';
import { hashFile } from '../files.ts';
import { readManifest } from '../installed.ts';
import { startPhase } from '../progress.ts';
import type { HubSource, ModelEntry, SourceFile } from '../registry.ts';
import type { Fetched, FetchedFile, SourceContext } from './source.ts';
import { writeSettings } from './written.ts';

interface Candidate {
  readonly conversion: string | undefined;
  readonly files: readonly (SourceFile & { readonly path?: string | undefined })[];
  readonly written?: HubSource['written'];
}

/**
 * Finds and checks the model's files in a folder; their names are the registry's, or the hub's paths, or it is a folder
 * that a model manager made (installed.json is in it). Throws StudioError `not-found` when files are missing and `corrupt` when one is not what it should be, naming it.
 */
export async function fetchFromFolder(folder: string, context: SourceContext): Promise<Fetched> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StudioError('not-found', `There is no folder ${folder}.`, { data: { folder } });
  }
  const installed = readManifest(folder);
  const candidate: Candidate =
    installed?.id === context.model.id
      ? { conversion: undefined, files: installed.files.map((file) => ({ ...file, verified: false })) }
      : bestCandidate(context.model, folder);
  const missing = candidate.files.filter((file) => find(folder, file) === undefined);
  if (missing.length > 0) {
    const names = missing.slice(0, 3).map((file) => file.path ?? file.name);
    const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
    throw new StudioError('not-found', `The folder ${folder} lacks ${names.join(', ')}${more}.`, {
      hint: `Put the files of ${context.model.title} there under these names.`,
      data: { folder, missing: missing.map((file) => file.name) },
    });
  }
  const present = candidate.files.map((file) => ({ file, path: find(folder, file)! }));
  const total = present.reduce((sum, { path }) => sum + statSync(path).size, 0);
  const phase = startPhase('verify', total, context.onProgress);
  const files: FetchedFile[] = [];
  for (const { file, path } of present) {
    const found = await hashFile(path, { signal: context.signal, onBytes: (count) => phase.add(count) });
    check(file, path, found);
    files.push({ ...found, name: file.name, path });
  }
  phase.finish();
  files.push(...(await writeSettings(candidate.written, context.directory)));
  const source = { kind: 'folder', name: folder } as const;
  return {
    source,
    conversion: candidate.conversion,
    files,
    isOurs: false,
    installed: installed?.id === context.model.id ? installed : undefined,
  };
}

/** The set of files that the folder has the most of: its own list, or that of another source. */
function bestCandidate(model: ModelEntry, folder: string): Candidate {
  const candidates = model.sources
    .filter((source) => source.files !== undefined)
    .map((source): Candidate => ({
      conversion: 'conversion' in source ? source.conversion : undefined,
      files: source.files ?? [],
      written: source.kind === 'hub' ? source.written : undefined,
    }));
  const share = ({ files }: Candidate) =>
    files.reduce((sum, file) => sum + (find(folder, file) === undefined ? 0 : file.bytes), 0) /
    files.reduce((sum, file) => sum + file.bytes, 0);
  const best = candidates.toSorted((a, b) => share(b) - share(a))[0];
  if (best) return best;
  throw new StudioError('internal', `The registry names no files for ${model.id}.`);
}

function find(folder: string, file: Candidate['files'][number]): string | undefined {
  const names = file.path === undefined ? [file.name] : [file.name, file.path];
  return names.map((name) => join(folder, ...name.split('/'))).find((path) => existsSync(path));
}

function check(file: SourceFile, path: string, found: { bytes: number; sha256: string }): void {
  if (file.sha256 === undefined || found.sha256 === file.sha256) return;
  const what = found.bytes === file.bytes ? 'its checksum is wrong' : `it has ${found.bytes} bytes, not ${file.bytes}`;
  throw new StudioError('corrupt', `${path} is not the file that it should be: ${what}.`, {
    hint: 'Fetch this file again; it may have been cut short or be of another version.',
    data: { file: file.name, path, expected: file.sha256, actual: found.sha256 },
  });
}
