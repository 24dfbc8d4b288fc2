/** What a server's refusals and a network's failures mean, and what the user can do. Keys never get into words. */
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { placeOf } from './address.ts';

export interface Asked {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | undefined;
}

const saidSchema = z.object({
  message: z.string().optional(),
  /** 'model_not_found', 'insufficient_quota'; some servers send numbers. */
  code: z.union([z.string(), z.number()]).nullish(),
  /** The field of the request that is wrong. */
  param: z.string().nullish(),
});
export type Said = z.infer<typeof saidSchema>;

/** The error object of an answer: {error: {...}}, {error: '...'}, {message}, {detail}; else the text's beginning. */
export function readSaid(body: string): Said {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { message: body.trim().startsWith('<') ? undefined : body.trim().slice(0, 300) || undefined };
  }
  return saidOf(json);
}

/** The same of what is parsed already. */
export function saidOf(json: unknown): Said {
  const { error, detail } =
    z.object({ error: z.unknown().optional(), detail: z.unknown().optional() }).safeParse(json).data ?? {};
  for (const candidate of [error, json]) {
    if (typeof candidate === 'string') return { message: candidate };
    const said = saidSchema.safeParse(candidate);
    if (said.success && said.data.message !== undefined) return said.data;
  }
  return { message: typeof detail === 'string' ? detail : undefined };
}

/** The server's own words, without the key that some of them repeat. */
function quote({ message }: Said, { key }: Asked): string {
  if (message === undefined) return '';
  const clean = key ? message.replaceAll(key, '[key]') : message;
  return ` It says: "${clean.slice(0, 300)}"`;
}

export function explainStatus(status: number, said: Said, asked: Asked): StudioError {
  const { host } = new URL(asked.baseUrl);
  const words = quote(said, asked);
  const data = { host, status, model: asked.model, ...(said.code ? { serverCode: said.code } : {}) };
  const fail = (code: ErrorCode, message: string, hint: string) =>
    new StudioError(code, `${message}${words}`, { hint, data });
  if (status === 401 || status === 403) {
    return asked.key
      ? fail(
          ErrorCode.permission,
          `${host} did not accept the API key.`,
          'Enter the key anew in the settings of writers.',
        )
      : fail(ErrorCode.permission, `${host} wants an API key.`, 'Enter one in the settings of writers.');
  }
  if (status === 402 || said.code === 'insufficient_quota') {
    return fail(
      ErrorCode.permission,
      `The account at ${host} has no credit left.`,
      'Top it up, or choose another writer.',
    );
  }
  if (status === 413 || said.code === 'context_length_exceeded') {
    return fail(
      ErrorCode.input,
      `The text is too long for ${asked.model}.`,
      'Ask for fewer words, or choose a larger model.',
    );
  }
  if (status === 429) {
    return fail(ErrorCode.network, `${host} is asked too often.`, 'Wait a while, or choose another writer.');
  }
  if (status >= 300 && status < 400) {
    return fail(
      ErrorCode.option,
      `${asked.baseUrl} sends on to another address.`,
      'Enter the address where it leads to.',
    );
  }
  if (status >= 500) {
    return fail(ErrorCode.network, `${host} failed (${String(status)}).`, 'Try again later, or choose another writer.');
  }
  return fail(
    ErrorCode.network,
    `${host} refused the request (${String(status)}).`,
    'Check the address and the model.',
  );
}

/** 404 is said of addresses and of models; `models` is the server's own list, where it gave one. */
export function explainNotFound(said: Said, asked: Asked, models: readonly string[] | undefined): StudioError {
  const { host } = new URL(asked.baseUrl);
  const data = { host, status: 404, model: asked.model };
  if (models === undefined && said.code !== 'model_not_found') {
    return new StudioError(ErrorCode.notFound, `There is no chat server at ${asked.baseUrl}.${quote(said, asked)}`, {
      hint: 'Check the address: most end with /v1, such as http://localhost:11434/v1.',
      data,
    });
  }
  const some = (models ?? []).slice(0, 12);
  return new StudioError(ErrorCode.notFound, `${host} has no model named "${asked.model}".${quote(said, asked)}`, {
    hint: some.length > 0 ? `Choose one of: ${some.join(', ')}.` : 'Check its name, or load it into the server first.',
    data: { ...data, models: some },
  });
}

/** Undefined when it is no failure of the network. */
export function explainNetwork(error: unknown, asked: Asked): StudioError | undefined {
  const { host } = new URL(asked.baseUrl);
  const code = codeOf(error);
  const data = { host, code };
  const fail = (message: string, hint: string, kind: ErrorCode = ErrorCode.network) =>
    new StudioError(kind, message, { hint, data, cause: error });
  if (code === 'ECONNREFUSED') {
    const place = placeOf(asked.baseUrl);
    const isHere = place.place === 'server' && place.isLocal;
    return fail(
      `Nothing answers at ${host}.`,
      isHere
        ? 'Start the server (Ollama, LM Studio, llama.cpp), or correct its port.'
        : 'Check the address and its port.',
    );
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return fail(`${host} was not found.`, 'Check the address, and that you are online.');
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return fail(
      `${host} could not be reached in time.`,
      'Check the address, and that you are online.',
      ErrorCode.timeout,
    );
  }
  if (code.startsWith('CERT_') || code.includes('SELF_SIGNED') || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return fail(`${host} has a certificate that is not trusted.`, 'Check the address, or renew the certificate.');
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO') {
    return fail(`${host} does not speak https.`, 'Try the address with http://.');
  }
  if (error instanceof TypeError || code.startsWith('UND_ERR') || code === 'ECONNRESET' || code === 'EPIPE') {
    return fail(`The connection to ${host} broke.`, 'Try again; see that the server still runs.');
  }
  return undefined;
}

/** A refused connection or an unknown name does not pass by itself; a broken one may. */
export function isBroken(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'EAI_AGAIN'].includes(codeOf(error));
}

/** fetch hides the system's error in causes; several addresses of one name give an AggregateError. */
function codeOf(error: unknown): string {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each instanceof AggregateError) return codeOf(each.errors[0]);
  }
  return '';
}
