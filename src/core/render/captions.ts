import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BurnIn } from '../captions/types.ts';
import type { BurnedCaptions } from '../media/burn-in.ts';
import type { MediaTools } from '../media/tools.ts';

const CAPTIONS_FILE = 'captions.ass';

/** What of burned-in captions goes into a segment's key: nothing at all where there are none. */
export function captionsIdentity(captions: BurnIn | undefined) {
  if (!captions) return {};
  return { captions: { ass: createHash('sha256').update(captions.ass).digest('hex'), fonts: captions.fontsDigest } };
}

/** For ffmpeg, which reads them from a file: in the segment's folder, where whoever looks for the words finds them. */
export async function writeCaptions(
  captions: BurnIn | undefined,
  directory: string,
): Promise<BurnedCaptions | undefined> {
  if (!captions) return undefined;
  const assFile = join(directory, CAPTIONS_FILE);
  await writeFile(assFile, captions.ass);
  return { assFile, fontsFolder: captions.fonts };
}

/** Why this machine's ffmpeg cannot burn captions in, for the user; undefined when it can. */
export function burnInProblem({ capabilities, ffmpeg }: MediaTools): string | undefined {
  if (capabilities.filters.has('ass') && capabilities.filters.has('setparams')) return undefined;
  return (
    `The film has no captions: ffmpeg ${ffmpeg.version} was built without libass. ` +
    'Install one that has it (https://ffmpeg.org/download.html), or set the path of one, and render again.'
  );
}
