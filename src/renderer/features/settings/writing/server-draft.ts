import type { ServerInput, ServerView } from '../../../../shared/writers.ts';

/** A server as it is typed. */
export interface ServerDraft {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  /** Only what is typed now: a key that is kept is never shown. */
  readonly apiKey: string;
  /** For a million tokens, read and written. */
  readonly input: string;
  readonly output: string;
  readonly currency: string;
}

export type ServerField = keyof ServerDraft;
/** All but the key, which may be anything. */
export type CheckedField = Exclude<ServerField, 'apiKey'>;

/** Servers that many have, as they come. */
export const KNOWN_SERVERS = [
  { name: 'Ollama', baseUrl: 'http://localhost:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://localhost:1234/v1' },
  { name: 'llama.cpp', baseUrl: 'http://localhost:8080/v1' },
  { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1' },
] as const;

export function draftOf(server: ServerView | undefined, language: string): ServerDraft {
  const say = (price: number | undefined): string =>
    price === undefined
      ? ''
      : new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: false }).format(price);
  return {
    name: server?.name ?? '',
    baseUrl: server?.baseUrl ?? '',
    model: server?.model ?? '',
    apiKey: '',
    input: say(server?.price?.input),
    output: say(server?.price?.output),
    currency: server?.price?.currency ?? 'USD',
  };
}

/** The fields that cannot be as they are. Prices may be left out, both of them. */
export function wrongFields(draft: ServerDraft): ReadonlySet<CheckedField> {
  const wrong = new Set<CheckedField>();
  if (draft.name.trim() === '') wrong.add('name');
  if (draft.model.trim() === '') wrong.add('model');
  const url = URL.parse(draft.baseUrl.trim());
  if (!url || !/^https?:$/u.test(url.protocol) || url.search !== '' || url.username !== '') wrong.add('baseUrl');
  if (!hasPrice(draft)) return wrong;
  if (priceOf(draft.input) === undefined) wrong.add('input');
  if (priceOf(draft.output) === undefined) wrong.add('output');
  if (!/^[a-z]{3}$/iu.test(draft.currency.trim())) wrong.add('currency');
  return wrong;
}

/** What is sent. Without a word about the key it stays as it is; '' has it forgotten. */
export function inputOf(
  draft: ServerDraft,
  { id, forgetsKey }: { readonly id: string | undefined; readonly forgetsKey: boolean },
): ServerInput {
  const [input, output] = [priceOf(draft.input), priceOf(draft.output)];
  const key = draft.apiKey.trim();
  return {
    ...(id === undefined ? {} : { id }),
    name: draft.name.trim(),
    baseUrl: draft.baseUrl.trim(),
    model: draft.model.trim(),
    ...(key === '' ? (forgetsKey ? { apiKey: '' } : {}) : { apiKey: key }),
    ...(hasPrice(draft) && input !== undefined && output !== undefined
      ? { price: { input, output, currency: draft.currency.trim().toUpperCase() } }
      : {}),
  };
}

/** A key that is kept is for the address that it was given for, and is sent to no other. */
export function isElsewhere({ baseUrl }: ServerDraft, server: ServerView): boolean {
  return URL.parse(baseUrl.trim())?.origin !== new URL(server.baseUrl).origin;
}

/** A key or a text would go over a network where others can read it. */
export function isUnprotected({ baseUrl }: ServerDraft): boolean {
  const url = URL.parse(baseUrl.trim());
  if (url?.protocol !== 'http:') return false;
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(url.hostname);
}

const hasPrice = ({ input, output }: ServerDraft): boolean => input.trim() !== '' || output.trim() !== '';

/** With a point or a comma. */
function priceOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^\d*\.?\d+$/u.test(plain)) return undefined;
  const value = Number(plain);
  return value <= 1e6 ? value : undefined;
}
