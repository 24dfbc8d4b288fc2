/** A list of films that the command line makes in one go: which stories, where they go, and how each is to be. */
import { z } from 'zod';
import { filmOptionsSchema, volumesSchema } from './film.ts';

/** Some of a film's options: what is not named is left as it is, so nothing here has a default. */
export const askedOptionsSchema = z
  .strictObject({
    ...withoutDefaults(filmOptionsSchema.shape),
    volumes: z.strictObject(withoutDefaults(volumesSchema.shape)).partial(),
  })
  .partial();

type WithoutDefault<Schema> = Schema extends z.ZodDefault<infer Inner> ? Inner : Schema;

function withoutDefaults<Shape extends z.ZodRawShape>(
  shape: Shape,
): { [Name in keyof Shape]: WithoutDefault<Shape[Name]> } {
  const fields = Object.entries(shape).map(([name, schema]) => [
    name,
    schema instanceof z.ZodDefault ? schema.unwrap() : schema,
  ]);
  return Object.fromEntries(fields) as { [Name in keyof Shape]: WithoutDefault<Shape[Name]> };
}

/** One word of a file's name. */
const variantNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u, 'it may have letters, digits, hyphens and dots, such as "upright"');

const batchFilmSchema = z.strictObject({
  /** A story or a studio project; relative to the manifest. */
  story: z.string().min(1),
  /** The film, ending in .mp4; by default the story's name in the batch's folder. */
  output: z
    .string()
    .regex(/\.(mp4|m4v|mov)$/i, 'it has to end in .mp4')
    .optional(),
  options: askedOptionsSchema.optional(),
  /** The same story again and again, each time with options of its own: NAME.mp4 becomes NAME-VARIANT.mp4. */
  variants: z
    .array(z.strictObject({ name: variantNameSchema, options: askedOptionsSchema.default({}) }))
    .min(1)
    .optional(),
});

/** `storyloom render --manifest`. Paths are relative to the manifest; what is nearer to a film goes before what is farther. */
export const batchSchema = z.strictObject({
  /** Where films without an `output` go; the manifest's own folder by default. */
  folder: z.string().min(1).optional(),
  options: askedOptionsSchema.optional(),
  films: z.array(batchFilmSchema).min(1).max(10_000),
});
export type BatchManifest = z.infer<typeof batchSchema>;
