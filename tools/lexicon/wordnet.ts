/** Reads the noun files of WordNet 3.1 (format: wndb(5WN)); only what the lexicon needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lexicographer files by number (lexnames(5WN)) that hold nouns to be seen, and persons. */
export const LEXNAMES: Readonly<Record<number, string>> = {
  5: 'animal',
  6: 'artifact',
  13: 'food',
  17: 'object',
  18: 'person',
  19: 'phenomenon',
  20: 'plant',
  27: 'substance',
};

export interface Synset {
  readonly offset: string;
  /** Lexicographer file, `other` when it holds nothing that could be drawn. */
  readonly lexname: string;
  readonly words: readonly string[];
  readonly hypernyms: readonly string[];
}

export interface Sense {
  readonly offset: string;
  /** How often the sense was met in WordNet's tagged texts. */
  readonly count: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** Lemma (lower case, spaces) to its senses, the commonest first. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
}

export function readWordNet(folder: string): WordNet {
  const synsets = new Map<string, Synset>();
  for (const line of linesOf(join(folder, 'data.noun'))) {
    const fields = line.split(' ');
    const wordCount = Number.parseInt(fields[3]!, 16);
    const words = Array.from({ length: wordCount }, (_, index) => fields[4 + index * 2]!.replaceAll('_', ' '));
    const pointerStart = 4 + wordCount * 2;
    const hypernyms: string[] = [];
    for (let index = 0; index < Number(fields[pointerStart]); index++) {
      const at = pointerStart + 1 + index * 4;
      if (fields[at] === '@') hypernyms.push(fields[at + 1]!);
    }
    const lexname = LEXNAMES[Number(fields[1])] ?? 'other';
    synsets.set(fields[0]!, { offset: fields[0]!, lexname, words, hypernyms });
  }
  const senses = new Map<string, Sense[]>();
  for (const line of linesOf(join(folder, 'index.sense'))) {
    const [key, offset, , count] = line.split(' ');
    const [lemma, rest] = key!.split('%');
    if (!rest!.startsWith('1:')) continue;
    const list = senses.get(lemma!.replaceAll('_', ' ')) ?? [];
    list.push({ offset: offset!, count: Number(count) });
    senses.set(lemma!.replaceAll('_', ' '), list);
  }
  // index.noun lists the senses in WordNet's own order, which breaks ties of counts.
  for (const line of linesOf(join(folder, 'index.noun'))) {
    const fields = line.trim().split(' ');
    const total = Number(fields[2]);
    const order = fields.slice(-total);
    senses.get(fields[0]!.replaceAll('_', ' '))?.sort((a, b) => order.indexOf(a.offset) - order.indexOf(b.offset));
  }
  return { synsets, senses };
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}
