/** Upscalers whose every pixel can be told beforehand, as whole files. */
import { makeInteger, makeIntegers } from '../../src/core/runtime/graph/attribute.ts';
import { makeNode, type GraphNode } from '../../src/core/runtime/graph/model.ts';
import { DataType, floatTensor, type Tensor } from '../../src/core/runtime/graph/tensor.ts';
import { randomNumbers } from '../../src/shared/random.ts';
import type { RgbImage } from '../../src/core/runtime/rgb-image.ts';
import { modelFile, tinyGraph, value } from './tiny-graphs.ts';

export interface TinyUpscaler {
  readonly scale?: number;
  /** How far it looks around each pixel: a blur of twice as many pixels and one. */
  readonly blur?: number;
  readonly channels?: number;
  /** Of the only pictures that it takes. */
  readonly side?: number;
  readonly isHalf?: boolean;
  /** Gives NaN for what is nearly black. */
  readonly fearsTheDark?: boolean;
  /** What it takes and gives is multiplied by. */
  readonly range?: number;
  /** Takes something beside the picture. */
  readonly isConditioned?: boolean;
}

/** Each pixel becomes a block, its right and lower pixels a little darker, so that none can be taken for another. */
const DARKER = 0.02;

/** Conv (and a blur before it) and DepthToSpace, as ESPCN and SRVGG end (Shi et al. 2016). */
export function tinyUpscaler(options: TinyUpscaler = {}): Uint8Array {
  const { scale = 3, blur = 0, channels = 3, side, isHalf = false, fearsTheDark, range = 1, isConditioned } = options;
  const nodes: GraphNode[] = [];
  const tensors: Tensor[] = [];
  let last = 'input';
  const then = (type: string, more: readonly string[], attributes: readonly Uint8Array[] = []): string => {
    const next = `${type.toLowerCase()}-${String(nodes.length)}`;
    nodes.push(makeNode(type, [last, ...more], [next], attributes));
    return (last = next);
  };
  if (isHalf) then('Cast', [], [makeInteger('to', DataType.float)]);
  if (fearsTheDark) {
    const picture = last;
    tensors.push(floatTensor('dark', [1], [0.05]), floatTensor('nothing', [1], [0]));
    then('Sub', ['dark']);
    then('Sqrt', []);
    then('Mul', ['nothing']);
    then('Add', [picture]);
  }
  if (blur > 0) {
    const width = 2 * blur + 1;
    const next = randomNumbers(2);
    const weights = Float32Array.from({ length: width * width }, () => next());
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const all = Array.from({ length: channels }, () => [...weights.map((weight) => weight / sum)]).flat();
    tensors.push(floatTensor('blur', [channels, 1, width, width], all));
    then('Conv', ['blur'], [makeInteger('group', channels), makeIntegers('pads', [blur, blur, blur, blur])]);
  }
  const blocks = scale * scale;
  const spread = new Float32Array(blocks * channels * channels);
  for (let block = 0; block < blocks; block += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      spread[(block * channels + channel) * channels + channel] = range * (1 - DARKER * block);
    }
  }
  tensors.push(floatTensor('spread', [blocks * channels, channels, 1, 1], spread));
  then('Conv', ['spread']);
  then('DepthToSpace', [], [makeInteger('blocksize', scale)]);
  if (isHalf) then('Cast', [], [makeInteger('to', DataType.float16)]);
  const type = isHalf ? DataType.float16 : DataType.float;
  const inputs = [value('input', type, ['n', channels, side ?? 'h', side ?? 'w'])];
  const larger = side === undefined ? undefined : side * scale;
  return modelFile(
    tinyGraph({
      nodes: [...nodes, makeNode('Identity', [last], ['output'])],
      tensors,
      inputs: isConditioned ? [...inputs, value('noise', type, [1])] : inputs,
      outputs: [value('output', type, ['n', channels, larger ?? 'H', larger ?? 'W'])],
    }),
  );
}

/** What it makes of a picture where it does not blur. */
export function asBlocks({ width, height, pixels }: RgbImage, scale = 3): RgbImage {
  const larger = new Uint8Array(3 * scale * scale * width * height);
  for (let at = 0; at < larger.length; at += 1) {
    const [channel, x] = [at % 3, Math.floor(at / 3) % (scale * width)];
    const y = Math.floor(at / 3 / scale / width);
    const block = (y % scale) * scale + (x % scale);
    const from = 3 * (Math.floor(y / scale) * width + Math.floor(x / scale)) + channel;
    larger[at] = Math.round(pixels[from]! * (1 - DARKER * block));
  }
  return { width: scale * width, height: scale * height, pixels: larger };
}

/** Repeatable grain and slopes. */
export function grainPicture(width: number, height: number): RgbImage {
  const next = randomNumbers(3);
  const pixels = Uint8Array.from({ length: 3 * width * height }, (_, at) => {
    const x = Math.floor(at / 3) % width;
    return 40 + (x % 97) + Math.floor(100 * next());
  });
  return { width, height, pixels };
}

export function mostApart(one: RgbImage, other: RgbImage): number {
  return one.pixels.reduce((most, value, at) => Math.max(most, Math.abs(value - other.pixels[at]!)), 0);
}
