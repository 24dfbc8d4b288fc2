import { z } from 'zod';

/**
 * Who makes the pictures: the storybook draws them, a diffusion model paints them, or it paints over what the storybook drew,
 * so that places and figures stay where they are from scene to scene.
 */
export const PICTURE_ENGINES = ['storybook', 'diffusion', 'over-storybook'] as const;
export type PictureEngine = (typeof PICTURE_ENGINES)[number];

/** How a film's pictures are made; a project has the same. What is left out is as the model's makers advise. */
export const picturesShape = {
  pictures: z.enum(PICTURE_ENGINES).default('storybook'),
  /** Id of an installed picture model; the best one that is here by default. */
  pictureModel: z.string().min(1).optional(),
  pictureSteps: z.int().min(1).max(150).optional(),
  /** Of painting over the storybook: 0 leaves the drawing as it is, 1 forgets it; by the style by default. */
  pictureStrength: z.number().min(0).max(1).optional(),
};

/** Sides of a painted picture are whole multiples of this: a latent pixel is as wide. */
export const PICTURE_UNIT = 8;
