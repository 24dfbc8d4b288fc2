/** Who can write stories here, where they run, and the servers of models that the user has named. */
import { z } from 'zod';

/** Where a text goes when this writer is asked: said before anything leaves the machine. */
const writerPlaceSchema = z.discriminatedUnion('place', [
  z.object({ place: z.literal('computer') }),
  /** `isLocal`: the server answers on this very machine (Ollama, LM Studio, llama.cpp). */
  z.object({ place: z.literal('server'), host: z.string(), isLocal: z.boolean() }),
]);

export const writerViewSchema = z.object({
  /** For WriteRequest.writer and settings.writers: 'storyloom', 'gguf:<model or path>', 'server:<id>'. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['own', 'gguf', 'server']),
  runs: writerPlaceSchema,
  ready: z.boolean(),
  /** When it is not: why, and what to do. */
  whyNot: z.string().optional(),
  hint: z.string().optional(),
  /** Its model in `models.list`, to be fetched there. */
  modelId: z.string().optional(),
  /** Its file on this machine, when the user brought it. */
  file: z.string().optional(),
  licence: z.object({ name: z.string(), url: z.string(), commercialUse: z.string() }).optional(),
});
export type WriterView = Readonly<z.infer<typeof writerViewSchema>>;

/** What a server asks for a million tokens, in a currency of the user's choice. */
const priceSchema = z.strictObject({
  input: z.number().min(0).max(1e6),
  output: z.number().min(0).max(1e6),
  /** 'USD', 'EUR'. */
  currency: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{3}$/, 'three letters, such as USD')
    .default('USD'),
});

/** http or https, without a query; '/v1' and the like belong to it. */
const baseUrlSchema = z
  .string()
  .trim()
  .max(500)
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: 'it has to be an address such as https://api.openai.com/v1 or http://localhost:11434/v1',
    }),
  )
  .refine((text) => !/[?#@]/.test(text), 'an address without a query and without a name or password in it')
  .transform((text) => text.replace(/\/+$/, ''));

/** A server that speaks OpenAI's chat completions. Its API key is kept elsewhere, and never shown again. */
export const serverSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().trim().min(1).max(100),
  baseUrl: baseUrlSchema,
  model: z.string().trim().min(1).max(200),
  price: priceSchema.optional(),
});
export type WritingServer = Readonly<z.infer<typeof serverSchema>>;

export const serverViewSchema = serverSchema.extend({
  /** 'environment': from the variable that is named. */
  key: z.enum(['none', 'kept', 'environment']),
  keyVariable: z.string().optional(),
  runs: writerPlaceSchema,
});
export type ServerView = Readonly<z.infer<typeof serverViewSchema>>;

/** A new server, or changes of one: `id` is made of the name when it is left out. */
export const serverInputSchema = serverSchema.extend({
  id: serverSchema.shape.id.optional(),
  /** Kept; '' forgets the one that is kept, and absent leaves it as it is. */
  apiKey: z.string().trim().max(1000).optional(),
});
export type ServerInput = Readonly<z.infer<typeof serverInputSchema>>;

/** What was found by asking the server for its models and for one word. */
export const serverTestSchema = z.object({
  /** As the server lists them; empty where it has no list. */
  models: z.array(z.string()),
  /** Until the first word, and until the last. */
  firstWordMs: z.number(),
  totalMs: z.number(),
  /** What it makes of a demand for structured output. */
  structured: z.enum(['schema', 'object', 'none']),
  /** Whether it counts its tokens itself; else they are estimated. */
  countsTokens: z.boolean(),
});
export type ServerTest = Readonly<z.infer<typeof serverTestSchema>>;
