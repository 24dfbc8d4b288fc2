/** One spelling for each proper name: who listens writes 'Nib' once and 'Knib' the next time. */
import type { SpokenWord } from '../../shared/transcript.ts';
import { endsSentence, isCapital } from './marks.ts';

const WORD = /\p{Lu}\p{L}{2,}/u;

/**
 * Names that sound alike are spelled as they are most often. Only what always has a capital, also amid sentences, is a name, and
 * one spelling has to be twice as frequent as the other: two people of nearly the same name stay two.
 */
export function spellNamesAlike(words: readonly SpokenWord[]): SpokenWord[] {
  const counts = countNames(words);
  const spelling = new Map<string, string>();
  for (const [name, count] of counts) {
    const better = [...counts]
      .filter(([other, often]) => often >= 2 * count && soundKey(other) === soundKey(name) && isNear(other, name))
      .sort(([, one], [, two]) => two - one)[0];
    if (better) spelling.set(name, better[0]);
  }
  if (spelling.size === 0) return [...words];
  return words.map((word) => {
    const name = WORD.exec(word.text)?.[0];
    const better = name === undefined ? undefined : spelling.get(name);
    return better === undefined ? word : { ...word, text: word.text.replace(name!, better) };
  });
}

/** How often each is there, at the beginning of sentences too. */
function countNames(words: readonly SpokenWord[]): Map<string, number> {
  const small = new Set<string>();
  const amid = new Set<string>();
  const counts = new Map<string, number>();
  words.forEach(({ text }, index) => {
    const name = WORD.exec(text)?.[0];
    if (name === undefined || !isCapital(text)) {
      for (const [word] of text.matchAll(/\p{L}+/gu)) small.add(word);
      return;
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const before = words[index - 1];
    if (before && !endsSentence(before.text)) amid.add(name);
  });
  // One that is rare may stand at the beginning of its only sentence.
  return new Map(
    [...counts].filter(([name, count]) => !small.has(name.toLowerCase()) && (amid.has(name) || count === 1)),
  );
}

/** How a name sounds, roughly, in English. */
function soundKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^kn|^gn/u, 'n')
    .replace(/^wr/u, 'r')
    .replace(/(?<=\p{L}{3})e$/u, '')
    .replace(/ph/gu, 'f')
    .replace(/gh/gu, '')
    .replace(/(?<=\p{L})h/gu, '')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/ck|[cq]/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/z/gu, 's')
    .replace(/v/gu, 'f')
    .replace(/[ey]/gu, 'i')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[ai]{2}/gu, 'i');
}

/** So few letters apart that it may be a slip: one, or two of a longer name. */
function isNear(one: string, two: string): boolean {
  return distance(one.toLowerCase(), two.toLowerCase()) <= (Math.min(one.length, two.length) <= 4 ? 1 : 2);
}

/** Levenshtein's. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === two[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[two.length]!;
}
