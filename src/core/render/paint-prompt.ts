import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json, Stage } from '../build/stage.ts';
import { encodePng } from '../media/raster.ts';
import type { Painter, PaintRequest, PaintStep } from '../providers/painter.ts';

export interface PaintPromptInput {
  readonly request: PaintRequest;
  readonly painter: Painter;
  /** Hears of every step; no part of the key. */
  readonly onStep?: (step: PaintStep) => void;
}

export interface PaintPromptOutput {
  /** PNGs in the stage's folder. */
  readonly pictures: readonly {
    readonly file: string;
    readonly width: number;
    readonly height: number;
    readonly seed: number;
  }[];
  readonly dropped: readonly string[];
  readonly steps: number;
  readonly guidance: number;
}

/** Pictures of a prompt as somebody typed it; what is painted for a scene is made of its graph instead. */
export const paintPromptStage = {
  name: 'paint-prompt',
  version: 1,
  identity: ({ request, painter }) => {
    const { prompt, negative, width, height, seed, count = 1, start } = request;
    const { steps = painter.steps, guidance = painter.guidance } = request;
    const from = start && { picture: digestOf(start.picture.pixels), strength: start.strength };
    return { prompt, negative, size: [width, height], steps, guidance, seed, count, from, painter: painter.identity() };
  },
  run: async ({ request, painter, onStep }, { directory, signal, priority, report, took }) => {
    const painted = await painter.paint(request, {
      signal,
      priority,
      onProgress: report,
      ...(onStep ? { onStep } : {}),
    });
    took(painted.milliseconds);
    const pictures = await Promise.all(
      painted.pictures.map(async ({ seed, ...picture }, index) => {
        const file = `picture-${String(index + 1)}.png`;
        await writeFile(join(directory, file), await encodePng({ ...picture, channels: 3 }));
        return { file, width: picture.width, height: picture.height, seed };
      }),
    );
    const { dropped, steps, guidance } = painted;
    return { pictures, dropped, steps, guidance };
  },
} satisfies Stage<PaintPromptInput, PaintPromptOutput>;

function digestOf(pixels: Uint8Array): Json {
  return createHash('sha256').update(pixels).digest('hex');
}
