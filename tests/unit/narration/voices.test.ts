import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAUSES, planNarration } from '../../../src/core/story/narration/plan.ts';
import { cutAtVoices, type VoicedRange } from '../../../src/core/story/narration/voices.ts';

/** The quotes of a text, each in the voice that is given for it; undefined stays the narrator's. */
function quotesOf(text: string, voices: readonly (string | undefined)[]): VoicedRange[] {
  return [...text.matchAll(/"[^"]*"/gu)].flatMap((quote, index) => {
    const voice = voices[index];
    return voice === undefined ? [] : [{ start: quote.index, end: quote.index + quote[0].length, voice }];
  });
}

function told(text: string, voices: readonly (string | undefined)[]): string[] {
  const chunks = planNarration(text, { voices: quotesOf(text, voices) });
  return chunks.map((chunk) => `${chunk.voice ?? 'narrator'}: ${chunk.text}`);
}

describe('narration in several voices', () => {
  it('would catch a quote that is not cut out, or a word that is lost or said twice', () => {
    expect(told('"Who is awake?" asked the owl. "I am," said Nib, "and so are you."', ['owl', 'nib', 'nib'])).toEqual([
      'owl: "Who is awake?"',
      'narrator: asked the owl.',
      'nib: "I am,"',
      'narrator: said Nib,',
      'nib: "and so are you."',
    ]);
  });

  it('would catch a quote without a voice of its own that is cut all the same', () => {
    const text = '"Who is awake?" asked the owl. "I am," said Nib.';
    expect(told(text, [undefined, 'nib'])).toEqual([
      'narrator: "Who is awake?" asked the owl.',
      'nib: "I am,"',
      'narrator: said Nib.',
    ]);
    expect(planNarration(text, { voices: [] })).toEqual(planNarration(text));
  });

  it('would catch a pause of a sentence before "said Nib", or none between two speakers', () => {
    const pauses = (text: string, voices: readonly string[]) =>
      planNarration(text, { voices: quotesOf(text, voices) }).map(({ pauseAfter }) => pauseAfter);
    expect(pauses('"Stop!" said Nib.\n\n"Why?" "Look!"', ['nib', 'owl', 'nib'])).toEqual([
      ...[PAUSES.clause, PAUSES.paragraph],
      ...[PAUSES.sentence, PAUSES.scene],
    ]);
  });

  it('would catch marks between two voices that are told as a piece of their own', () => {
    expect(told('"Nib" — "Yes?" — and all was still.', ['owl', 'nib'])).toEqual([
      'owl: "Nib" —',
      'nib: "Yes?"',
      'narrator: — and all was still.',
    ]);
  });

  it('would catch any text that loses a word where it is cut', () => {
    const piece = fc.constantFrom(
      'Nib ran',
      '"Come in"',
      '"No!"',
      '\n\n',
      ' — ',
      '"',
      'the owl said,',
      '.',
      '😀',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'b', undefined)),
        (pieces, voices) => {
          const text = pieces.join(' ');
          const words = (some: string) => some.match(/[\p{L}\p{N}]+/gu) ?? [];
          const runs = cutAtVoices(
            text,
            quotesOf(text, voices).filter(({ start, end }) => !/\n\s*\n/u.test(text.slice(start, end))),
          );
          expect(
            words(
              runs
                .flat()
                .map((run) => run.text)
                .join(' '),
            ),
          ).toEqual(words(text));
        },
      ),
    );
  });
});
