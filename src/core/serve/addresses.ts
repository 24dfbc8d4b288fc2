/**
 * The addresses of bytes, the same on every host: paths that the page loads and `media.ts` answers.
 *
 *     /media/artefacts/KEY/FILE       a finished part of the build; never changes
 *     /media/assets/PROJECT/ASSET     a picture of a project's own; never changes
 *     /media/films/JOB                the film of an export
 *     /media/films/JOB/EXTRA          what lies beside it (srt, pdf, ...); /media/films/JOB/assets/FILE for its assets
 *     /media/downloads/ID/NAME        a file made to be saved (a packed project, diagnostics)
 */
import { EXTRAS, type Extra } from '../../shared/film.ts';
import { assetSchema, idSchema } from '../../shared/project.ts';

export type MediaAddress =
  | { readonly kind: 'artefact'; readonly key: string; readonly file: string }
  | { readonly kind: 'asset'; readonly projectId: string; readonly asset: string }
  | { readonly kind: 'film'; readonly jobId: string }
  | { readonly kind: 'film-extra'; readonly jobId: string; readonly extra: Extra; readonly file?: string }
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

/** @param file of the folder of assets */
export function filmExtraUrl(jobId: string, extra: Extra, file?: string): string {
  return `${filmUrl(jobId)}/${extra}${file === undefined ? '' : `/${encodeURIComponent(file)}`}`;
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
  if (!idSchema.safeParse(id).success) return undefined;
  if (kind === 'films') return filmAddress(id, rest as string[]);
  if (rest.length !== 1) return undefined;
  if (kind === 'downloads') return { kind: 'download', id, name };
  if (kind === 'assets' && assetSchema.safeParse(name).success) return { kind: 'asset', projectId: id, asset: name };
  return undefined;
}

function filmAddress(jobId: string, [name, file, ...more]: readonly string[]): MediaAddress | undefined {
  if (name === undefined) return { kind: 'film', jobId };
  const extra = EXTRAS.find((each) => each === name);
  if (extra === undefined || more.length > 0 || (file !== undefined) !== (extra === 'assets')) return undefined;
  return { kind: 'film-extra', jobId, extra, ...(file === undefined ? {} : { file }) };
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
