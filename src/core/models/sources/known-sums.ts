/**
 * Files whose checksum nobody has published: what comes first is trusted and remembered, and has to come again whenever the model is
 * fetched anew, also after it was removed.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const sumSchema = z.object({ bytes: z.int(), sha256: z.string() });
const fileSchema = z.record(z.string(), sumSchema);

export type KnownSum = Readonly<z.infer<typeof sumSchema>>;

export interface KnownSums {
  /** Where they are kept. */
  readonly path: string;
  /** @param address of a file, without the host: a mirror has the same */
  get(address: string): KnownSum | undefined;
  remember(address: string, sum: KnownSum): void;
}

/** @param path of the model's own file of sums; it need not be there */
export function openKnownSums(path: string): KnownSums {
  const read = () => {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    path,
    get: (address) => read()[address],
    remember(address, { bytes, sha256 }) {
      const sums = { ...read(), [address]: { bytes, sha256 } };
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.tmp`, `${JSON.stringify(sums, null, 2)}\n`);
      renameSync(`${path}.tmp`, path);
    },
  };
}
