/**
 * The addresses of bytes, the same on every host: paths that the page loads and `media.ts` answers.
 *
 *     /media/artefacts/KEY/FILE       a finished part of the build; never changes
 *     /media/assets/PROJECT/ASSET     a picture of a project's own; never changes
 *     /media/films/JOB                the film of an export
 *     /media/downloads/ID/NAME        a file made to be saved (a packed project, diagnostics)
 */
import { assetSchema, idSchema } from '../../shared/project.ts';

export type MediaAddress =
  | { readonly kind: 'artefact'; readonly key: string; readonly file: string }
  | { readonly kind: 'asset'; readonly projectId: string; readonly asset: string }
  | { readonly kind: 'film'; readonly jobId: string }
  | { readonly kind: 'download'; readonly id: string; readonly name: string };

export function artefactUrl(key: string, file: string): string {
  return `/media/artefacts/${key}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

export function assetUrl(projectId: string, asset: string): string {
  return `/media/assets/${projectId}/${asset}`;
}

export function filmUrl(jobId: string): string {
  return `/media/films/${jobId}`;
}

export function downloadUrl(id: string, name: string): string {
  return `/media/downloads/${id}/${encodeURIComponent(name)}`;
}

/** Undefined for whatever is not exactly an address of ours: names are checked, and none can lead out of its folder. */
export function parseMediaAddress(path: string): MediaAddress | undefined {
  const [empty, media, kind, id = '', ...rest] = path.split('/').map(decode);
  if (empty !== '' || media !== 'media' || ![id, ...rest].every(isPlainName)) return undefined;
  const [name = ''] = rest;
  if (kind === 'artefacts' && /^[0-9a-f]{64}$/.test(id) && rest.length > 0) {
    return { kind: 'artefact', key: id, file: rest.join('/') };
  }
  if (!idSchema.safeParse(id).success || rest.length !== (kind === 'films' ? 0 : 1)) return undefined;
  if (kind === 'films') return { kind: 'film', jobId: id };
  if (kind === 'downloads') return { kind: 'download', id, name };
  if (kind === 'assets' && assetSchema.safeParse(name).success) return { kind: 'asset', projectId: id, asset: name };
  return undefined;
}

/** The name of one file or folder: not a way up, nor a hidden file, nor anything that a system reads as a path. */
function isPlainName(name: string | undefined): name is string {
  return name !== undefined && name.length > 0 && name.length <= 255 && !/^\.|[/\\:\0]/.test(name);
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
