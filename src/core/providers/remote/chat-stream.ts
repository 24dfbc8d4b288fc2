/** What a server sends while it writes: OpenAI's "chat completion chunk" objects as server-sent events. */
import { createParser } from 'eventsource-parser';
import { z } from 'zod';

const usageSchema = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() });

/** `delta` in a stream, `message` where the server does not stream. Servers add fields of their own. */
const pieceSchema = z.object({ content: z.string().nullish() });
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({ delta: pieceSchema.nullish(), message: pieceSchema.nullish(), finish_reason: z.string().nullish() }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
  /** Some servers answer 200 and then say in the stream that they failed. */
  error: z.unknown().optional(),
});

export interface StreamedReply {
  readonly text: string;
  readonly finish: 'stop' | 'length' | undefined;
  readonly usage: z.infer<typeof usageSchema> | undefined;
  /** It said that it was done: without that the connection was cut. */
  readonly isWhole: boolean;
  /** What the server said of a failure within the stream. */
  readonly error: unknown;
  /** What is no such object: the server speaks something else. */
  readonly foreign: string | undefined;
}

/** Gathers the pieces. `onText` hears each as it is read. */
export class ChatStream {
  readonly #onText: (text: string) => void;
  readonly #parser = createParser({
    onEvent: ({ data }) => {
      this.#take(data);
    },
  });
  #text = '';
  #finish: StreamedReply['finish'];
  #usage: StreamedReply['usage'];
  #isWhole = false;
  #error: unknown;
  #foreign: string | undefined;

  constructor(onText: (text: string) => void) {
    this.#onText = onText;
  }

  feed(text: string): void {
    this.#parser.feed(text);
  }

  /** The body of a server that did not stream, though it was asked to. */
  feedWhole(body: string): void {
    this.#take(body);
    this.#isWhole = this.#foreign === undefined;
  }

  end(): StreamedReply {
    // A last event without its empty line.
    this.#parser.feed('\n\n');
    return {
      text: this.#text,
      finish: this.#finish,
      usage: this.#usage,
      isWhole: this.#isWhole || this.#finish !== undefined,
      error: this.#error,
      foreign: this.#foreign,
    };
  }

  #take(data: string): void {
    if (data.trim() === '[DONE]') {
      this.#isWhole = true;
      return;
    }
    const chunk = chunkSchema.safeParse(parse(data));
    if (!chunk.success) {
      this.#foreign ??= data.slice(0, 200);
      return;
    }
    const { choices, usage, error } = chunk.data;
    if (error !== undefined && error !== null) this.#error ??= error;
    if (usage) this.#usage = usage;
    const choice = choices?.[0];
    const piece = choice?.delta?.content ?? choice?.message?.content ?? '';
    if (piece !== '') {
      this.#text += piece;
      this.#onText(piece);
    }
    if (choice?.finish_reason) this.#finish = choice.finish_reason === 'length' ? 'length' : 'stop';
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
