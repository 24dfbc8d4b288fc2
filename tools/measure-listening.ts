/**
 * Measures how well recordings are listened to, on the stories of examples/ told by two voices and on a recorded speech:
 *   node tools/run.mjs tools/measure-listening.ts [FOLDER]
 * writes the table of docs/listening.md anew. FOLDER keeps what was told between runs.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Workplace } from '../src/core/workplace.ts';
import { compareWords, type Comparison } from '../tests/helpers/compare-words.ts';
import { tellStories } from './listening/corpus.ts';
import { replaceSection } from './listening/document.ts';

const JFK = resolve(import.meta.dirname, '../../shared/audio/jfk.wav');
const JFK_WORDS =
  'And so my fellow Americans ask not what your country can do for you ask what you can do for your country';

const folder = process.argv[2] ?? '/tmp/storyloom-listening';
const workplace = new Workplace({ data: resolve(folder, 'data') });
const rows: string[] = [];
try {
  const listener = await workplace.listener({}, {});
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined };
  const measure = async (name: string, kind: string, path: string, words: Parameters<typeof compareWords>[0]) => {
    const began = performance.now();
    const heard = await listener.listen(path, hooks);
    const wall = (performance.now() - began) / 1000;
    const result = compareWords(words, heard.words);
    rows.push(row(name, kind, result, heard.seconds / wall));
    console.log(rows.at(-1), result.wrong.join(', '), ...heard.notices);
  };
  const told = await tellStories(workplace, folder);
  if (existsSync(JFK)) {
    const words = JFK_WORDS.split(' ').map((text) => ({ text, start: Number.NaN }));
    await measure('a speech of 1961 (jfk.wav)', 'as it is', JFK, words);
  }
  for (const { name, clean, noisy, mp3, words } of told) {
    await measure(name, 'as it is', clean, words);
    await measure(name, 'room noise at 15 dB', noisy, words);
    await measure(name, 'MP3 of 64 kbit/s', mp3, words);
  }
} finally {
  await workplace.close();
}
await replaceSection('words', [
  '| recording | | words | wrong | word error rate | word starts, median | within 120 ms | x real time |',
  '|---|---|---|---|---|---|---|---|',
  ...rows,
]);

function row(name: string, kind: string, { said, errors, apart }: Comparison, pace: number): string {
  const median = apart[Math.floor(apart.length / 2)];
  const near = apart.filter((seconds) => seconds <= 0.12).length / Math.max(1, apart.length);
  const starts =
    median === undefined ? [' ', ' '] : [`${(median * 1000).toFixed(0)} ms`, `${(near * 100).toFixed(0)} %`];
  const cells = [name, kind, said, errors, `${((errors / said) * 100).toFixed(1)} %`, ...starts, pace.toFixed(1)];
  return `| ${cells.join(' | ')} |`;
}
