import { describe, expect, it } from 'vitest';
import { realign } from '../../../src/core/recording/realign.ts';
import { cutTold, joinTold, problemOf } from '../../../src/core/recording/stretches.ts';
import type { Told } from '../../../src/shared/recording.ts';

const asset = `${'a'.repeat(64)}.mka`;

/** A word a second, each half a second long. */
function told(text: string, from = 0): Told {
  const words = text.split(' ').map((word, index) => ({ text: word, start: from + index, end: from + index + 0.5 }));
  return { asset, from, to: from + words.length, words };
}

function times(pieces: readonly Told[]): string[] {
  return pieces.flatMap(({ words }) => words.map(({ text, start, end }) => `${text} ${String(start)}-${String(end)}`));
}

describe('realign', () => {
  it('would catch a corrected word that loses its time, or moves that of others', () => {
    const after = realign([told('Sam wint home')], ['Sam', 'went', 'home.']);
    expect(times(after)).toEqual(['Sam 0-0.5', 'went 1-1.5', 'home. 2-2.5']);
  });

  it('would catch two words in the place of one that do not share its time, and one that loses half of the time of two', () => {
    expect(times(realign([told('in Newyork now')], ['in', 'New', 'York', 'now']))).toEqual([
      'in 0-0.5',
      'New 1-1.2143',
      'York 1.2143-1.5',
      'now 2-2.5',
    ]);
    expect(times(realign([told('the foot ball rolled')], ['the', 'football', 'rolled']))[1]).toBe('football 1-2.5');
  });

  it('would catch a word that is deleted and typed anew, and gets another time than its own', () => {
    const gone = realign([told('he went home')], ['he', 'home']);
    const back = realign(gone, ['he', 'went', 'home']);
    const word = back[0]!.words[1]!;
    expect(word.start).toBeGreaterThanOrEqual(0.5);
    expect(word.end).toBeLessThanOrEqual(2);
  });

  it('would catch times lost for good when a text is emptied and written again', () => {
    const empty = realign([told('he went home')], []);
    expect(empty[0]!.words).toEqual([]);
    const again = realign(empty, ['he', 'went', 'home']);
    expect(again[0]!.words.map(({ text }) => text)).toEqual(['he', 'went', 'home']);
    expect(again.map(problemOf)).toEqual([undefined]);
  });

  it('would catch times that no longer rise after any edit of any text in pieces', () => {
    const pieces = [told('one two three four'), told('five six seven', 40), told('eight', 20)];
    const texts = [
      '',
      'nine',
      'zero one two',
      'one two x y z four five',
      'four three two one',
      'six '.repeat(60),
      '— one … eight !',
    ];
    let now = pieces;
    for (const text of [...texts, ...texts.toReversed()]) {
      const words = text.split(/\s+/u).filter(Boolean);
      now = realign(now, words);
      expect(now.flatMap((piece) => piece.words.map((word) => word.text))).toEqual(words);
      expect(now.map(problemOf)).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('stretches', () => {
  it('would catch a word that is cut through, lost or doubled where a scene is split, and what is not the same when merged', () => {
    const whole = [told('one two three'), told('four five', 10)];
    for (let count = 1; count < 5; count += 1) {
      const [first, second] = cutTold(whole, count);
      expect(first.flatMap(({ words }) => words)).toHaveLength(count);
      expect([...first, ...second].flatMap(({ words }) => words)).toEqual(whole.flatMap(({ words }) => words));
      expect([...first, ...second].map(problemOf).filter(Boolean)).toEqual([]);
      expect(joinTold(first, second)).toEqual(whole);
    }
  });
});
