import { describe, expect, it } from 'vitest';
import { captionLines, lineAt, wordAt } from '../../../../src/renderer/features/editor/player/captions.ts';
import { matchesIn, firstFrom } from '../../../../src/renderer/features/editor/find/matches.ts';
import { firstSentence } from '../../../../src/renderer/features/editor/voices/lines.ts';
import { clockTenths } from '../../../../src/renderer/features/editor/parts/time-text.ts';

/** Words of half a second each, without a break. */
const spoken = (text: string) =>
  text.split(' ').map((word, index) => ({ text: word, start: index / 2, end: index / 2 + 0.45 }));

const linesOf = (text: string): string[] => {
  const words = spoken(text);
  return captionLines(words).map(({ from, to }) =>
    words
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
  );
};

describe('captions', () => {
  it('would catch captions that run over a sentence, or leave its last word alone', () => {
    expect(linesOf('Far out on a grey rock in the sea stood a tall white lighthouse. So are you.')).toEqual([
      'Far out on a grey rock in the sea stood a tall white lighthouse.',
      'So are you.',
    ]);
    const long = linesOf(
      'Every evening Nib climbed them too, because somebody had to carry the matches up to the very top of the tower.',
    );
    expect(long).toEqual([
      'Every evening Nib climbed them too,',
      'because somebody had to carry the matches up to the very top of the tower.',
    ]);
  });

  it('would catch a sentence without an end that is longer than a glance, and words that get lost', () => {
    const text = 'and then '.repeat(60).trim();
    const lines = linesOf(text);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(84);
    expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(60);
    expect(lines.join(' ')).toBe(text);
  });

  it('would catch the wrong word marked, and a caption before anything is said', () => {
    const words = [
      { text: 'The', start: 1, end: 1.2 },
      { text: 'fox.', start: 1.3, end: 1.8 },
    ];
    const lines = captionLines(words);
    expect(lineAt(words, lines, 0.2)).toBeUndefined();
    expect(wordAt(words, 0.9)).toBe(-1);
    expect(wordAt(words, 1.25)).toBe(0);
    expect(wordAt(words, 1.3)).toBe(1);
    expect(lineAt(words, lines, 1.9)).toEqual({ from: 0, to: 2 });
    expect(lineAt(words, lines, 3)).toBeUndefined();
  });
});

describe('small texts', () => {
  it('would catch a time that jumps in width or rounds up to a second that is not reached', () => {
    expect([0, 4.25, 59.99, 61].map(clockTenths)).toEqual(['0:00.0', '0:04.2', '0:59.9', '1:01.0']);
  });

  it('would catch a sample line that is cut within a quotation or runs on', () => {
    expect(firstSentence('“Run!” she said.\nThen all was still.')).toBe('“Run!”');
    expect(firstSentence('No end here')).toBe('No end here');
  });

  it('would catch a search that begins at the film’s start again instead of at the scene in view', () => {
    const scenes = [
      { id: 'a', text: 'fox' },
      { id: 'b', text: 'owl' },
      { id: 'c', text: 'fox fox' },
    ];
    const matches = matchesIn(scenes, { find: 'fox', matchCase: false, wholeWords: true });
    expect(matches).toHaveLength(3);
    expect(firstFrom(matches, scenes, 'b')).toBe(1);
    expect(firstFrom(matches.slice(0, 1), scenes, 'c')).toBe(0);
    expect(firstFrom([], scenes, 'c')).toBe(-1);
  });
});
