/** What was said, cut where a picture may change: after sentences, and within long ones after clauses. */
import type { SpokenWord } from '../../shared/transcript.ts';
import { endsClause, endsSentence } from './marks.ts';

/** Words one after the other that stay together. */
export interface SpokenUnit {
  readonly words: readonly SpokenWord[];
  /** A sentence begins with it, or a paragraph. */
  readonly begins: 'clause' | 'sentence' | 'paragraph';
  /** Seconds of silence before it. */
  readonly gap: number;
}

/** Seconds of silence: a clause ends, a sentence ends, a paragraph ends at least. */
const CLAUSE_GAP = 0.35;
const SENTENCE_GAP = 2.5;
const PARAGRAPH_GAP = 1.2;
/** A paragraph ends where the silence is so much longer than it usually is between sentences. */
const PARAGRAPH_FACTOR = 2.2;
/** Seconds: a clause that is longer is cut between words, where the silence is longest. */
const LONGEST_UNIT = 12;
const SHORTEST_PIECE = 3;

export function unitsOf(words: readonly SpokenWord[]): SpokenUnit[] {
  const units: SpokenUnit[] = [];
  const usual = usualGap(words);
  let from = 0;
  let begins: SpokenUnit['begins'] = 'paragraph';
  for (let at = 0; at < words.length; at += 1) {
    const next = words[at + 1];
    const gap = next ? next.start - words[at]!.end : 0;
    const ends = endOf(words[at]!, gap, usual);
    if (next && ends === undefined) continue;
    const gapBefore = from === 0 ? 0 : words[from]!.start - words[from - 1]!.end;
    units.push(...pieces({ words: words.slice(from, at + 1), begins, gap: gapBefore }));
    from = at + 1;
    begins = ends ?? 'sentence';
  }
  return units;
}

function endOf(word: SpokenWord, gap: number, usual: number): SpokenUnit['begins'] | undefined {
  if (endsSentence(word.text) || gap >= SENTENCE_GAP) {
    return gap >= Math.max(PARAGRAPH_GAP, usual * PARAGRAPH_FACTOR) ? 'paragraph' : 'sentence';
  }
  return endsClause(word.text) && gap >= CLAUSE_GAP / 2 ? 'clause' : gap >= CLAUSE_GAP ? 'clause' : undefined;
}

/** The median silence between sentences. */
function usualGap(words: readonly SpokenWord[]): number {
  const gaps = words
    .slice(0, -1)
    .flatMap(({ text, end }, index) => (endsSentence(text) ? [words[index + 1]!.start - end] : []))
    .sort((one, two) => one - two);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function pieces(unit: SpokenUnit): SpokenUnit[] {
  const { words } = unit;
  const start = words[0]!.start;
  const end = words.at(-1)!.end;
  if (end - start <= LONGEST_UNIT || words.length < 2) return [unit];
  let best = 1;
  let most = -1;
  for (let at = 1; at < words.length; at += 1) {
    const gap = words[at]!.start - words[at - 1]!.end;
    const isShort = words[at]!.start - start < SHORTEST_PIECE || end - words[at - 1]!.end < SHORTEST_PIECE;
    // Nearer to the middle where no silence is longer.
    const middle = 1 - Math.abs(words[at]!.start - (start + end) / 2) / (end - start);
    const worth = (isShort ? 0 : 1) + gap + middle * 0.01;
    if (worth > most) [best, most] = [at, worth];
  }
  const gap = words[best]!.start - words[best - 1]!.end;
  return [
    ...pieces({ ...unit, words: words.slice(0, best) }),
    ...pieces({ words: words.slice(best), begins: 'clause', gap }),
  ];
}
