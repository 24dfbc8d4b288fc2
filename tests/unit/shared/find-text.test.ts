import { describe, expect, it } from 'vitest';
import { findInText, replaceInText } from '../../../src/shared/find-text.ts';

const loose = { matchCase: false, wholeWords: false };

describe('find and replace', () => {
  it('would catch a query that is taken for a pattern', () => {
    expect(findInText('What? (Yes.) [no] a/b $1', { find: '(yes.)', ...loose })).toEqual([{ start: 6, end: 12 }]);
    expect(replaceInText('What?', { find: '?', ...loose }, '$&!')).toBe('What$&!');
  });

  it('would catch "fox" found in "foxglove", and words with accents cut in two', () => {
    const words = { matchCase: false, wholeWords: true };
    expect(findInText('The fox and the foxglove. Fox!', { find: 'fox', ...words })).toHaveLength(2);
    expect(findInText('Née, nee', { find: 'ne', ...words })).toEqual([]);
    expect(findInText('naïve Na', { find: 'na', ...words })).toEqual([{ start: 6, end: 8 }]);
  });

  it('would catch a case that matters and should not, and the other way round', () => {
    expect(findInText('Owl owl OWL', { find: 'owl', ...loose })).toHaveLength(3);
    expect(findInText('Owl owl OWL', { find: 'owl', matchCase: true, wholeWords: false })).toHaveLength(1);
  });

  it('would catch an endless search for nothing', () => {
    expect(findInText('abc', { find: '', ...loose })).toEqual([]);
    expect(replaceInText('abc', { find: '', ...loose }, 'x')).toBe('abc');
  });
});
