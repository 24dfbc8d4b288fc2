import type { HashedFile } from '../files.ts';
import type { Manifest } from '../installed.ts';
import type { ModelProgress } from '../progress.ts';
import type { PackageClients } from '../registry-client.ts';
import type { RetryPolicy } from '../download.ts';
import type { ModelEntry } from '../registry.ts';
import type { KnownSums } from './known-sums.ts';

/** What a source may use while it fetches. */
export interface SourceContext {
  readonly model: ModelEntry;
  /** The source's own folder for what is not whole yet; kept between tries. */
  readonly directory: string;
  readonly localFolder: string | undefined;
  readonly hub: { readonly base: string; readonly timeoutMs: number; readonly retry: RetryPolicy };
  readonly clients: PackageClients;
  /** Checksums that were trusted when a file was first fetched. */
  readonly sums: KnownSums;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: ModelProgress) => void) | undefined;
}

export interface FetchedFile extends HashedFile {
  /** Where it lies now, absolute. */
  readonly path: string;
}

/** All files of a source, whole and checked. */
export interface Fetched {
  readonly source: Manifest['source'];
  readonly conversion: string | undefined;
  readonly files: readonly FetchedFile[];
  /** What the user should know of how they came. */
  readonly notices?: readonly string[] | undefined;
  /** True when the files are ours to link to; the user's own are copied. */
  readonly isOurs: boolean;
  /** What an installed model's manifest says, when that is what was fetched: nothing is to be converted again. */
  readonly installed?: Pick<Manifest, 'conversion' | 'graphs'> | undefined;
}
