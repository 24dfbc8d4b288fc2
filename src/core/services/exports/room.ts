import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { frameSize, type Codec } from '../../../shared/film.ts';
import type { Output } from '../../../shared/project.ts';
import type { ExportPlan } from '../../../shared/views.ts';
import { diskOf } from '../../machine.ts';
import type { Workplace } from '../../workplace.ts';

/** What an encoder makes of a pixel of our slowly moving pictures at crf 23, at the most; bytes. */
const SOFTWARE_BYTES: Readonly<Record<Codec, number>> = { h264: 0.008, h265: 0.002, av1: 0.002 };
/** Without B-frames (media/encoders/table.ts), whichever the codec. */
const HARDWARE_BYTES = 0.02;
/** Left over for everything else on the disk. */
const SPARE_BYTES = 100e6;

/**
 * An hour of work should not end with a full disk that could have been foreseen.
 * @throws StudioError `disk-full`
 */
export function requireRoom({ paths }: Workplace, plan: ExportPlan, output: Output): void {
  const { width, height } = frameSize(output);
  // Six steps of crf double the size (x264's own rule of thumb; the others are told the same scale).
  const bytesAPixel = output.encoder === 'software' ? SOFTWARE_BYTES[output.codec] : HARDWARE_BYTES;
  const filmBytes = plan.filmSeconds * output.fps * width * height * bytesAPixel * 2 ** ((23 - output.crf) / 6);
  const share = plan.steps === 0 ? 0 : 1 - plan.cached / plan.steps;
  for (const [place, bytes] of [
    [nearestFolder(dirname(plan.file)), filmBytes],
    // Segments, sound and pictures of what is not there yet.
    [paths.root, 2 * filmBytes * share],
  ] as const) {
    const { free, total } = diskOf(place);
    const needed = bytes + SPARE_BYTES;
    // Some network disks do not say how large they are.
    if (total === 0 || free >= needed) continue;
    throw new StudioError(
      ErrorCode.diskFull,
      `The film needs about ${megabytes(needed)} on the disk of ${place}, which has ${megabytes(free)} free.`,
      {
        hint: 'Free some space, trim the cache in the settings, or choose another folder.',
        data: { place, needed, free },
      },
    );
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1e6))} MB`;
}
