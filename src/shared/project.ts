/** A film project as the studio edits it: plain data, saved as JSON; and every edit that can be made to it. */
import { z } from 'zod';
import { finishShape, outputShape } from './film.ts';
import { LONGEST_SCENE, MOST_SCENES } from './limits.ts';
import { PICTURE_ENGINES, picturesShape } from './pictures.ts';
import { assetSchema, heardSceneSchema, recordingFileSchema, tellingShape, toldSchema } from './recording.ts';
import {
  AMBIENCE_CHOICES,
  MOODS,
  MOTIONS,
  SEASONS,
  SETTINGS,
  STYLES,
  TIMES_OF_DAY,
  TRANSITION_CHOICES,
  WEATHERS,
  castIdSchema,
  sceneOverridesSchema,
} from './story.ts';

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

export { assetSchema, LONGEST_SCENE, MOST_SCENES };

const PICTURE_FITS = ['crop', 'blur'] as const;

/** One picture that a scene may have. All that were ever asked for are kept until the author removes them. */
export const takeSchema = z.discriminatedUnion('kind', [
  /** Drawn by the illustrator; another seed is another take. */
  z.strictObject({ kind: z.literal('drawn'), id: idSchema, seed: z.int().min(0) }),
  /** The author's own picture, set into the film's shape by cutting its edges or over a blurred copy of itself. */
  z.strictObject({
    kind: z.literal('own'),
    id: idSchema,
    asset: assetSchema,
    name: z.string().min(1).max(255),
    fit: z.enum(PICTURE_FITS),
  }),
]);
export type Take = Readonly<z.infer<typeof takeSchema>>;

const sceneTextSchema = z.string().max(LONGEST_SCENE);
const titleSchema = z.string().trim().min(1).max(200);

/** A scene; what is not set follows from the text, or from the project. */
export const projectSceneSchema = sceneOverridesSchema.omit({ seed: true }).extend({
  id: idSchema,
  title: titleSchema.optional(),
  /** The author's words. Empty while a new scene is being written: a film leaves it out, and says so. */
  text: sceneTextSchema,
  takes: z.array(takeSchema).min(1).max(50),
  /** The take that is in the film. */
  take: idSchema,
  /** Where it was recorded. Absent where the narrator reads it. */
  told: z.array(toldSchema).min(1).max(500).optional(),
});
export type ProjectScene = Readonly<z.infer<typeof projectSceneSchema>>;

/** What the film is exported as, unless an export says otherwise. */
export const outputSchema = z.strictObject(outputShape);
export type Output = Readonly<z.infer<typeof outputSchema>>;

/** A sound file of the author's. */
const ownMusicSchema = z.strictObject({ asset: assetSchema, name: z.string().min(1).max(255) });

const lookShape = {
  title: titleSchema,
  style: z.enum(STYLES),
  pictures: picturesShape.pictures,
  /** Null where the model's makers are to decide, as a film's options leave it out (shared/pictures.ts). */
  pictureModel: z.nullable(picturesShape.pictureModel.unwrap()).default(null),
  pictureSteps: z.nullable(picturesShape.pictureSteps.unwrap()).default(null),
  pictureStrength: z.nullable(picturesShape.pictureStrength.unwrap()).default(null),
  upscaler: z.nullable(picturesShape.upscaler.unwrap()).default(null),
  /** The narrator's voice. */
  voice: z.string().min(1).max(64),
  speed: z.number().min(0.5).max(2),
  motion: z.enum(MOTIONS),
  ...finishShape,
  /** The author's own music, for `music: 'own'`; kept while other music is chosen. */
  ownMusic: z.nullable(ownMusicSchema).default(null),
  output: outputSchema,
};

/** The recordings that the story is told in, and how they are used. Absent where there is none. */
const projectRecordingSchema = z.strictObject({
  ...tellingShape,
  files: z.array(recordingFileSchema).min(1).max(MOST_SCENES),
});

/** What an edit may set of them: without defaults, or what is not named would be reset. */
const lookPatchShape = Object.fromEntries(
  Object.entries(lookShape).map(([name, schema]) => [name, schema instanceof z.ZodDefault ? schema.unwrap() : schema]),
) as unknown as { [Name in keyof typeof lookShape]: WithoutDefault<(typeof lookShape)[Name]> };
type WithoutDefault<Schema> = Schema extends z.ZodDefault<infer Inner> ? Inner : Schema;

export const projectDocumentSchema = z.strictObject({
  storyloom: z.literal(2),
  ...lookShape,
  /** Respellings, or IPA between slashes, by the word in lower case. */
  pronunciations: z.record(z.string().min(1).max(100), z.string().min(1).max(200)),
  /** The voice of a member of the cast, for what they say within quotation marks. */
  characterVoices: z.record(castIdSchema, z.string().min(1).max(64)),
  recording: projectRecordingSchema.optional(),
  scenes: z.array(projectSceneSchema).min(1).max(MOST_SCENES),
});
export type ProjectDocument = Readonly<z.infer<typeof projectDocumentSchema>>;

