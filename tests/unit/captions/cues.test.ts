import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCues } from '../../../src/shared/captions/cues.ts';
import { planPages, wrapText } from '../../../src/shared/captions/pages.ts';
import { charactersOf, graphemesOf } from '../../../src/shared/captions/text-width.ts';
import type { CaptionWord, Cue } from '../../../src/shared/captions/types.ts';
import { lineText } from '../../../src/shared/captions/words.ts';

/** Words said one after another at an even pace, characters a second. */
function spoken(text: string, pace = 15): CaptionWord[] {
  let at = 0;
  return text.split(/\s+/u).map((word, index) => {
    const start = at;
    at += (word.length + 1) / pace;
    return { text: word, start, end: at - 0.5 / pace, ...(index === 0 ? { opens: true as const } : {}) };
  });
}

const linesOf = (cues: readonly Cue[]) => cues.map(({ lines }) => lines.map(lineText));

const OTTER =
  'Then Nib took a deep breath, curled his body around the last match to keep it safe, and struck it. Mr. Tod saw it. ' +
  '"Why?" asked Tobias. "Because somebody had to," said Nib, who was very tired, and fell asleep in the sun.';

describe('planCues', () => {
  it('would catch a line that ends with an article, an abbreviation taken for a sentence, a lone last word', () => {
    const cues = planCues(spoken(OTTER));
    for (const line of linesOf(cues).flat()) expect(line).not.toMatch(/\b(?:the|a|Mr\.|his|to|and)$/u);
    for (const line of linesOf(cues)) expect(line.join(' ').split(' ').length).toBeGreaterThan(1);
  });

  it('breaks two lines evenly and at a phrase', () => {
    const [cue] = linesOf(planCues(spoken('The waves were as high as houses, and the wind howled like a wolf.')));
    expect(cue).toEqual(['The waves were as high as houses,', 'and the wind howled like a wolf.']);
  });

  it('would catch a cue that is too fast to be read where the speech leaves the time', () => {
    for (const characters of [42, 30, 22]) {
      for (const cue of planCues(spoken(OTTER), { characters })) {
        const count = cue.lines.reduce((sum, line) => sum + charactersOf(lineText(line)), 0);
        expect(count / (cue.end - cue.start)).toBeLessThanOrEqual(17);
      }
    }
  });

  it('stays on through a silence that is needed for reading, and comes a little early for it', () => {
    const words = [
      { text: 'Hurry!', start: 2, end: 2.1 },
      { text: 'Everybody ran as fast as they could.', start: 6, end: 6.4 },
    ];
    const [first, second] = planCues(words);
    expect(first!.end - first!.start).toBeGreaterThanOrEqual(0.9 - 1e-9);
    expect(second!.end - second!.start).toBeGreaterThanOrEqual(2);
    expect(planCues(words, { until: 6.8 })[1]!.end).toBeCloseTo(6.8);
  });

  it('would catch a word of 400 letters that crashes or leaves the frame: it is cut, and lit piece by piece', () => {
    const long = 'ab'.repeat(200);
    const cues = planCues([{ text: long, start: 1, end: 21, opens: true }]);
    const pieces = cues.flatMap(({ lines }) => lines.flat());
    expect(pieces.map(({ text }) => text).join('')).toBe(long);
    expect(
      linesOf(cues)
        .flat()
        .every((line) => line.length <= 42),
    ).toBe(true);
    expect(pieces[1]!.start).toBeCloseTo(1 + (20 * 42) / 400, 1);
  });

  it('measures by the font where one is given', () => {
    const measure = (text: string) => text.length * 10;
    const cues = planCues(spoken(OTTER), { measure, room: 200 });
    expect(
      linesOf(cues)
        .flat()
        .every((line) => line.length <= 20),
    ).toBe(true);
  });

  it('would catch a text without spaces that is lit as one block, and a line that begins with a full stop', () => {
    const cues = planCues(
      [{ text: 'むかし、小さなカワウソが灯台に住んでいました。ある夜「嵐だ」と来ました。', start: 0, end: 9 }],
      {
        characters: 30,
      },
    );
    expect(cues.flatMap(({ lines }) => lines.flat()).length).toBeGreaterThan(8);
    for (const line of linesOf(cues).flat()) expect(line).not.toMatch(/^[、。」]|「$/u);
  });

  const wildWord = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom('the', 'and', 'Mr.', '小水獺', 'مرحبا', '👩‍👩‍👧', '{\\N}', '-->', '<b>', 'x'.repeat(300)),
  );
  const wildWords = fc.array(
    fc.record({
      text: wildWord,
      start: fc.oneof(fc.double({ min: -1, max: 60 }), fc.constantFrom(NaN, Infinity)),
      end: fc.double({ min: -1, max: 90 }),
      glued: fc.constantFrom(undefined, true as const),
      opens: fc.constantFrom(undefined, true as const),
    }),
    { maxLength: 40 },
  );

  it('holds its promises for any words at any times', () => {
    fc.assert(
      fc.property(
        wildWords,
        fc.integer({ min: 8, max: 42 }),
        fc.constantFrom(24, 25, 30, 60),
        (words, characters, fps) => {
          const cues = planCues(words, { characters, fps });
          const shown = cues.flatMap(({ lines }) => lines.flat().map(({ text }) => text)).join('');
          const given = words.filter(({ text }) => text.trim() !== '').map(({ text }) => text);
          expect(shown).toBe(given.join(''));
          let last = 0;
          for (const { start, end, lines } of cues) {
            expect(end - start).toBeGreaterThan(0.5 / fps);
            expect(start).toBeGreaterThanOrEqual(last - 1e-9);
            // Closed, or long enough not to flicker.
            const gap = (start - last) * fps;
            if (last > 0) expect(gap < 0.01 || gap > 1.99).toBe(true);
            last = end;
            expect(lines.length).toBeLessThanOrEqual(2);
            for (const line of lines) {
              const text = lineText(line);
              if (graphemesOf(text).length > 1) expect(charactersOf(text)).toBeLessThanOrEqual(characters);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('would catch pages that lose words or are fuller than their paper', () => {
    fc.assert(
      fc.property(wildWords, fc.integer({ min: 1, max: 5 }), (words, lines) => {
        const pages = planPages(words, { characters: 30, lines });
        const given = words.filter(({ text }) => text.trim() !== '').map(({ text }) => text);
        expect(pages.flatMap((page) => page.lines.flat().map(({ text }) => text)).join('')).toBe(given.join(''));
        for (const page of pages) expect(page.lines.length).toBeLessThanOrEqual(lines);
        for (const [index, { start }] of pages.slice(1).entries()) expect(start).toBeCloseTo(pages[index]!.end);
      }),
      { numRuns: 200 },
    );
  });

  it('is quick with a scene of a whole book', () => {
    const words = spoken(`${OTTER} `.repeat(150).trim());
    const begun = performance.now();
    planCues(words);
    planPages(words, { lines: 4 });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('wrapText', () => {
  it('fills the lines of a title alike', () => {
    const lines = wrapText('The Otter Who Kept the Light', { characters: 24 });
    expect(lines.map(lineText)).toEqual(['The Otter', 'Who Kept the Light']);
  });
});
