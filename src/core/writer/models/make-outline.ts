import { z } from 'zod';
import type { StoryOutline, WriteRequest } from '../../../shared/writing.ts';
import { wordsOf } from '../checks/story-text.ts';
import type { Idea } from '../types.ts';
import { askJson } from './ask-json.ts';
import type { LanguageModel } from './language-model.ts';
import type { Meter } from './meter.ts';
import { outlineMessages } from './prompts.ts';

/** One of 'a' or ['a', 'b'], which small models do not tell apart. */
const wordsSchema = z.string().transform((text) => text.trim());
const listSchema = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/,| and /u).map((each) => each.trim()) : value),
  z.array(wordsSchema),
);
const answerSchema = z.object({
  title: wordsSchema,
  beats: z
    .array(
      z.object({
        title: wordsSchema.default(''),
        who: listSchema.default([]),
        where: wordsSchema.default(''),
        what: wordsSchema.pipe(z.string().min(3)),
        why: wordsSchema.default(''),
        mood: wordsSchema.default(''),
      }),
    )
    .min(2)
    .max(12),
});

const demandSchema = z.strictObject({
  title: z.string(),
  beats: z.array(
    z.strictObject({
      title: z.string(),
      who: z.array(z.string()),
      where: z.string(),
      what: z.string(),
      why: z.string(),
      mood: z.string(),
    }),
  ),
});

/** About sixty words are a scene of a quarter of a minute to half a minute. */
function beatsFor(words: number): number {
  return Math.min(9, Math.max(3, Math.round(words / 60)));
}

/** Undefined when the model cannot make one. */
export async function makeOutline(
  model: LanguageModel,
  meter: Meter,
  request: WriteRequest,
  idea: Idea | undefined,
  signal: AbortSignal,
): Promise<StoryOutline | undefined> {
  const beats = beatsFor(request.words);
  const outline = await askJson(model, meter, {
    messages: outlineMessages(request, idea, beats),
    demand: demandSchema,
    schema: answerSchema,
    wrong: (answer) => missingIn(answer, idea),
    settings: { maxTokens: 150 + beats * 130, temperature: 0.7, seed: request.seed, signal },
  });
  if (!outline) return undefined;
  return {
    title: outline.title,
    beats: outline.beats.map((beat, index) => ({ ...beat, title: beat.title || `Scene ${String(index + 1)}` })),
  };
}

/** Who is named in the idea and in no scene of the plan is never told of. */
function missingIn({ beats }: StoryOutline, idea: Idea | undefined): string | undefined {
  const words = new Set(beats.flatMap(({ what, who, title }) => wordsOf([what, title, ...who].join(' '))));
  const missing = (idea?.characters ?? []).flatMap(({ name }) =>
    name === undefined || wordsOf(name).every((word) => words.has(word) || words.has(`${word}'s`)) ? [] : [name],
  );
  return missing.length > 0 ? `The plan leaves out ${missing.join(' and ')}.` : undefined;
}
