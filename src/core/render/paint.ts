import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Style } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import { decodePicture, encodePng, RASTER_VERSION, resizePicture } from '../media/raster.ts';
import type { Painter, RgbPicture } from '../providers/painter.ts';
import { fitPrompt } from '../story/prompt/fit.ts';
import { hashText } from '../story/hash.ts';
import { shippedLexicon } from './plan.ts';
import { joinPhrases, type ScenePrompt } from '../story/prompt/phrases.ts';
import { keepTaught, taughtNegative } from '../story/prompt/taught.ts';

/** A picture that painting begins with. */
export interface PaintStart {
  readonly path: string;
  /** Of the artefact that it comes from. */
  readonly digest: string;
  /** How much of it is painted anew, 0..1. */
  readonly strength: number;
}

export interface PaintInput {
  readonly prompt: ScenePrompt;
  readonly style: Style;
  /** Pixels, multiples of 8; near the model's own size, whatever the film's (paint-size.ts). */
  readonly width: number;
  readonly height: number;
  /** The model's own by default. */
  readonly steps?: number | undefined;
  /** The storybook's drawing of the scene, where it is painted over. */
  readonly start?: PaintStart | undefined;
  readonly painter: Painter;
}

export interface PaintOutput {
  /** PNG in the stage's folder. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  /** As the model was given it. */
  readonly prompt: string;
  readonly negative: string;
  /** What of the scene's prompt the model was not given, because its text encoder reads no more. */
  readonly dropped: readonly string[];
  /** Words of the scene that the model was never taught, where it says what it was. */
  readonly untaught: readonly string[];
  readonly seed: number;
  readonly steps: number;
  readonly guidance: number;
  /** The model's id. */
  readonly model: string;
}

const PAINTING_FILE = 'painting.png';

/**
 * One scene's picture as a diffusion model paints it, small. Its key is prompt, negative prompt, the pictures it is made from,
 * style, seed, size, steps and the model's files, with what the model's makers advise where nothing is asked for: another model,
 * or a new version of it, never meets an old picture.
 */
export const paintStage: Stage<PaintInput, PaintOutput> = {
  name: 'paint',
  version: 3,
  identity: ({ prompt, style, width, height, steps, start, painter }) => ({
    prompt: prompt.phrases as unknown as Json,
    negative: prompt.negative,
    // Sorted, for it does not matter in which order pictures are named.
    references: [start].flatMap((picture) => (picture ? [picture.digest] : [])).toSorted(),
    strength: start?.strength,
    raster: start && RASTER_VERSION,
    style,
    seed: prompt.seed,
    size: [width, height],
    steps: steps ?? painter.steps,
    guidance: painter.guidance,
    painter: painter.identity(),
    // What its few words stand for.
    lexicon: painter.words && shippedLexicon().version,
  }),
  run: async ({ prompt, width, height, steps, start, painter }, context) => {
    const { signal, priority, report, took, directory } = context;
    const { phrases, untaught } = painter.words
      ? keepTaught(prompt.phrases, painter.words, shippedLexicon())
      : { ...prompt, untaught: [] };
    const fitted = await fitPrompt(phrases, painter.window, (text) => painter.countTokens(text));
    const negative = painter.words ? taughtNegative(prompt.negative, painter.words) : prompt.negative;
    const seed = painter.words ? memberOfFamily(prompt) : prompt.seed;
    const begin = start && { picture: await beginWith(start, width, height), strength: start.strength };
    const painted = await painter.paint(
      { prompt: fitted.prompt, negative, width, height, steps, seed, start: begin },
      { signal, priority, onProgress: report },
    );
    took(painted.milliseconds);
    await writeFile(join(directory, PAINTING_FILE), await encodePng({ ...painted.pictures[0]!, channels: 3 }));
    return {
      ...{ picture: PAINTING_FILE, width, height, prompt: fitted.prompt, negative, seed },
      ...{ dropped: [...fitted.dropped, ...painted.dropped], untaught },
      ...{ steps: painted.steps, guidance: painted.guidance, model: painter.id },
    };
  },
};

/**
 * To a model of few words most scenes of a figure in one place are the same prompt: the same noise would be the same picture again and
 * again. What it cannot be told of a scene moves things about at least; figures look alike by its words.
 */
export function memberOfFamily({ phrases, seed }: Pick<ScenePrompt, 'phrases' | 'seed'>): number {
  return (seed + hashText(joinPhrases(phrases))) >>> 0;
}

/** Stretched by a hundredth at most: the painting is stretched back when it is enlarged, so that everything stays in its place. */
async function beginWith({ path }: PaintStart, width: number, height: number): Promise<RgbPicture> {
  const { pixels } = await resizePicture(await decodePicture(path), width, height);
  return { width, height, pixels };
}
