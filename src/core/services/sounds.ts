import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { PRIORITIES } from '../../shared/priority.ts';
import type { Artefact } from '../build/stage.ts';
import { bedStage, type BedInput, type LoopOutput } from '../render/bed.ts';
import { ownMusicStage } from '../render/own-music.ts';
import { artefactUrl } from '../serve/addresses.ts';
import type { Workplace } from '../workplace.ts';

/** Music of ours, a place's sound, or a project's own music. */
export type ListenRequest = BedInput['name'] | { readonly projectId: string };

/**
 * A sound alone, to be heard before it is chosen; what was made once is there at once.
 * @throws StudioError `not-found` for a project without music of its own
 */
export async function listen(workplace: Workplace, request: ListenRequest, signal: AbortSignal | undefined) {
  const builder = await workplace.builder();
  const hold = `sound ${randomUUID()}`;
  try {
    const { key, output } = await make(workplace, request, { hold, signal });
    return { sound: artefactUrl(key, output.file), seconds: output.seconds };
  } finally {
    // What cannot be trimmed now is at the next release.
    await builder.release(hold).catch(() => undefined);
  }
}

async function make(
  workplace: Workplace,
  request: ListenRequest,
  { hold, signal }: { readonly hold: string; readonly signal: AbortSignal | undefined },
): Promise<Artefact<LoopOutput>> {
  const [builder, tools] = await Promise.all([workplace.builder(), workplace.media()]);
  const options = { hold, priority: PRIORITIES.shown, signal };
  if (!('projectId' in request)) {
    return builder.make(bedStage, { name: request, pool: workplace.pool(), tools }, { ...options, unit: 'bed' });
  }
  const { projectId } = request;
  const { ownMusic } = workplace.projects().read(projectId).document;
  if (!ownMusic) {
    throw new StudioError(ErrorCode.notFound, 'The project has no music of its own.', {
      hint: 'Add a music file first.',
      data: { projectId },
    });
  }
  const { asset, name } = ownMusic;
  const path = workplace.projects().assetPath(projectId, asset);
  const input = { path, name, sha256: basename(asset, extname(asset)), tools };
  return builder.make(ownMusicStage, input, { ...options, unit: 'music' });
}
