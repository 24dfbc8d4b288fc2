/**
 * A model behind OpenAI's chat completions (POST /chat/completions, streamed), as OpenAI, Ollama, LM Studio, llama.cpp and
 * many others speak it: https://platform.openai.com/docs/api-reference/chat
 */
import { CancelledError, ErrorCode, StudioError, isStudioError, throwIfCancelled } from '../../../shared/errors.ts';
import type { WritingServer } from '../../../shared/writers.ts';
import { estimateTokens, type Completion, type LanguageModel, type Reply } from '../../writer/models/language-model.ts';
import { placeOf } from './address.ts';
import { BACK_OFF, mayPass, retryAfter, waitFor, waitUnlessCancelled, type BackOff } from './back-off.ts';
import { ChatStream, type StreamedReply } from './chat-stream.ts';
import { explainNetwork, explainNotFound, explainStatus, isBroken, readSaid, saidOf, type Asked } from './failures.ts';
import { FULL_DIALECT, requestBody, simplerDialect, type Dialect } from './request-body.ts';

export interface ServerModelOptions {
  readonly server: Pick<WritingServer, 'id' | 'name' | 'baseUrl' | 'model' | 'price'>;
  readonly key: string | undefined;
  /** Until the first word: a local server may have to load its model. Connecting has undici's own ten seconds. */
  readonly firstWordMs?: number;
  /** Longest silence between two words. */
  readonly idleMs?: number;
  readonly backOff?: BackOff;
}

export interface ServerModel extends LanguageModel {
  /** The models that the server lists; undefined when it has no list. */
  models(signal: AbortSignal): Promise<readonly string[] | undefined>;
  /** What was found out of it so far. */
  dialect(): Dialect;
}

/** A model that thinks may need this many times the tokens before it says anything. */
const THINKING = 6;
const FIRST_WORD_MS = 120_000;
const IDLE_MS = 30_000;

