/** What painting begins with, other than noise. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Artefact } from '../../build/stage.ts';
import { cropToFill, decodePicture, uprightSize } from '../../media/raster.ts';
import type { RgbPicture } from '../../providers/painter.ts';
import type { IllustrateOutput } from '../../render/illustrate.ts';
import type { Size } from './size.ts';

/** A picture of a phone's panorama; more is a mistake, or takes the memory that the model needs. */
const MOST_PIXELS = 150e6;

export interface NamedFile {
  readonly path: string;
  /** For people. */
  readonly name: string;
}

export interface StartPicture extends Size {
  /** Cut to the shape of a size and scaled to it; what draws the eye stays. */
  at(size: Size): Promise<RgbPicture>;
}

/** As it is seen, upright. @throws StudioError `not-found` when there is no such file, `input` when it is no picture or too large a one */
export async function readStart({ path, name }: NamedFile): Promise<StartPicture> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) {
    throw new StudioError(ErrorCode.notFound, `There is no file ${name}.`, { hint: 'Check its name and folder.' });
  }
  const { width, height } = await uprightSize(path).catch((cause: unknown) => {
    throw noPicture(name, cause);
  });
  if (width * height > MOST_PIXELS) {
    throw new StudioError(
      ErrorCode.input,
      `${name} has ${String(width)} x ${String(height)} pixels, which is too many.`,
      {
        hint: 'Make it smaller first: 2048 pixels a side are more than can be used.',
      },
    );
  }
  return {
    ...{ width, height },
    at: async (size) => {
      try {
        return (await cropToFill(path, size.width, size.height)).picture;
      } catch (cause) {
        throw noPicture(name, cause);
      }
    },
  };
}

export async function startFromDrawing({
  drawing,
}: {
  readonly drawing: Artefact<IllustrateOutput>;
}): Promise<RgbPicture> {
  const { width, height, pixels } = await decodePicture(join(drawing.directory, drawing.output.picture));
  return { width, height, pixels };
}

function noPicture(name: string, cause: unknown): StudioError {
  return new StudioError(ErrorCode.input, `${name} is no picture that can be read, or it is damaged.`, {
    hint: 'Use a PNG, JPEG, WebP or another common picture file.',
    cause,
  });
}
