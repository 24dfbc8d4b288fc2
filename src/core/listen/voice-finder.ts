import { hashFile } from '../media/hash-file.ts';
import { resourcePath } from '../paths.ts';

/** The voice finder's graph, which comes with the program. */
export async function voiceFinder(): Promise<{ readonly path: string; readonly sha256: string }> {
  const path = resourcePath('voice', 'silero-vad.onnx');
  return { path, sha256: await hashFile(path) };
}
