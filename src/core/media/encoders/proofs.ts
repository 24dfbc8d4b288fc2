import type { Codec, Encoder } from '../../../shared/film.ts';
import type { FrameSize } from '../arguments.ts';
import type { MediaTools } from '../tools.ts';
import { tryEncoder, type EncoderProof, type TryOptions } from './try-encoder.ts';

/** Where proofs are kept from one run to the next; plain JSON. */
export interface ProofMemory {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

interface Kept {
  /** The computer and the ffmpeg that were tried. */
  readonly of: string;
  /** By codec, encoder and size. */
  readonly proofs: Readonly<Record<string, EncoderProof>>;
}

const KEY = 'encoders';

/**
 * Which encoders work here. Each is tried once for a size of film; another ffmpeg, another computer or another system is
 * tried anew, and `again` on demand. What was late is not kept.
 */
export async function proveEncoder(
  { tools, machine, memory }: { readonly tools: MediaTools; readonly machine: string; readonly memory: ProofMemory },
  what: { readonly codec: Codec; readonly encoder: Encoder },
  size: FrameSize,
  { again = false, ...how }: TryOptions & { readonly again?: boolean } = {},
): Promise<EncoderProof> {
  // Without it no ffmpeg is taken at all (capabilities.ts).
  if (what.codec === 'h264' && what.encoder === 'software') return { works: true };
  const of = [machine, tools.ffmpeg.path, tools.ffmpeg.version].join('\n');
  const name = `${what.codec} ${what.encoder} ${String(size.width)}x${String(size.height)}`;
  const kept = (): Kept['proofs'] => {
    const all = memory.get(KEY) as Kept | undefined;
    return all?.of === of ? all.proofs : {};
  };
  const known = again ? undefined : kept()[name];
  if (known) return known;
  const { isLate, ...proof } = await tryEncoder(tools, what, size, how);
  if (!isLate) memory.set(KEY, { of, proofs: { ...kept(), [name]: proof } } satisfies Kept);
  return proof;
}
