/** A model that is ready to use, and the manifest that says so. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf, type HashedFile } from './files.ts';
import { pictureFactsSchema, upscalerFactsSchema, type ShippedSource } from './registry.ts';

/** Written last, so a folder without it is not a model. */
export const MANIFEST = 'installed.json';

const manifestSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  source: z.strictObject({
    kind: z.enum(['folder', 'hub', 'package', 'shipped']),
    /** Which folder, repository or packages. */
    name: z.string(),
  }),
  /** Which conversion made the files, if any. */
  conversion: z.strictObject({ name: z.string(), version: z.int() }).nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** Files of `files` that are the same network in other number formats. */
  graphs: z.record(z.string(), z.string()),
  /** What the user should know about how it was installed. */
  notices: z.array(z.string()),
  /** Of a model of the user's own, that no registry knows. */
  own: z
    .strictObject({
      title: z.string(),
      /** As the user named it; `url` is '' where there is none. */
      licence: z.strictObject({ name: z.string(), url: z.string(), commercialUse: z.string() }),
      /** What it does: one of these is there. */
      picture: pictureFactsSchema.optional(),
      upscaler: upscalerFactsSchema.optional(),
    })
    .optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type OwnModel = NonNullable<Manifest['own']>;

export interface InstalledModel {
  readonly id: string;
  /** Absolute. */
  readonly directory: string;
  /** Of all its files. */
  readonly bytes: number;
  /** Over all files' names and hashes: equal digests, equal model. For cache keys. */
  readonly sha256: string;
  /** Absolute paths by name ('voices/af_heart.bin'). */
  readonly files: Readonly<Record<string, string>>;
  /** The SHA-256 of each file by name, for keys that depend on some of them only. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Absolute paths of the networks by number format; Kokoro: `fp32` always, `int8` where the source had it. */
  readonly graphs: Readonly<Record<string, string>>;
  readonly source: Manifest['source'];
  readonly conversion: Manifest['conversion'];
  readonly notices: readonly string[];
  readonly own?: OwnModel;
}

/** The installed model in a folder; undefined when there is none, or a file of it is missing or cut short. */
export function readInstalled(directory: string): InstalledModel | undefined {
  const manifest = readManifest(directory);
  if (!manifest || !manifest.files.every((file) => sizeOf(join(directory, file.name)) === file.bytes)) return undefined;
  return toInstalled(directory, manifest);
}

/** A model that comes with the program, in its place; undefined when a file is missing or of another length. */
export function readShipped(id: string, { folder, files }: ShippedSource, shipped: string): InstalledModel | undefined {
  const directory = join(shipped, ...folder.split('/'));
  if (!files.every(({ name, bytes }) => sizeOf(join(directory, name)) === bytes)) return undefined;
  const hashed = files.map(({ name, bytes, sha256 }): HashedFile => ({ name, bytes, sha256 }));
  const source = { kind: 'shipped', name: folder } as const;
  return toInstalled(directory, { version: 1, id, source, conversion: null, files: hashed, graphs: {}, notices: [] });
}

export function readManifest(directory: string): Manifest | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(join(directory, MANIFEST), 'utf8'));
    return manifestSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function toInstalled(directory: string, manifest: Manifest): InstalledModel {
  const absolute = (name: string) => join(directory, ...name.split('/'));
  return {
    id: manifest.id,
    directory,
    bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    sha256: digestOf(manifest.files),
    files: Object.fromEntries(manifest.files.map((file) => [file.name, absolute(file.name)])),
    hashes: Object.fromEntries(manifest.files.map((file) => [file.name, file.sha256])),
    graphs: Object.fromEntries(Object.entries(manifest.graphs).map(([format, name]) => [format, absolute(name)])),
    source: manifest.source,
    conversion: manifest.conversion,
    notices: manifest.notices,
    ...(manifest.own ? { own: manifest.own } : {}),
  };
}
