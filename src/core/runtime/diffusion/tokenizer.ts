/**
 * CLIP's byte-pair tokens (Radford et al. 2021) from a model folder: tokenizer/tokenizer.json, or vocab.json and merges.txt, which
 * are the same without their settings. The only importer of @huggingface/tokenizers.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { brokenFile, readOptional, readRequired } from './folder/files.ts';
import type { DiffusionModel } from './model.ts';

const START = '<|startoftext|>';
const END = '<|endoftext|>';
/** Words, digits one by one, and what is neither; in the words of CLIP's own pattern. */
const PIECES = String.raw`'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`;

export interface FittedPrompt {
  /** As long as the encoder wants them: both marks included, padded. */
  readonly ids: readonly number[];
  /** The words that found no room, in their order. */
  readonly dropped: readonly string[];
}

export interface PromptTokenizer {
  /** The most tokens of a prompt, both marks not counted. */
  readonly window: number;
  /** All tokens of a text, without marks. */
  encode(text: string): readonly number[];
  /** The text cut to the window after its last whole word; within a word where the first is too long already. */
  fit(text: string): FittedPrompt;
}

/** @throws StudioError `corrupt` that names the file which is not what it should be */
export async function openTokenizer({
  directory,
  files,
  tokens,
}: Pick<DiffusionModel, 'directory' | 'files' | 'tokens'>): Promise<PromptTokenizer> {
  const isWhole = files.includes('tokenizer/tokenizer.json');
  const settings = isWhole
    ? await readRequired(directory, 'tokenizer/tokenizer.json', z.looseObject({}))
    : await readParts(directory);
  try {
    const tokenizer = new Tokenizer(settings, { tokenizer_class: 'CLIPTokenizer' });
    const idOf = (token: string) => tokenizer.token_to_id(token);
    const [start, end] = [idOf(START), idOf(END)];
    if (start === undefined || end === undefined) throw new Error(`${START} and ${END} are no tokens of it.`);
    const pad = idOf((await readPadding(directory)) ?? END) ?? end;
    const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
    return createTokenizer({ encode, start, end, pad, tokens });
  } catch (cause) {
    const file = isWhole ? 'tokenizer/tokenizer.json' : 'tokenizer/vocab.json';
    throw brokenFile(directory, file, `${file} is no tokenizer of CLIP.`, cause);
  }
}

interface Marks {
  readonly encode: (text: string) => readonly number[];
  readonly start: number;
  readonly end: number;
  readonly pad: number;
  readonly tokens: number;
}

function createTokenizer({ encode, start, end, pad, tokens }: Marks): PromptTokenizer {
  const window = tokens - 2;
  const complete = (ids: readonly number[]) => {
    const marked = [start, ...ids, end];
    return [...marked, ...Array.from({ length: tokens - marked.length }, () => pad)];
  };
  return {
    window,
    encode,
    fit: (text) => {
      const all = encode(text);
      if (all.length <= window) return { ids: complete(all), dropped: [] };
      const words = text.trim().split(/\s+/u);
      let room = window;
      const end = words.findIndex((word) => (room -= encode(word).length) < 0);
      const kept = end > 0 ? encode(words.slice(0, end).join(' ')) : all;
      return { ids: complete(kept.slice(0, window)), dropped: words.slice(Math.max(0, end)) };
    },
  };
}

const tokenSchema = z.union([z.string(), z.looseObject({ content: z.string() }).transform(({ content }) => content)]);
const paddingSchema = z.looseObject({ pad_token: tokenSchema.nullish() });

/** Stable Diffusion 2 pads with '!', 1 with the end mark. */
async function readPadding(directory: string): Promise<string | undefined> {
  const own = await readOptional(directory, 'tokenizer/tokenizer_config.json', paddingSchema);
  const map = await readOptional(directory, 'tokenizer/special_tokens_map.json', paddingSchema);
  return own.pad_token ?? map.pad_token ?? undefined;
}

/** What tokenizer.json would say. */
async function readParts(directory: string): Promise<object> {
  const vocab = await readRequired(directory, 'tokenizer/vocab.json', z.record(z.string(), z.int()));
  const merges = (await readFile(join(directory, 'tokenizer/merges.txt'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes(' ') && !line.startsWith('#version'));
  const mark = (content: string) => ({
    ...{ id: vocab[content], content, special: true, normalized: content === START },
    ...{ single_word: false, lstrip: false, rstrip: false },
  });
  return {
    added_tokens: [START, END].filter((token) => token in vocab).map(mark),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: String.raw`\s+` }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: PIECES }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
      ],
    },
    post_processor: null,
    decoder: null,
    model: {
      ...{ type: 'BPE', vocab, merges, unk_token: END },
      ...{ continuing_subword_prefix: '', end_of_word_suffix: '</w>', fuse_unk: false, dropout: null },
    },
  };
}
