/** A GGUF file of a few hundred kilobytes that llama.cpp truly runs: one layer of noise, with bytes as its vocabulary. */
import { randomNumbers } from '../../src/shared/random.ts';

/** https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const TYPE = { uint32: 4, int32: 5, float32: 6, string: 8, array: 9 } as const;
const ALIGNMENT = 32;
const WIDTH = 32;
const INNER = 64;

class Writer {
  readonly #parts: Buffer[] = [];
  #length = 0;

  raw(bytes: Buffer): this {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return this;
  }

  uint32(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return this.raw(bytes);
  }

  uint64(value: number): this {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return this.raw(bytes);
  }

  float32(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value);
    return this.raw(bytes);
  }

  string(value: string): this {
    const bytes = Buffer.from(value);
    return this.uint64(bytes.length).raw(bytes);
  }

  pad(): this {
    return this.raw(Buffer.alloc((ALIGNMENT - (this.#length % ALIGNMENT)) % ALIGNMENT));
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

type Field = (writer: Writer) => void;
const number =
  (value: number): Field =>
  (writer) =>
    writer.uint32(TYPE.uint32).uint32(value);
const real =
  (value: number): Field =>
  (writer) =>
    writer.uint32(TYPE.float32).float32(value);
const text =
  (value: string): Field =>
  (writer) =>
    writer.uint32(TYPE.string).string(value);
const list = <Item>(type: number, items: readonly Item[], write: (writer: Writer, item: Item) => void): Field => {
  return (writer) => {
    writer.uint32(TYPE.array).uint32(type).uint64(items.length);
    for (const item of items) write(writer, item);
  };
};

export function tinyGguf(): Buffer {
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const tokens = ['<unk>', '<s>', '</s>', ...bytes];
  // SentencePiece's kinds of tokens: unknown 2, control 3, byte 6.
  const kinds = [2, 3, 3, ...bytes.map(() => 6)];
  const fields: Readonly<Record<string, Field>> = {
    'general.architecture': text('llama'),
    'general.name': text('Tiny'),
    'llama.context_length': number(4096),
    'llama.embedding_length': number(WIDTH),
    'llama.block_count': number(1),
    'llama.feed_forward_length': number(INNER),
    'llama.attention.head_count': number(4),
    'llama.attention.layer_norm_rms_epsilon': real(1e-5),
    'tokenizer.ggml.model': text('llama'),
    'tokenizer.ggml.tokens': list(TYPE.string, tokens, (writer, token) => writer.string(token)),
    'tokenizer.ggml.scores': list(TYPE.float32, tokens, (writer) => writer.float32(0)),
    'tokenizer.ggml.token_type': list(TYPE.int32, kinds, (writer, kind) => writer.uint32(kind)),
    'tokenizer.ggml.bos_token_id': number(1),
    'tokenizer.ggml.eos_token_id': number(2),
    'tokenizer.ggml.unknown_token_id': number(0),
  };
  const shapes: Readonly<Record<string, readonly number[]>> = {
    'token_embd.weight': [WIDTH, tokens.length],
    'output_norm.weight': [WIDTH],
    'output.weight': [WIDTH, tokens.length],
    'blk.0.attn_norm.weight': [WIDTH],
    'blk.0.attn_q.weight': [WIDTH, WIDTH],
    'blk.0.attn_k.weight': [WIDTH, WIDTH],
    'blk.0.attn_v.weight': [WIDTH, WIDTH],
    'blk.0.attn_output.weight': [WIDTH, WIDTH],
    'blk.0.ffn_norm.weight': [WIDTH],
    'blk.0.ffn_gate.weight': [WIDTH, INNER],
    'blk.0.ffn_up.weight': [WIDTH, INNER],
    'blk.0.ffn_down.weight': [INNER, WIDTH],
  };
  const writer = new Writer().raw(Buffer.from('GGUF')).uint32(3);
  writer.uint64(Object.keys(shapes).length).uint64(Object.keys(fields).length);
  for (const [name, write] of Object.entries(fields)) {
    writer.string(name);
    write(writer);
  }
  let offset = 0;
  for (const [name, shape] of Object.entries(shapes)) {
    writer.string(name).uint32(shape.length);
    for (const side of shape) writer.uint64(side);
    // 0 is float32.
    writer.uint32(0).uint64(offset);
    offset += Math.ceil((sizeOf(shape) * 4) / ALIGNMENT) * ALIGNMENT;
  }
  const random = randomNumbers(7);
  for (const shape of Object.values(shapes)) {
    writer.pad();
    for (let index = 0; index < sizeOf(shape); index += 1) writer.float32(shape.length === 1 ? 1 : random() - 0.5);
  }
  return writer.pad().bytes();
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
