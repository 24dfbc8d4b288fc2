import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToneNarrator } from '../../../src/core/providers/fixture/tone-narrator.ts';
import { speakText } from '../../../src/core/render/speak-text.ts';
import { planNarration } from '../../../src/core/story/narration/plan.ts';
import { captionWords, lineText } from '../../../src/shared/captions/words.ts';

async function captionsOf(text: string) {
  const { words } = await speakText(text, { narrator: createToneNarrator(), voice: 'tone-low', speed: 1 });
  return captionWords(text, words);
}

describe('captionWords', () => {
  it('lights what the author wrote while it is said in other words', async () => {
    const words = await captionsOf('Nib paid $5 for it.');
    const price = words.find(({ text }) => text === '$5')!;
    // 'five dollars', 12 letters and a space, against 'paid', 4.
    const paid = words.find(({ text }) => text === 'paid')!;
    expect(price.end - price.start).toBeGreaterThan(2.5 * (paid.end - paid.start));
  });

  it('would catch marks and words that are not said and so would be lost, or shown alone', async () => {
    const words = await captionsOf('— Hello — said Nib 😀 well—no.\n\n***\n\n"Stop!" ...');
    expect(lineText(words)).toBe('— Hello — said Nib 😀 well—no. "Stop!" ...');
    expect(words.filter(({ opens }) => opens).map(({ text }) => text)).toEqual(['— Hello —', '"Stop!" ...']);
    expect(words.find(({ text }) => text === 'no.')!.glued).toBe(true);
  });

  it('keeps the whole of any text that has a word in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Nib', '—', '$5', '***', '😀', 'well—no', '"Oh!"', '4:30', '{\\N}', '3rd'), {
          minLength: 1,
        }),
        async (parts) => {
          const text = parts.join(' ');
          if (planNarration(text).length === 0) return;
          expect(lineText(await captionsOf(text))).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('would catch a crash on words that the text does not have any more', () => {
    const words = captionWords('A new text.', [
      { text: 'An', start: 0, end: 1 },
      { text: 'old', start: 1, end: 2 },
      { text: 'text.', start: 2, end: 3 },
    ]);
    expect(words.map(({ text }) => text).at(-1)).toBe('text.');
    expect(captionWords('No word is said.', [])).toEqual([]);
  });
});
