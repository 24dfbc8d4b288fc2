/**
 * Whisper (Radford et al. 2022, arXiv 2212.04356) in the layout of transformers.js, int8, exported with its cross-attention: the
 * times of tokens come from dynamic time warping over it. The only importer of @huggingface/transformers.
 */
import { basename, dirname } from 'node:path';
import {
  AutoProcessor,
  AutoTokenizer,
  env,
  LogitsProcessor,
  LogitsProcessorList,
  StoppingCriteria,
  type Tensor,
  WhisperForConditionalGeneration,
} from '@huggingface/transformers';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { loopAtEnd } from './loops.ts';
import { type Heard, LISTEN_RATE } from './tasks.ts';
import { wordsOf } from './words.ts';

/** Samples of one step of Whisper's spectrogram. */
const HOP = 160;
/** Nobody says more in a second; what does is a model that has lost the thread. */
const TOKENS_A_SECOND = 12;
/** Whisper's text is 448 tokens long at most, its beginning included. */
const MOST_TOKENS = 440;

/** Weights are not packed anew for the processor: that is no faster, and takes a hundred megabytes more. */
const UNPACKED = { session: { disable_prepacking: '1' } };

/** The attention moves on to a word when it is under way: so much after its beginning, by the narrator's own durations. */
const LATE_SECONDS = 0.07;

export interface Whisper {
  /** @param samples 30 s or less */
  hear(samples: Float32Array, options: HearOptions): Promise<Heard>;
  /** How probable each language is, the most probable first. */
  languages(samples: Float32Array): Promise<readonly (readonly [string, number])[]>;
  dispose(): Promise<unknown>;
}

export interface HearOptions {
  /** As Whisper writes it: 'en', 'de'. */
  readonly language: string;
  /** Asked after every token: true ends the work. */
  readonly isStopped: () => boolean;
  /** 0..1, by tokens. */
  readonly onProgress: (value: number) => void;
}

interface Generated {
  readonly sequences: Tensor;
  readonly token_timestamps: Tensor;
}

/** @throws StudioError `corrupt` when the folder's files cannot be loaded */
export async function openWhisper(directory: string, threads: number): Promise<Whisper> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(directory);
  const name = basename(directory);
  try {
    const [model, processor, tokenizer] = await Promise.all([
      WhisperForConditionalGeneration.from_pretrained(name, {
        dtype: 'q8',
        device: 'cpu',
        session_options: {
          intraOpNumThreads: threads,
          interOpNumThreads: 1,
          executionMode: 'sequential',
          extra: UNPACKED,
        },
      }),
      AutoProcessor.from_pretrained(name),
      AutoTokenizer.from_pretrained(name),
    ]);
    return new LoadedWhisper(model as never, processor as never, tokenizer as never);
  } catch (cause) {
    throw new StudioError(ErrorCode.corrupt, `The model in ${directory} cannot be loaded.`, {
      hint: 'Run `storyloom models verify`, and fetch the model again if it is damaged.',
      data: { directory },
      cause,
    });
  }
}

/** What of the library is used; its own types leave these open. */
interface Model {
  readonly generation_config: { readonly lang_to_id: Readonly<Record<string, number>>; readonly eos_token_id: number };
  generate(options: object): Promise<unknown>;
  dispose(): Promise<unknown>;
}
type Processor = (samples: Float32Array) => Promise<{ readonly input_features: Tensor }>;
interface Tokenizer {
  decode(ids: readonly number[], options?: object): string;
}

class LoadedWhisper implements Whisper {
  readonly #model: Model;
  readonly #processor: Processor;
  readonly #tokenizer: Tokenizer;

  constructor(model: Model, processor: Processor, tokenizer: Tokenizer) {
    this.#model = model;
    this.#processor = processor;
    this.#tokenizer = tokenizer;
  }

