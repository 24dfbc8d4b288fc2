import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { ServerInput, ServerTest } from '../../../shared/writers.ts';
import { createServerModel } from '../../providers/remote/server-model.ts';
import { readJson } from '../../writer/models/lenient-json.ts';
import type { Workplace } from '../../workplace.ts';
import { findKey } from './keys.ts';

const answerSchema = z.object({ word: z.string() });

/**
 * Asks a server for one word as JSON, kept or not: whatever is wrong with its address, key or model comes out here.
 * @throws StudioError as a story would
 */
export async function testServer(workplace: Workplace, input: ServerInput, signal: AbortSignal): Promise<ServerTest> {
  const { apiKey, id = 'new', ...given } = input;
  const server = { ...given, id };
  const key = apiKey === undefined ? findKey(workplace.paths, server)?.key : apiKey || undefined;
  const model = createServerModel({ server, key });
  const started = performance.now();
  let firstWordMs: number | undefined;
  const reply = await model.complete({
    messages: [{ role: 'user', content: 'Answer with JSON of this form and nothing else: {"word": "hello"}' }],
    schema: z.toJSONSchema(answerSchema),
    maxTokens: 40,
    temperature: 0,
    seed: 1,
    signal,
    onText: () => {
      firstWordMs ??= performance.now() - started;
    },
  });
  const totalMs = performance.now() - started;
  const keeps = answerSchema.safeParse(readJson(reply.text)).success;
  return {
    models: [...((await model.models(signal)) ?? [])],
    firstWordMs: Math.round(firstWordMs ?? totalMs),
    totalMs: Math.round(totalMs),
    structured: keeps ? model.dialect().structured : 'none',
    countsTokens: !reply.usage.isEstimate,
  };
}
