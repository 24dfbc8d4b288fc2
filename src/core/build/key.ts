import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { FileEntry } from './manifest.ts';

/** The stage's name, version and identity: all that decides what an artefact is. */
export interface KeyParts {
  readonly name: string;
  readonly version: number;
  /** Canonical JSON of the stage's identity. */
  readonly identity: string;
}

/** SHA-256, hex, of the canonical JSON of {identity, name, version}. */
export function artefactKey({ name, version, identity }: KeyParts): string {
  return hash('sha256', `{"identity":${identity},"name":${canonicalJson(name)},"version":${canonicalJson(version)}}`);
}

/**
 * SHA-256, hex, over what was made: the output and each file's path and own hash. When, where and by which key it was
 * made is not in it, so a stage that makes the same bytes from another input leaves what depends on it fresh.
 * @param output canonical JSON
 */
export function artefactDigest(output: string, files: readonly FileEntry[]): string {
  const sums = files.map(({ path, sha256 }) => [path, sha256]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  return hash('sha256', `{"files":${canonicalJson(sums)},"output":${output}}`);
}
