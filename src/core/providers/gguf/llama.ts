/** llama.cpp in this process, on the CPU: the only importer of node-llama-cpp, which is loaded with the first model. */
import type { ChatHistoryItem, Llama, LlamaContext, LlamaModel } from 'node-llama-cpp';
import { CancelledError, ErrorCode, isStudioError, StudioError } from '../../../shared/errors.ts';
import type { ChatMessage, Completion, Reply } from '../../writer/models/language-model.ts';

export interface LlamaOwnerOptions {
  /** Cores that no thread of ours uses now: more threads than that make everything slower. */
  readonly freeThreads: () => number;
  /** Those that other programs leave; asked before a model is loaded, while its own work is not counted. */
  readonly idleCores: () => number;
  /** Bytes. */
  readonly freeMemory: () => number;
  /** A model that nobody asked for so long is let go. */
  readonly idleMs?: number;
}

interface Loaded {
  readonly path: string;
  readonly model: LlamaModel;
  readonly context: LlamaContext;
  readonly threads: number;
}

/** A story of 800 words with its plan and demands has about 2,500. */
const CONTEXT_TOKENS = 4096;
const IDLE_MS = 120_000;
/** Beside the weights: what was read of the text, and working memory. */
const ROOM_BYTES = 400e6;

/** One model at a time is in memory, and one text at a time is written, however many ask. */
export class LlamaOwner {
  readonly #options: LlamaOwnerOptions;
  #llama: Promise<Llama> | undefined;
  #loaded: Loaded | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: LlamaOwnerOptions) {
    this.#options = options;
  }

  /** @param bytes of the file at `path` */
  complete(path: string, bytes: number, completion: Completion): Promise<Reply> {
    const run = async (): Promise<Reply> => {
      clearTimeout(this.#idle);
      try {
        if (completion.signal.aborted || this.#isClosed) throw new CancelledError();
        return await this.#write(await this.#load(path, bytes, completion.signal), completion);
      } catch (error) {
        if (completion.signal.aborted) throw new CancelledError();
        throw explain(error, path);
      } finally {
        this.#idle = setTimeout(() => void this.release(), this.#options.idleMs ?? IDLE_MS);
        this.#idle.unref();
      }
    };
    return this.#inTurn(run);
  }

  /** Gives the model's memory back; the next text loads it again. */
  release(): Promise<void> {
    return this.#inTurn(() => this.#unload());
  }

  /** Waits for what is just written, whose signal the caller has aborted. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.release();
    const llama = await this.#llama?.catch(() => undefined);
    await llama?.dispose();
  }

  /** True while a model is in memory. */
  get isLoaded(): boolean {
    return this.#loaded !== undefined;
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #unload(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = undefined;
    await loaded?.context.dispose();
    await loaded?.model.dispose();
  }

  async #load(path: string, bytes: number, signal: AbortSignal): Promise<Loaded> {
    const free = Math.max(1, this.#options.freeThreads());
    if (this.#loaded?.path === path && this.#loaded.threads <= free) return this.#loaded;
    if (this.#loaded?.path === path) {
      const { model, context } = this.#loaded;
      await context.dispose();
      this.#loaded = { path, model, threads: free, context: await createContext(model, free, signal) };
      return this.#loaded;
    }
    await this.#unload();
    const threads = Math.max(1, Math.min(free, this.#options.idleCores()));
    const memory = this.#options.freeMemory();
    if (bytes + ROOM_BYTES > memory) throw noRoom(path, bytes + ROOM_BYTES, memory);
    this.#llama ??= start();
    const llama = await this.#llama;
    const model = await llama.loadModel({ modelPath: path, gpuLayers: 0, loadSignal: signal });
    try {
      this.#loaded = { path, model, threads, context: await createContext(model, threads, signal) };
      return this.#loaded;
    } catch (error) {
      await model.dispose();
      throw error;
    }
  }

  async #write({ model, context }: Loaded, completion: Completion): Promise<Reply> {
    const { LlamaChat } = await import('node-llama-cpp');
    const sequence = context.sequencesLeft > 0 ? context.getSequence() : undefined;
    if (!sequence) throw new Error('The context has no sequence left.');
    const chat = new LlamaChat({ contextSequence: sequence, autoDisposeSequence: true });
    const before = sequence.tokenMeter.getState();
    const { schema, maxTokens, temperature, seed, signal, onText } = completion;
    try {
      const grammar = schema && (await model.llama.createGrammarForJsonSchema(schema as { readonly type: 'object' }));
      const { response, metadata } = await chat.generateResponse(toHistory(completion.messages), {
        maxTokens,
        temperature,
        topP: 0.95,
        minP: 0.05,
        seed,
        signal,
        repeatPenalty: { penalty: 1.08, lastTokens: 96 },
        ...(grammar ? { grammar } : {}),
        ...(onText ? { onTextChunk: onText } : {}),
      });
      const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter.diff(before);
      return {
        text: response,
        finish: metadata.stopReason === 'maxTokens' ? 'length' : 'stop',
        usage: { promptTokens: usedInputTokens, completionTokens: usedOutputTokens, isEstimate: false },
      };
    } finally {
      chat.dispose();
    }
  }
}

async function start(): Promise<Llama> {
  const { getLlama, LlamaLogLevel } = await import('node-llama-cpp');
  return getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    // Its own words are for its makers; what goes wrong is thrown.
    logLevel: LlamaLogLevel.disabled,
    logger: () => undefined,
    maxThreads: 0,
  });
}

function createContext(model: LlamaModel, threads: number, signal: AbortSignal): Promise<LlamaContext> {
  const contextSize = Math.min(CONTEXT_TOKENS, model.trainContextSize);
  return model.createContext({ contextSize, sequences: 1, threads, createSignal: signal });
}

function toHistory(messages: readonly ChatMessage[]): ChatHistoryItem[] {
  const items = messages.map(({ role, content }): ChatHistoryItem =>
    role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
  );
  return [...items, { type: 'model', response: [] }];
}

function noRoom(path: string, needed: number, free: number): StudioError {
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  return new StudioError(
    ErrorCode.memory,
    `The model needs about ${gigabytes(needed)} GB of memory, and ${gigabytes(free)} GB are free.`,
    { hint: 'Close other programs, or choose a smaller model.', data: { path, needed, free } },
  );
}

function explain(error: unknown, path: string): unknown {
  if (isStudioError(error) || error instanceof CancelledError || !(error instanceof Error)) return error;
  const data = { path };
  if (error.name === 'InsufficientMemoryError') {
    return new StudioError(ErrorCode.memory, 'There is not enough memory for the model.', {
      hint: 'Close other programs, or choose a smaller model.',
      data,
      cause: error,
    });
  }
  if (error.name === 'NoBinaryFoundError') {
    return new StudioError(ErrorCode.missing, 'llama.cpp does not run on this computer.', {
      hint: 'Choose Storyloom’s own writer, or a server.',
      data,
      cause: error,
    });
  }
  return new StudioError(ErrorCode.corrupt, `The model could not be used: ${error.message}`, {
    hint: 'It may be damaged, or newer than this Storyloom: fetch it again, or choose another.',
    data,
    cause: error,
  });
}
