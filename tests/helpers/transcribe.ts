import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const MODELS = resolve(import.meta.dirname, '../../../shared/models');
const MODEL = 'whisper-base_timestamped';

export const hasWhisper = existsSync(resolve(MODELS, MODEL, 'onnx'));

export type Transcribe = (samples: Int16Array, sampleRate: number) => Promise<string>;

/** Whisper base, int8, from ../shared/models; pieces of up to 30 s. */
export async function loadWhisper(): Promise<Transcribe> {
  const { env, pipeline } = await import('@huggingface/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = MODELS;
  const recognise = await pipeline('automatic-speech-recognition', MODEL, { dtype: 'q8', device: 'cpu' });
  return async (samples, sampleRate) => {
    const result = await recognise(resample(samples, sampleRate, 16_000), { language: 'en' } as object);
    return (Array.isArray(result) ? result : [result]).map((part) => String((part as { text: string }).text)).join(' ');
  };
}

/** Linear, after a mean over two neighbours against the worst aliasing: enough for a recogniser. */
function resample(samples: Int16Array, from: number, to: number): Float32Array {
  const resampled = new Float32Array(Math.floor((samples.length * to) / from));
  for (let index = 0; index < resampled.length; index += 1) {
    const place = (index * from) / to;
    const left = Math.floor(place);
    const [a, b] = [samples[left] ?? 0, samples[left + 1] ?? 0];
    resampled[index] = (a + (b - a) * (place - left)) / 32_768;
  }
  return resampled;
}

/** Words as they sound: case, marks and spelling variants of English fall away. */
export function soundsLike(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/\bmister\b/gu, 'mr')
    .replace(/\bmissus\b/gu, 'mrs')
    .replace(/-/gu, ' ')
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .split(/\s+/u)
    .map((word) => word.replace(/^'+|'+$/gu, ''))
    .filter(Boolean)
    .map((word) => (/^\d{1,4}$/u.test(word) ? inWords(Number(word)) : word))
    .flatMap((word) => (SPELLINGS[word] ?? word).split(' '));
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 112 as it is said: 'one hundred and twelve'. */
function inWords(number: number): string {
  if (number < 20) return ONES[number]!;
  const [size, name] = (
    [
      [1000, 'thousand'],
      [100, 'hundred'],
    ] as const
  ).find(([each]) => number >= each) ?? [10, ''];
  const rest = number % size;
  if (size === 10) return `${TENS[Math.floor(number / 10) - 2]!}${rest > 0 ? ` ${ONES[rest]!}` : ''}`;
  const and = rest === 0 ? '' : rest < 100 ? ` and ${inWords(rest)}` : ` ${inWords(rest)}`;
  return `${inWords(Math.floor(number / size))} ${name}${and}`;
}

/** Spellings that sound alike: no listener could tell which was meant. */
const SPELLINGS: Readonly<Record<string, string>> = {
  traveller: 'traveler',
  macgregor: 'mcgregor',
  "macgregor's": "mcgregor's",
  mcgregors: "mcgregor's",
  bakers: "baker's",
  currant: 'current',
  cottontail: 'cotton tail',
  sandbank: 'sand bank',
  nibb: 'nib',
  nibs: "nib's",
  its: "it's",
};

/** Words put in, left out and changed. */
export function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let row = Array.from({ length: heard.length + 1 }, (_, index) => index);
  for (let i = 1; i <= said.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= heard.length; j += 1) {
      next.push(Math.min(row[j - 1]! + (said[i - 1] === heard[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[heard.length]!;
}