/** What of a scene may be set in place; null gives it back to the text or the project. */
const scenePatchSchema = z
  .strictObject({
    text: sceneTextSchema,
    title: titleSchema.nullable(),
    setting: z.enum(SETTINGS).nullable(),
    time: z.enum(TIMES_OF_DAY).nullable(),
    season: z.enum(SEASONS).nullable(),
    weather: z.enum(WEATHERS).nullable(),
    mood: z.enum(MOODS).nullable(),
    style: z.enum(STYLES).nullable(),
    pictures: z.enum(PICTURE_ENGINES).nullable(),
    voice: z.string().min(1).max(64).nullable(),
    speed: z.number().min(0.5).max(2).nullable(),
    pauseAfter: z.number().min(0).max(10).nullable(),
    motion: z.enum(MOTIONS).nullable(),
    transition: z.enum(TRANSITION_CHOICES).nullable(),
    ambience: z.enum(AMBIENCE_CHOICES).nullable(),
    shown: z.array(castIdSchema).max(20).nullable(),
    hidden: z.array(castIdSchema).max(20).nullable(),
  })
  .partial();
export type ScenePatch = Readonly<z.infer<typeof scenePatchSchema>>;

/** Everything that can be done to a project. Undo and redo take one of these back, or do it again. */
export const editSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('set-project'), set: z.strictObject(lookPatchShape).partial() }),
  z.strictObject({ type: z.literal('set-scene'), sceneId: idSchema, set: scenePatchSchema }),
  /** The same for every scene, such as one style for all. */
  z.strictObject({ type: z.literal('set-all-scenes'), set: scenePatchSchema.omit({ text: true, title: true }) }),
  z.strictObject({
    type: z.literal('set-pronunciation'),
    word: z.string().trim().min(1).max(100),
    spoken: z.nullable(z.string().trim().min(1).max(200)),
  }),
  z.strictObject({
    type: z.literal('set-character-voice'),
    castId: castIdSchema,
    voice: z.nullable(z.string().min(1).max(64)),
  }),
  /** `at` counts UTF-16 units of the scene's text; white space around the cut falls away. */
  z.strictObject({ type: z.literal('split-scene'), sceneId: idSchema, at: z.int().min(0) }),
  /** With the scene after it, whose words become a new paragraph. */
  z.strictObject({ type: z.literal('merge-scene'), sceneId: idSchema }),
  /** To the place before another scene, or to the end. The moved ones keep their order. */
  z.strictObject({
    type: z.literal('move-scenes'),
    sceneIds: z.array(idSchema).min(1),
    before: z.nullable(idSchema),
  }),
  z.strictObject({ type: z.literal('add-scene'), before: z.nullable(idSchema), text: sceneTextSchema }),
  z.strictObject({ type: z.literal('delete-scenes'), sceneIds: z.array(idSchema).min(1) }),
  z.strictObject({
    type: z.literal('replace-text'),
    find: z.string().min(1).max(500),
    replacement: z.string().max(500),
    matchCase: z.boolean(),
    wholeWords: z.boolean(),
    /** All scenes by default. */
    sceneIds: z.array(idSchema).optional(),
  }),
  /** Another drawing of the scene; it becomes the chosen one. */
  z.strictObject({ type: z.literal('add-take'), sceneId: idSchema }),
  /** The author's own picture, uploaded before; it becomes the chosen one. */
  z.strictObject({
    type: z.literal('add-own-picture'),
    sceneId: idSchema,
    asset: assetSchema,
    name: z.string().min(1).max(255),
    fit: z.enum(PICTURE_FITS),
  }),
  z.strictObject({
    type: z.literal('fit-own-picture'),
    sceneId: idSchema,
    takeId: idSchema,
    fit: z.enum(PICTURE_FITS),
  }),
  z.strictObject({ type: z.literal('choose-take'), sceneId: idSchema, takeId: idSchema }),
  /** Not the last one. */
  z.strictObject({ type: z.literal('remove-take'), sceneId: idSchema, takeId: idSchema }),
  /**
   * Another spelling of a word of a told scene, by its number in the text (wordsOfText): it keeps its time. Several words share
   * it; with none the word is still heard and no longer shown.
   */
  z.strictObject({
    type: z.literal('correct-word'),
    sceneId: idSchema,
    word: z.int().min(0),
    text: z.string().trim().max(200),
  }),
  /** Own voice or narrated anew, and how recordings are cleaned. */
  z.strictObject({ type: z.literal('set-recording'), set: z.strictObject(tellingShape).partial() }),
  /** The scene is told in a recording that was listened to; it had other words before, or none. */
  z.strictObject({ type: z.literal('add-recording'), sceneId: idSchema, heard: heardSceneSchema }),
  /** The words stay, and the narrator reads them. */
  z.strictObject({ type: z.literal('remove-recording'), sceneId: idSchema }),
]);
export type Edit = Readonly<z.infer<typeof editSchema>>;

export const EDIT_TYPES = editSchema.options.map(({ shape }) => shape.type.value);
