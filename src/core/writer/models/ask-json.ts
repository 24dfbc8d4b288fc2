import { z } from 'zod';
import { readJson } from './lenient-json.ts';
import type { ChatMessage, Completion, LanguageModel } from './language-model.ts';
import type { Meter } from './meter.ts';

interface JsonQuestion<Answer> {
  readonly messages: readonly ChatMessage[];
  /** What is demanded, strict as servers want it: every field, no others. */
  readonly demand: z.ZodType;
  /** What is taken: small models do not tell 'a' from ['a']. */
  readonly schema: z.ZodType<Answer>;
  /** What is wrong with an answer of the right form, in words for the model; undefined when nothing is. */
  readonly wrong?: (answer: Answer) => string | undefined;
  readonly settings: Pick<Completion, 'maxTokens' | 'temperature' | 'seed' | 'signal'>;
}

/**
 * An answer of a given form. What is not JSON is repaired where it can be; else, or where something is wrong with it, the
 * model is shown its answer and asked once more. Undefined when it cannot do it.
 */
export async function askJson<Answer>(
  model: LanguageModel,
  meter: Meter,
  { messages, demand, schema, wrong, settings }: JsonQuestion<Answer>,
): Promise<Answer | undefined> {
  const format: Record<string, unknown> = z.toJSONSchema(demand);
  // Servers take the schema without its own address.
  delete format['$schema'];
  const first = await meter.ask(model, { ...settings, messages, schema: format });
  const answer = schema.safeParse(readJson(first.text));
  const complaint = answer.success
    ? wrong?.(answer.data)
    : `It is not JSON of the form that was asked for. ${z.prettifyError(answer.error)}`;
  if (answer.success && complaint === undefined) return answer.data;
  const again = await meter.ask(model, {
    ...settings,
    seed: settings.seed + 1,
    messages: [
      ...messages,
      { role: 'assistant', content: first.text.slice(0, 4_000) },
      { role: 'user', content: `${complaint ?? ''}\nAnswer anew with the JSON alone.` },
    ],
    schema: format,
  });
  const second = schema.safeParse(readJson(again.text));
  if (second.success && wrong?.(second.data) === undefined) return second.data;
  // Of the right form and not all right: the checks of the text say the rest.
  return answer.success ? answer.data : second.data;
}