/** Keeps what it learned of the server (the dialect) as long as it lives. */
export function createServerModel(options: ServerModelOptions): ServerModel {
  const { server, backOff = BACK_OFF } = options;
  const asked: Asked = { baseUrl: server.baseUrl, model: server.model, key: options.key };
  const { host } = new URL(server.baseUrl);
  const authorization = options.key ? { authorization: `Bearer ${options.key}` } : {};
  const place = placeOf(server.baseUrl);
  let dialect = FULL_DIALECT;

  const models = async (signal: AbortSignal) => {
    try {
      const response = await fetch(`${server.baseUrl}/models`, {
        headers: authorization,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      });
      if (!response.ok) return undefined;
      const json = (await response.json()) as { data?: readonly { id?: unknown }[] };
      return (json.data ?? []).map(({ id }) => String(id)).sort();
    } catch {
      throwIfCancelled(signal);
      return undefined;
    }
  };

  /** One request; what the server says is told apart from what the network does. */
  const request = async (completion: Completion, maxTokens: number): Promise<StreamedReply | Refusal> => {
    const watch = watchSilence(completion.signal, options.firstWordMs ?? FIRST_WORD_MS);
    try {
      const response = await fetch(`${server.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream, application/json',
          ...authorization,
        },
        body: requestBody(server.model, completion, maxTokens, dialect),
        redirect: 'manual',
        signal: watch.signal,
      });
      if (!response.ok || response.body === null) {
        const said = readSaid(await response.text());
        return { status: response.status, said, waitMs: retryAfter(response.headers, Date.now()) };
      }
      const stream = new ChatStream((text) => {
        completion.onText?.(text);
      });
      const isStream = response.headers.get('content-type')?.includes('text/event-stream') ?? false;
      if (!isStream) {
        stream.feedWhole(await response.text());
        return stream.end();
      }
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        watch.heard(options.idleMs ?? IDLE_MS);
        stream.feed(text);
      }
      return stream.end();
    } catch (error) {
      if (completion.signal.aborted) throw new CancelledError();
      if (watch.isSilent()) throw tooSlow(host, watch.hasHeard(), error);
      throw error;
    } finally {
      watch.stop();
    }
  };

  const complete = async (completion: Completion): Promise<Reply> => {
    let maxTokens = completion.maxTokens;
    let attempt = 1;
    const again = async (asked: number | undefined): Promise<boolean> => {
      const wait = waitFor(attempt, asked, backOff);
      if (wait === undefined) return false;
      attempt += 1;
      await waitUnlessCancelled(wait, completion.signal);
      completion.onRestart?.();
      return true;
    };
    for (;;) {
      throwIfCancelled(completion.signal);
      let answer: StreamedReply | Refusal;
      try {
        answer = await request(completion, maxTokens);
      } catch (error) {
        if (isBroken(error) && (await again(undefined))) continue;
        throw isStudioError(error) ? error : (explainNetwork(error, asked) ?? error);
      }
      if ('status' in answer) {
        const { status, said, waitMs } = answer;
        if (mayPass(status) && said.code !== 'insufficient_quota' && (await again(waitMs))) continue;
        const simpler = [400, 415, 422, 501].includes(status)
          ? simplerDialect(dialect, said, completion.schema !== undefined)
          : undefined;
        if (simpler) {
          dialect = simpler;
          continue;
        }
        if (status === 404) throw explainNotFound(said, asked, await models(completion.signal));
        throw explainStatus(status, said, asked);
      }
      if (answer.foreign !== undefined && answer.text === '') throw foreignAnswer(asked);
      if (answer.error !== undefined || !answer.isWhole) {
        if (await again(undefined)) continue;
        if (answer.error !== undefined) throw explainStatus(500, saidOf({ error: answer.error }), asked);
        throw cutOff(host);
      }
      // It thought up to the limit and said nothing.
      if (answer.text.trim() === '' && answer.finish === 'length' && maxTokens === completion.maxTokens) {
        maxTokens *= THINKING;
        continue;
      }
      if (answer.text.trim() === '') throw saidNothing(server.model, host);
      return toReply(answer, completion);
    }
  };

  return {
    id: `server:${server.id}`,
    name: `${server.model} at ${host}`,
    sendsTo: place.place === 'server' && !place.isLocal ? host : undefined,
    price: server.price,
    complete,
    models,
    dialect: () => dialect,
  };
}

interface Refusal {
  readonly status: number;
  readonly said: ReturnType<typeof readSaid>;
  readonly waitMs: number | undefined;
}

function toReply({ text, finish, usage }: StreamedReply, { messages }: Completion): Reply {
  const asked = messages.map(({ content }) => content).join('\n');
  return {
    text,
    finish: finish ?? 'stop',
    usage: usage
      ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens, isEstimate: false }
      : { promptTokens: estimateTokens(asked), completionTokens: estimateTokens(text), isEstimate: true },
  };
}

/** Aborts when nothing is heard for too long; each word heard gives it `idleMs` more. */
function watchSilence(signal: AbortSignal, firstWordMs: number) {
  const silence = new AbortController();
  let hasHeard = false;
  const abort = (): void => {
    silence.abort();
  };
  let timer = setTimeout(abort, firstWordMs);
  return {
    signal: AbortSignal.any([signal, silence.signal]),
    heard(idleMs: number) {
      hasHeard = true;
      clearTimeout(timer);
      timer = setTimeout(abort, idleMs);
    },
    hasHeard: () => hasHeard,
    isSilent: () => silence.signal.aborted,
    stop() {
      clearTimeout(timer);
    },
  };
}

function tooSlow(host: string, hasBegun: boolean, cause: unknown): StudioError {
  return new StudioError(
    ErrorCode.timeout,
    `${host} ${hasBegun ? 'fell silent in the middle' : 'did not begin to write in time'}.`,
    {
      hint: 'See that the server is not overloaded, or choose a smaller model.',
      data: { host },
      cause,
    },
  );
}

function cutOff(host: string): StudioError {
  return new StudioError(ErrorCode.network, `${host} broke off in the middle, several times.`, {
    hint: 'Try again; see that the server still runs.',
    data: { host },
  });
}

function saidNothing(model: string, host: string): StudioError {
  return new StudioError(ErrorCode.network, `${model} at ${host} wrote nothing.`, {
    hint: 'Try again, or choose another model.',
    data: { host, model },
  });
}

function foreignAnswer({ baseUrl }: Asked): StudioError {
  return new StudioError(ErrorCode.notFound, `${baseUrl} answers, but not as a chat server does.`, {
    hint: 'Check the address: most end with /v1, such as http://localhost:11434/v1.',
    data: { baseUrl },
  });
}
