/** What every model that writes can do, wherever it runs. */

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Completion {
  readonly messages: readonly ChatMessage[];
  /** JSON Schema of an object: the text is to be such JSON. Not every model keeps to it. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
  /** 0..2. */
  readonly temperature: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Hears the text as it comes. */
  readonly onText?: (text: string) => void;
  /** What was heard so far is void: the connection broke, and the model begins again. */
  readonly onRestart?: () => void;
}

export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Reckoned from the text's length, as nobody counted. */
  readonly isEstimate: boolean;
}

export interface Reply {
  readonly text: string;
  readonly usage: TokenUsage;
  /** 'length': it was cut off at maxTokens. */
  readonly finish: 'stop' | 'length';
}

export interface LanguageModel {
  /** A writer's id (WriteRequest.writer). */
  readonly id: string;
  /** For people: 'gpt-4o-mini at api.openai.com'. */
  readonly name: string;
  /** Another machine's name, when the text leaves this one. */
  readonly sendsTo?: string | undefined;
  /** For a million tokens, where they are paid. */
  readonly price?: { readonly input: number; readonly output: number; readonly currency: string } | undefined;
  /** @throws StudioError in words for the user; CancelledError */
  complete(completion: Completion): Promise<Reply>;
}

/** English prose has about four letters a token in the vocabularies of today. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
