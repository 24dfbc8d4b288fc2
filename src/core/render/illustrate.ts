import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CastMember, SceneGraph, Style } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import type { Illustrator } from '../providers/illustrator.ts';
import type { Live } from '../storybook/live.ts';

export interface IllustrateInput {
  readonly graph: SceneGraph;
  /** The whole story's cast; only those who appear are in the key. */
  readonly cast: readonly CastMember[];
  /** What stands for the whole story; who it is about first when it is not given. */
  readonly story?: string | undefined;
  readonly style: Style;
  readonly seed: number;
  /** Pixels; larger than the film, so that the camera has room to move. */
  readonly width: number;
  readonly height: number;
  readonly illustrator: Illustrator;
}

/** A part of the picture: x, y, width and height as parts of the whole, 0..1. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureLayer {
  readonly name: string;
  /** RGBA PNG in the stage's folder, cropped to `box` (pixels). */
  readonly file: string;
  /** 0 (far) .. 1 (near). */
  readonly depth: number;
  /** Pixels of the picture; the clouds' is wider than it on both sides. */
  readonly box: PictureBox;
  /** What leaves the box on one side comes in again on the other: it repeats every `box.width`. */
  readonly wraps?: boolean;
}

export interface IllustrateOutput {
  /** Opaque PNG in the stage's folder. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  /** Who acts, heads included: what the camera keeps in sight. */
  readonly focus: PictureBox;
  readonly heads: readonly PictureBox[];
  /** Back to front; laid one over the other they are the picture. */
  readonly layers: readonly PictureLayer[];
  /** Absent for a picture that is no drawing of ours. */
  readonly live?: Live;
  readonly notDrawn: readonly { readonly word: string; readonly reason: string }[];
}

const PICTURE_FILE = 'picture.png';

/** One scene's picture and its layers. */
export const illustrateStage: Stage<IllustrateInput, IllustrateOutput> = {
  name: 'illustrate',
  version: 1,
  identity: (input) => ({
    graph: input.graph as unknown as Json,
    cast: appearing(input) as unknown as Json,
    story: storyOf(input),
    style: input.style,
    seed: input.seed,
    size: [input.width, input.height],
    illustrator: input.illustrator.identity(),
  }),
  run: async (input, context) => {
    const { graph, style, seed, width, height, illustrator } = input;
    const drawn = await illustrator.draw(
      { graph, cast: appearing(input), story: storyOf(input), style, seed, width, height },
      {
        signal: context.signal,
        priority: context.priority,
        onProgress: (value) => {
          context.report(value);
        },
      },
    );
    context.took(drawn.milliseconds);
    await writeFile(join(context.directory, PICTURE_FILE), drawn.picture);
    const layers = await Promise.all(
      drawn.layers.map(async ({ name, depth, box, wraps, png }): Promise<PictureLayer> => {
        const file = `${name}.png`;
        await writeFile(join(context.directory, file), png);
        return { name, file, depth, box, ...(wraps ? { wraps } : {}) };
      }),
    );
    const { focus, heads, live, notDrawn } = drawn;
    return { picture: PICTURE_FILE, width, height, focus, heads, layers, live, notDrawn };
  },
};

function appearing({ graph, cast }: IllustrateInput): readonly CastMember[] {
  const ids = new Set(graph.entities.map(({ castId }) => castId));
  return cast.filter(({ id }) => ids.has(id));
}

function storyOf({ cast, story }: IllustrateInput): string {
  return story ?? cast[0]?.id ?? '';
}
