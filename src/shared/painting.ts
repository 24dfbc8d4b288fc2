/** One picture from a prompt, and what is seen of any picture while it is painted. */
import { z } from 'zod';
import {
  MOST_ENLARGED_SIDE,
  MOST_GUIDANCE,
  MOST_PICTURE_STEPS,
  MOST_PICTURES,
  PICTURE_ENGINES,
  PICTURE_SIDE,
  PICTURE_UNIT,
} from './pictures.ts';
import { STYLES } from './story.ts';

/** What is longer is no prompt but a text, and is filmed. */
const LONGEST_PROMPT = 2_000;

const enlargedSideSchema = z.int().min(PICTURE_SIDE.least).max(MOST_ENLARGED_SIDE);
const sideSchema = z.int().min(PICTURE_SIDE.least).max(PICTURE_SIDE.most).multipleOf(PICTURE_UNIT);

/** What may be asked of one picture, wherever it is asked; what is left out is as the model's makers advise. */
export const paintShape = {
  prompt: z.string().trim().min(1).max(LONGEST_PROMPT),
  /** What is not to be seen; counts only where `guidance` is above 1. */
  negative: z.string().trim().max(LONGEST_PROMPT).default(''),
  engine: z.enum(PICTURE_ENGINES).default('diffusion'),
  /** Id of an installed picture model; the best one that is here by default. */
  model: z.string().min(1).max(100).optional(),
  /** Of the drawing, where the storybook draws. */
  style: z.enum(STYLES).default('day-storybook'),
  steps: z.int().min(1).max(MOST_PICTURE_STEPS).optional(),
  /** Multiples of 8; the model's own side by default. */
  width: sideSchema.optional(),
  height: sideSchema.optional(),
  /** Of the first picture; each further one has the next. */
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  count: z.int().min(1).max(MOST_PICTURES).default(1),
  /** Classifier-free guidance; 1 or less is without. */
  guidance: z.number().min(0).max(MOST_GUIDANCE).optional(),
  /** How much of what it begins with is painted anew: 0 leaves it, 1 forgets it. Only over a drawing or a picture. */
  strength: z.number().min(0).max(1).optional(),
  /** What is painted is enlarged to this, in pixels; it stays as it is by default. Drawings are drawn at any size. */
  upscale: z.strictObject({ width: enlargedSideSchema, height: enlargedSideSchema }).optional(),
  /** Id of an installed upscaler, or 'lanczos'; by default the one that comes with the program, if any. */
  upscaler: z.string().min(1).max(100).optional(),
};

export const paintRequestSchema = z.strictObject({
  ...paintShape,
  /** Of a picture that was sent to POST /uploads before: painting begins with it. Only for `diffusion`. */
  start: z.string().min(1).max(64).optional(),
});
export type PaintRequest = Readonly<z.output<typeof paintRequestSchema>>;

/** A step that is done, and roughly what the picture looks like by then. */
export const paintStepSchema = z.object({
  /** 1 for the first. */
  step: z.int().min(1),
  steps: z.int().min(1),
  /** A small picture as a data: address, for an `img`; of the first picture where several are painted. */
  preview: z.string().startsWith('data:image/').optional(),
});
export type PaintStepView = Readonly<z.infer<typeof paintStepSchema>>;

export const paintedSchema = z.object({
  pictures: z
    .array(
      z.object({
        /** A PNG that carries its prompt, good for a day. */
        url: z.string().startsWith('/media/'),
        fileName: z.string(),
        bytes: z.number(),
        width: z.int(),
        height: z.int(),
        seed: z.int(),
      }),
    )
    .min(1),
  engine: z.enum(PICTURE_ENGINES),
  /** Where a model painted. */
  model: z.string().optional(),
  steps: z.int().optional(),
  guidance: z.number().optional(),
  strength: z.number().optional(),
  /** By whom it was enlarged. */
  upscaler: z.string().optional(),
  /** What of the prompt did not fit the model's window, or no drawing was found for. */
  dropped: z.array(z.string()),
  /** Ten hexadecimal digits that stand for the model's files. */
  modelHash: z.string().optional(),
  /** They were there, made earlier. */
  cached: z.boolean(),
  /** That it took. */
  seconds: z.number(),
});
export type PaintedView = Readonly<z.infer<typeof paintedSchema>>;

/** Steps as they are done, remarks, and last of all `done`. */
export const paintEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('step'), ...paintStepSchema.shape }),
  z.object({ type: z.literal('notice'), message: z.string() }),
  z.object({ type: z.literal('done'), painted: paintedSchema }),
]);
export type PaintEvent = Readonly<z.infer<typeof paintEventSchema>>;
