/** The author's own music among a project's files. Whether it can be played is for who has ffmpeg (handlers/add-music.ts). */
import { copyFile, open } from 'node:fs/promises';
import { makeFile } from './keep-file.ts';

const ENDING = '.mka';
/** What every Matroska file begins with (RFC 8794, EBML). */
const EBML = '1a45dfa3';

/** The name of a Matroska file of sound among a project's files. @param sha256 of its bytes, hex */
export function musicAsset(sha256: string): string {
  return sha256 + ENDING;
}

/** @param target where the asset belongs */
export async function keepOwnMusic(path: string, target: string): Promise<void> {
  await makeFile(target, (temporary) => copyFile(path, temporary));
}

export function isMusic(asset: string): boolean {
  return asset.endsWith(ENDING);
}

/** As far as can be seen without playing it. */
export async function looksLikeMusic(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('hex') === EBML;
  } finally {
    await file.close();
  }
}
