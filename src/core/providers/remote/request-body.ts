/** What a chat completion is asked with, and what is left out for servers that do not know all of it. */
import type { Completion } from '../../writer/models/language-model.ts';
import type { Said } from './failures.ts';

/** What a server turned out to take; found out once, then kept for it. */
export interface Dialect {
  /** How structured output is demanded. */
  readonly structured: 'schema' | 'object' | 'none';
  /** Newer models of OpenAI's have another name for it. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  readonly hasTemperature: boolean;
  /** `seed` and `stream_options`. */
  readonly hasExtras: boolean;
}

export const FULL_DIALECT: Dialect = {
  structured: 'schema',
  limit: 'max_tokens',
  hasTemperature: true,
  hasExtras: true,
};

export function requestBody(model: string, completion: Completion, maxTokens: number, dialect: Dialect): string {
  const { messages, schema, temperature, seed } = completion;
  return JSON.stringify({
    model,
    messages,
    stream: true,
    [dialect.limit]: maxTokens,
    ...(dialect.hasTemperature ? { temperature } : {}),
    ...(dialect.hasExtras ? { seed, stream_options: { include_usage: true } } : {}),
    ...(schema ? responseFormat(schema, dialect.structured) : {}),
  });
}

function responseFormat(schema: object, structured: Dialect['structured']): object {
  if (structured === 'none') return {};
  if (structured === 'object') return { response_format: { type: 'json_object' } };
  return { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } };
}

/**
 * What to try after a refusal (400, 415, 422, 501): without what the server named, else without the most special that was
 * asked for. Undefined when nothing is left to leave out.
 */
export function simplerDialect(dialect: Dialect, { param }: Said, hasSchema: boolean): Dialect | undefined {
  if (param === 'max_tokens' && dialect.limit === 'max_tokens') return { ...dialect, limit: 'max_completion_tokens' };
  if (param === 'temperature' && dialect.hasTemperature) return { ...dialect, hasTemperature: false };
  if ((param === 'seed' || param?.startsWith('stream_options')) && dialect.hasExtras) {
    return { ...dialect, hasExtras: false };
  }
  if (hasSchema && dialect.structured === 'schema') return { ...dialect, structured: 'object' };
  if (hasSchema && dialect.structured === 'object') return { ...dialect, structured: 'none' };
  if (dialect.hasExtras) return { ...dialect, hasExtras: false };
  return undefined;
}
