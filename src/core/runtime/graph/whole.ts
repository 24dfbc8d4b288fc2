/** A graph with all the files that its weights lie in. */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, posix } from 'node:path';
import { readInterface, type GraphInterface } from './interface.ts';

export interface WholeGraph extends GraphInterface {
  /** By their names in the folder, the graph's own first. */
  readonly files: readonly string[];
  /** Of all its files. */
  readonly bytes: number;
}

/** Words what is wrong with a file of a model. */
export type WordBroken = (file: string, what: string, cause?: unknown) => Error;

/**
 * What a graph wants and gives, once all its files are known to be there and long enough; undefined when it is not there itself.
 * @param file in the folder, with forward slashes
 * @throws what `broken` makes of it
 */
export async function readWhole(directory: string, file: string, broken: WordBroken): Promise<WholeGraph | undefined> {
  const found = await readGraph(directory, file, broken);
  if (!found) return undefined;
  let { bytes } = found;
  const files = [file];
  for (const [name, least] of Object.entries(found.external)) {
    const beside = posix.join(posix.dirname(file), name);
    // Weights are mapped as they are, so a name that leads out of the folder would show us any file of the user's.
    if (isAbsolute(name) || normalize(name).startsWith('..')) {
      throw broken(file, `${file} keeps weights outside its folder, in ${name}.`);
    }
    const size = await sizeOf(directory, beside, file, broken);
    if (size < least) throw broken(beside, `${beside} has been cut short: ${size} bytes of ${least} are here.`);
    bytes += size;
    files.push(beside);
  }
  return { ...found, bytes, files };
}

async function readGraph(directory: string, file: string, broken: WordBroken): Promise<GraphInterface | undefined> {
  try {
    return await readInterface(join(directory, file));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw broken(file, `${file} is no ONNX model, or has been cut short.`, cause);
  }
}

async function sizeOf(directory: string, file: string, owner: string, broken: WordBroken): Promise<number> {
  try {
    return (await stat(join(directory, file))).size;
  } catch (cause) {
    throw broken(file, `${file} is missing; it holds weights of ${owner}.`, cause);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
