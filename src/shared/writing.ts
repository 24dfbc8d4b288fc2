/** Writing a story from an idea: what is asked for, and what comes of it while it is written. */
import { z } from 'zod';

export const AGES = ['3-5', '6-8', '9-12'] as const;
export type Age = (typeof AGES)[number];

export const TONES = ['gentle', 'funny', 'adventurous', 'dreamy'] as const;
export type Tone = (typeof TONES)[number];

/** Words of a story. */
export const STORY_WORDS = { least: 100, most: 800, usual: 250 } as const;
/** What is longer is no idea but a text, and is brought in as one. */
export const LONGEST_IDEA = 2_000;

/** Storyloom's own writer, which needs no model. */
export const OWN_WRITER = 'storyloom';

/** What a model may be chosen for. */
export const WRITING_TASKS = ['outline', 'story', 'title', 'pictures'] as const;
export type WritingTask = (typeof WRITING_TASKS)[number];

/** 'storyloom', 'gguf:<model or path>', 'server:<id>'; a path may be long. */
export const writerIdSchema = z.string().min(1).max(4_100);

export const writeRequestSchema = z.strictObject({
  idea: z.string(),
  age: z.enum(AGES).default('6-8'),
  words: z.int().min(STORY_WORDS.least).max(STORY_WORDS.most).default(STORY_WORDS.usual),
  tone: z.enum(TONES).default('gentle'),
  /** The last scene falls asleep, whatever the idea says. */
  bedtime: z.boolean().default(false),
  /** The same seed is the same story; another is another. */
  seed: z.int().min(0).default(1),
  /** A writer's id for outline, story and title; what the settings say for each task by default. */
  writer: writerIdSchema.optional(),
});
export type WriteRequest = Readonly<z.infer<typeof writeRequestSchema>>;

/** One step of the story, which becomes a scene of the film. */
export const beatSchema = z.object({
  title: z.string(),
  /** Who is in it, by name or kind. */
  who: z.array(z.string()),
  where: z.string(),
  what: z.string(),
  why: z.string(),
  mood: z.string(),
});
export type Beat = Readonly<z.infer<typeof beatSchema>>;

export const storyOutlineSchema = z.object({
  title: z.string(),
  /** The story shape ('rescue'), where the writer has shapes. */
  shape: z.string().optional(),
  beats: z.array(beatSchema).min(1),
});
export type StoryOutline = Readonly<z.infer<typeof storyOutlineSchema>>;

/** What the idea asked for and the text does not keep. */
export const brokenPromiseSchema = z.object({
  kind: z.enum([
    'name',
    'kind',
    'event',
    'ending',
    'stray-name',
    'repetition',
    'length',
    'prompt-text',
    'level',
    'language',
  ]),
  message: z.string(),
});
export type BrokenPromise = Readonly<z.infer<typeof brokenPromiseSchema>>;

export const writtenStorySchema = z.object({
  title: z.string(),
  outline: storyOutlineSchema,
  /** One for each beat; paragraphs parted by a blank line. */
  scenes: z
    .array(
      z.object({
        title: z.string(),
        text: z.string(),
        /** One line: what its picture shows, where a model was chosen to say it. */
        picture: z.string().optional(),
      }),
    )
    .min(1),
  words: z.int(),
  /** Empty when every check holds. */
  broken: z.array(brokenPromiseSchema),
  /** Who told it ('storyloom', 'gguf:…', 'server:…'). */
  writer: z.string(),
  notices: z.array(z.string()),
  /** Of models only. `cost` in the currency that the settings give a price in, where all that was used has one. */
  usage: z
    .object({
      promptTokens: z.int(),
      completionTokens: z.int(),
      calls: z.int(),
      cost: z.number().optional(),
      currency: z.string().optional(),
      /** A server did not count some of it: it was reckoned from the text's length. */
      isEstimate: z.boolean().optional(),
    })
    .optional(),
});
export type WrittenStory = Readonly<z.infer<typeof writtenStorySchema>>;

/** The outline first, then the text sentence by sentence; a repaired scene replaces what was shown of it; the last is `done`. */
export const writeEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('outline'), outline: storyOutlineSchema }),
  /** More of a scene's text, to be put after what was sent of it. */
  z.object({ type: z.literal('text'), scene: z.int().min(0), text: z.string() }),
  z.object({ type: z.literal('scene'), scene: z.int().min(0), title: z.string(), text: z.string() }),
  z.object({ type: z.literal('notice'), message: z.string() }),
  z.object({ type: z.literal('done'), story: writtenStorySchema }),
]);
export type WriteEvent = Readonly<z.infer<typeof writeEventSchema>>;
