import { describe, expect, it } from 'vitest';
import { cueAt, pageCues, wordAt } from '../../../../src/renderer/features/editor/player/captions.ts';
import { lineText } from '../../../../src/shared/captions/words.ts';
import { matchesIn, firstFrom } from '../../../../src/renderer/features/editor/find/matches.ts';
import { firstSentence } from '../../../../src/renderer/features/editor/voices/lines.ts';
import { clockTenths } from '../../../../src/renderer/features/editor/parts/time-text.ts';

describe('captions of the page', () => {
  const timed = ['The', 'fox', 'ran', 'Home'].map((text, index) => ({ text, start: 1 + index, end: 1.8 + index }));
  const cues = pageCues({ title: 'A title nobody reads', text: 'The fox — ran.\n\n“Home!”' }, timed);
  const textOf = (seconds: number) => cueAt(cues, seconds)?.lines.map(lineText).join(' / ');

  it('would catch words without the author’s marks, and a title that is shown though nobody says it', () => {
    expect(cues.map(({ lines }) => lines.map(lineText).join(' / '))).toEqual(['The fox — ran.', '“Home!”']);
  });

  it('would catch the wrong word marked, and a caption before anything is said or long after', () => {
    expect(textOf(0.2)).toBeUndefined();
    expect(textOf(2.5)).toBe('The fox — ran.');
    expect(wordAt(cues[0]!, 2.5)?.text).toBe('fox —');
    expect(wordAt(cues[0]!, 0.9)).toBeUndefined();
    expect(textOf(4.2)).toBe('“Home!”');
    expect(textOf(9)).toBeUndefined();
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
