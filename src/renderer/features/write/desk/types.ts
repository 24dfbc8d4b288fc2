/** What lies on the writing desk: the idea as it stands in the form, and every story that was written from one. */
import { z } from 'zod';
import {
  brokenPromiseSchema,
  storyOutlineSchema,
  writeRequestSchema,
  writtenStorySchema,
} from '../../../../shared/writing.ts';

// The page's policy lets no code be made of text, which the schemas would try to.
z.config({ jitless: true });

/** All of a request but the seed, which every story has its own of. */
export const formSchema = writeRequestSchema.omit({ seed: true });
export type IdeaForm = Readonly<z.infer<typeof formSchema>>;

export const EMPTY_FORM: IdeaForm = formSchema.parse({ idea: '' });

const sceneSchema = z.object({ title: z.string(), text: z.string() });
export type DeskScene = Readonly<z.infer<typeof sceneSchema>>;

export const deskStorySchema = z.object({
  id: z.string(),
  request: writeRequestSchema,
  startedAt: z.number(),
  /** 'broken-off': its page went away while it was written. */
  state: z.enum(['writing', 'done', 'stopped', 'broken-off', 'failed']),
  title: z.string(),
  outline: storyOutlineSchema.optional(),
  /** One for each beat of the outline; without text until it is written. */
  scenes: z.array(sceneSchema),
  broken: z.array(brokenPromiseSchema),
  notices: z.array(z.string()),
  writer: z.string().optional(),
  usage: writtenStorySchema.shape.usage,
  failure: z.object({ message: z.string(), hint: z.string().optional() }).optional(),
  /** The author has changed what was written. */
  isEdited: z.boolean(),
  /** The project that was made of it. */
  projectId: z.string().optional(),
});
export type DeskStory = Readonly<z.infer<typeof deskStorySchema>>;
