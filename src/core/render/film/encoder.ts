import { release } from 'node:os';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import { thisMachine } from '../../build/rates.ts';
import { proveEncoder } from '../../media/encoders/proofs.ts';
import type { EncoderProof } from '../../media/encoders/try-encoder.ts';
import { encoderWords } from '../../media/encoders/words.ts';
import type { MediaTools } from '../../media/tools.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import type { Store } from '../../store/store.ts';

/** What encodes a film, once it is known what can. */
export interface ChosenEncoder {
  readonly options: FilmOptions;
  /** See KnownParts. */
  readonly device: string | undefined;
  /** What is done should a graphics card fail on the way. */
  readonly instead: FilmOptions | undefined;
  /** What was asked for and is not done. */
  readonly notices: readonly string[];
}

/** A test encode's result for films of that size, remembered on this machine. */
export function proofOf(
  { tools, store }: { readonly tools: MediaTools; readonly store: Store },
  options: Pick<FilmOptions, 'codec' | 'encoder' | 'shape' | 'size'>,
  how?: { readonly signal?: AbortSignal; readonly again?: boolean },
): Promise<EncoderProof> {
  const memory = {
    get: (key: string) => getSetting(store, key),
    set: (key: string, value: unknown) => {
      setSetting(store, key, value);
    },
  };
  // A new system brings new drivers.
  const machine = `${thisMachine()} ${release()}`;
  return proveEncoder({ tools, machine, memory }, options, frameSize(options), how);
}

/** The encoder that was asked for if it works here, else software: the same codec where it can, else H.264. */
export async function chooseEncoder(
  options: FilmOptions,
  { tools, store }: { readonly tools: MediaTools; readonly store: Store },
  signal?: AbortSignal,
): Promise<ChosenEncoder> {
  const how = signal ? { signal } : {};
  const { works, reason = '', device } = await proofOf({ tools, store }, options, how);
  if (works && options.encoder === 'software') return { options, device, instead: undefined, notices: [] };
  const instead = await bySoftware(options, { tools, store }, how);
  if (works) return { options, device, instead, notices: [] };
  const asked = encoderWords(options);
  const notice = `${asked} does not work on this computer (${reason}): the film is encoded as ${encoderWords(instead)}.`;
  return { options: instead, device: undefined, instead: undefined, notices: [notice] };
}

async function bySoftware(
  options: FilmOptions,
  place: { readonly tools: MediaTools; readonly store: Store },
  how: { readonly signal?: AbortSignal },
): Promise<FilmOptions> {
  const same: FilmOptions = { ...options, encoder: 'software' };
  const { works } = await proofOf(place, same, how);
  return works ? same : { ...same, codec: 'h264' };
}
