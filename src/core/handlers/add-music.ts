import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRIORITIES } from '../../shared/priority.ts';
import { hashFile } from '../media/hash-file.ts';
import { examineMusic, takeMusic } from '../media/own-music.ts';
import { musicAsset } from '../project/own-music.ts';
import { ownMusicStage } from '../render/own-music.ts';
import type { Workplace } from '../workplace.ts';

/**
 * An uploaded sound file becomes the project's, for the edit that sets `ownMusic`: its sound alone, as it is. It is played to
 * its end once, so that a damaged one is refused now, and is then ready to be heard and mixed.
 * @throws StudioError `not-found`, `input` with what is wrong with the file, `disk-full`, `permission`
 */
export async function addMusic(
  workplace: Workplace,
  { projectId, uploadId }: { readonly projectId: string; readonly uploadId: string },
  signal?: AbortSignal,
): Promise<{ readonly asset: string; readonly name: string; readonly seconds: number }> {
  const { path, name } = await workplace.uploads().path(uploadId);
  const projects = workplace.projects();
  projects.read(projectId);
  const [builder, tools] = await Promise.all([workplace.builder(), workplace.media()]);
  await examineMusic(tools, path, name, signal);
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-music-'));
  const hold = `music ${randomUUID()}`;
  try {
    const target = join(folder, 'music.mka');
    await takeMusic(tools, { path, name, target });
    const sha256 = await hashFile(target);
    const asset = musicAsset(sha256);
    const input = { path: target, name, sha256, tools };
    const { output } = await builder.make(ownMusicStage, input, {
      ...{ unit: 'music', hold, priority: PRIORITIES.shown, signal },
    });
    await projects.addMusic(projectId, target, asset);
    return { asset, name, seconds: output.seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
    // What cannot be trimmed now is at the next release.
    await builder.release(hold).catch(() => undefined);
  }
}
