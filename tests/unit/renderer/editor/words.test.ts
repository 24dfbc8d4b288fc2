import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeWords, movedPlace } from '../../../../src/renderer/features/editor/state/merge-words.ts';
import { portions } from '../../../../src/renderer/features/editor/storyboard/portions.ts';

describe('two hands at the same words', () => {
  it('would catch letters lost when another window adds some elsewhere, or at the same place', () => {
    expect(mergeWords('The fox ran.', 'The old fox ran.', 'The fox ran. Fast.')).toBe('The old fox ran. Fast.');
    expect(mergeWords('The fox ran.', 'The fox ran. Fast.', 'The old fox ran.')).toBe('The old fox ran. Fast.');
    expect(mergeWords('Run', 'Run mine', 'Run theirs')).toBe('Run theirs mine');
    expect(mergeWords('The fox', 'The owl', 'The bear')).toBe('The owl');
  });

  it('would catch a merge that changes words which only one hand wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, text) => {
        expect(mergeWords(base, text, base)).toBe(text);
        expect(mergeWords(base, base, text)).toBe(text);
      }),
    );
  });

  it('would catch a cursor that jumps to the end when words come in before it', () => {
    expect(movedPlace('The fox', 'The old fox', 7)).toBe(11);
    expect(movedPlace('The fox', 'The fox ran', 3)).toBe(3);
    expect(movedPlace('The old fox', 'The fox', 6)).toBe(4);
  });
});

describe('more words than a scene holds', () => {
  it('would catch words lost or cut in two, and an endless cutting', () => {
    const text = 'The sea was calm. '.repeat(40);
    const parts = portions(text, 100);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(100);
    expect(parts.join(' ')).toBe(text.trim());
    expect(parts.every((part) => part.endsWith('.'))).toBe(true);
    expect(portions('x'.repeat(250), 100).map((part) => part.length)).toEqual([100, 100, 50]);
  });
});
