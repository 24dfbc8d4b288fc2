/**
 * What is known of an artefact, kept as `artefact.json` in its own folder: from it alone the database's row can be made
 * again and every byte be checked.
 */
import { z } from 'zod';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json.ts';
import { artefactDigest, artefactKey } from './key.ts';

export const MANIFEST_NAME = 'artefact.json';

const fileEntrySchema = z.strictObject({
  /** Within the artefact's folder, with `/` between parts. */
  path: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().length(64),
});
export type FileEntry = Readonly<z.infer<typeof fileEntrySchema>>;

const manifestSchema = z.strictObject({
  storyloom: z.literal('artefact'),
  format: z.literal(1),
  key: z.string().length(64),
  stage: z.string(),
  stageVersion: z.number(),
  identity: z.json(),
  output: z.json(),
  files: z.array(fileEntrySchema),
  digest: z.string().length(64),
  bytes: z.int().min(0),
  /** How long it took to make. */
  ms: z.number(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** The manifest of a finished folder; undefined when it is missing, damaged or not for this key. */
export async function readManifest(directory: string, key: string): Promise<Manifest | undefined> {
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(await readFile(join(directory, MANIFEST_NAME), 'utf8')));
  } catch {
    return undefined;
  }
  const identity = canonicalJson(manifest.identity);
  const honest =
    manifest.key === key &&
    artefactKey({ name: manifest.stage, version: manifest.stageVersion, identity }) === key &&
    artefactDigest(canonicalJson(manifest.output), manifest.files) === manifest.digest;
  return honest ? manifest : undefined;
}