  async hear(samples: Float32Array, { language, isStopped, onProgress }: HearOptions): Promise<Heard> {
    const seconds = samples.length / LISTEN_RATE;
    const most = Math.min(MOST_TOKENS, Math.ceil(16 + seconds * TOKENS_A_SECOND));
    const { input_features: inputs } = await this.#processor(samples);
    const judge = new Judge();
    const watch = new Watch(this.#model.generation_config.eos_token_id, (count) => {
      // A storyteller says about four tokens a second.
      onProgress(Math.min(0.95, 0.2 + (0.8 * count) / (1 + seconds * 4)));
      return isStopped();
    });
    const { sequences, token_timestamps } = (await this.#model.generate({
      inputs,
      language,
      task: 'transcribe',
      // Fewer words are wrong where it tells when sentences are said: 2.4 % of a story against 3.5 %.
      return_timestamps: true,
      return_token_timestamps: true,
      num_frames: Math.floor(samples.length / HOP),
      max_new_tokens: most,
      logits_processor: listOf(judge),
      stopping_criteria: watch,
    })) as Generated;
    const ids = (sequences.tolist() as bigint[][])[0]!.map(Number).slice(PROMPT);
    const times = (token_timestamps.tolist() as number[][])[0]!.slice(PROMPT);
    const probabilities = judge.probabilitiesOf(ids);
    const end = this.#model.generation_config.eos_token_id;
    const spoken = ids
      .map((id, index) => ({
        id,
        start: Math.max(0, times[index]! - LATE_SECONDS),
        probability: probabilities[index] ?? 0,
      }))
      .filter(({ id }) => id < end);
    const repeated = loopAtEnd(spoken.map(({ id }) => id));
    const kept = spoken.slice(0, spoken.length - repeated);
    const words = wordsOf(
      kept,
      (some) => this.#tokenizer.decode(some, { skip_special_tokens: true, clean_up_tokenization_spaces: false }),
      { seconds: spoken[kept.length]?.start ?? seconds, language },
    );
    return { words, looped: repeated > 0 || ids.at(-1) !== end };
  }

  async languages(samples: Float32Array): Promise<readonly (readonly [string, number])[]> {
    const { input_features: inputs } = await this.#processor(samples);
    const judge = new Judge();
    await this.#model.generate({
      inputs,
      decoder_input_ids: [START_OF_TRANSCRIPT],
      max_new_tokens: 1,
      logits_processor: listOf(judge),
    });
    const known = Object.entries(this.#model.generation_config.lang_to_id).map(
      ([token, id]) => [token.replace(/^<\|(.*)\|>$/u, '$1'), judge.first![id]!] as const,
    );
    const most = Math.max(...known.map(([, logit]) => logit));
    const sum = known.reduce((total, [, logit]) => total + Math.exp(logit - most), 0);
    return known
      .map(([language, logit]) => [language, Math.exp(logit - most) / sum] as const)
      .sort(([, a], [, b]) => b - a);
  }

  dispose(): Promise<unknown> {
    return this.#model.dispose();
  }
}

/** Start of transcript, language, task. What is above the end of the text in the vocabulary is no text: times, languages. */
const PROMPT = 3;
const START_OF_TRANSCRIPT = 50_258;

function listOf(processor: LogitsProcessor): LogitsProcessorList {
  const list = new LogitsProcessorList();
  list.push(processor);
  return list;
}

/** Keeps how probable the tokens were that were chosen. */
class Judge extends LogitsProcessor {
  /** Of the first step, before anything is ruled out. */
  first: Float32Array | undefined;
  readonly #logarithms: number[] = [];
  readonly #chosen: number[] = [];
  #last: Float32Array | undefined;

  override _call(ids: bigint[][], logits: Tensor): Tensor {
    const data = logits.data as Float32Array;
    this.first ??= data.slice();
    this.#settle(Number(ids[0]!.at(-1)));
    this.#logarithms.push(logOfSum(data));
    this.#last = data;
    return logits;
  }

  /** For each token that was made. */
  probabilitiesOf(ids: readonly number[]): readonly number[] {
    this.#settle(ids.at(-1)!);
    return this.#chosen;
  }

  #settle(id: number): void {
    if (!this.#last) return;
    this.#chosen.push(Math.exp(this.#last[id]! - this.#logarithms.at(-1)!));
    this.#last = undefined;
  }
}

function logOfSum(values: Float32Array): number {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}

/** Stops when asked to, and when the same is said over and over. */
class Watch extends StoppingCriteria {
  readonly #end: number;
  readonly #isStopped: (count: number) => boolean;

  constructor(end: number, isStopped: (count: number) => boolean) {
    super();
    this.#end = end;
    this.#isStopped = isStopped;
  }

  override _call(ids: readonly (readonly (number | bigint)[])[]): boolean[] {
    return ids.map((row) => {
      const made = row
        .slice(PROMPT)
        .map(Number)
        .filter((id) => id < this.#end);
      return this.#isStopped(made.length) || loopAtEnd(made) > 0;
    });
  }
}
