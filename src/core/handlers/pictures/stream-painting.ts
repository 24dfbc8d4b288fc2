/** Painting as the contract has it: what is seen of it while it goes on becomes a stream. */
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaintedView, PaintEvent, PaintRequest } from '../../../shared/painting.ts';
import { paintPicture, type PaintedPicture, type PaintedPictures } from './paint-picture.ts';
import type { PaintStep } from '../../providers/painter.ts';
import type { Downloads } from '../../serve/downloads.ts';
import { streamWork } from '../../stream-work.ts';
import type { Workplace } from '../../workplace.ts';
import { viewStep } from './view-step.ts';

/** Ends with `done`. Whoever stops to read stops the painting. */
export function streamPainting(
  workplace: Workplace,
  { start, ...request }: PaintRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaintEvent, void> {
  return streamWork<PaintEvent>(async (tell, stop) => {
    const from = start === undefined ? undefined : await workplace.uploads().path(start);
    // One after the other, in their order; what is done comes after all of them.
    let told = Promise.resolve();
    const onStep = (step: PaintStep): void => {
      told = told.then(async () => {
        tell({ type: 'step', ...(await viewStep(step)) });
      });
      // It is awaited below, unless the painting itself fails.
      told.catch(() => undefined);
    };
    const painted = await paintPicture(
      workplace,
      { ...request, from },
      { signal: stop, onProgress: () => undefined, onStep },
    );
    await told;
    for (const message of painted.notices) tell({ type: 'notice', message });
    tell({ type: 'done', painted: await viewPainted(workplace.downloads(), painted) });
  }, signal);
}

async function viewPainted(downloads: Downloads, painted: PaintedPictures): Promise<PaintedView> {
  const { pictures, engine, model, modelHash, steps, guidance, strength, upscaler, dropped, cached, seconds } = painted;
  const offered = [];
  for (const picture of pictures) offered.push(await offer(downloads, picture));
  return {
    pictures: offered,
    engine,
    model,
    modelHash,
    steps,
    guidance,
    strength,
    upscaler,
    dropped: [...dropped],
    cached,
    seconds,
  };
}

async function offer(
  downloads: Downloads,
  { png, width, height, seed }: PaintedPicture,
): Promise<PaintedView['pictures'][number]> {
  const folder = await downloads.makeFolder();
  try {
    const file = join(folder, 'picture.png');
    await writeFile(file, png);
    return { ...(await downloads.offer(file, `picture-${String(seed)}.png`)), width, height, seed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
