import { z } from 'zod';
import type { Style } from './story.ts';

/**
 * Who makes the pictures: the storybook draws them, a diffusion model paints them, or it paints over what the storybook drew,
 * so that places and figures stay where they are from scene to scene.
 */
export const PICTURE_ENGINES = ['storybook', 'diffusion', 'over-storybook'] as const;
export type PictureEngine = (typeof PICTURE_ENGINES)[number];

/** Sides of a painted picture are whole multiples of this: a latent pixel is as wide. */
export const PICTURE_UNIT = 8;
/** Pixels of a painted picture's side. */
export const PICTURE_SIDE = { least: 64, most: 2_048 } as const;
/** Pixels of a side that a painted picture may be enlarged to. */
export const MOST_ENLARGED_SIDE = 8_192;
/** That are painted at once. */
export const MOST_PICTURES = 16;
export const MOST_PICTURE_STEPS = 150;
export const MOST_GUIDANCE = 50;

/** Enlarging without a model. */
export const LANCZOS = 'lanczos';
/** Enlarges what is painted where no other is named, once it is among the models. */
export const DEFAULT_UPSCALER = 'crisp';

/** How a film's pictures are made; a project has the same. What is left out is as the model's makers advise. */
export const picturesShape = {
  pictures: z.enum(PICTURE_ENGINES).default('storybook'),
  /** Id of an installed picture model; the best one that is here by default. */
  pictureModel: z.string().min(1).optional(),
  pictureSteps: z.int().min(1).max(MOST_PICTURE_STEPS).optional(),
  /** Of painting over the storybook: 0 leaves the drawing as it is, 1 forgets it; by the style by default. */
  pictureStrength: z.number().min(0).max(1).optional(),
  /** Id of an installed upscaler, or 'lanczos': enlarges what is painted; by default the one that comes with the program, if any. */
  upscaler: z.string().min(1).optional(),
};

/**
 * How much of the storybook's drawing is painted anew where nobody says so (0..1). What has a surface of its own (paper, water)
 * is kept more of, or the model's brush would cover it.
 */
export const STYLE_STRENGTHS: Readonly<Record<Style, number>> = {
  ...{ 'day-storybook': 0.6, 'night-storybook': 0.55, paper: 0.45, watercolour: 0.5, pastel: 0.55 },
};
