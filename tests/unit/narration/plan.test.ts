import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS, PAUSES, planNarration } from '../../../src/core/story/narration/plan.ts';

const SENTENCES = [
  'The old lighthouse stood on the last rock before the open sea.',
  'Every evening a small brown otter called Nib climbed up its hundred steps.',
  'She lit the great lamp and listened to the waves for a while.',
  'One night the wind blew so hard that the lamp went out at once.',
];

describe('planNarration', () => {
  it('cuts at sentence ends and not after Mr., initials or inside a quotation that goes on', () => {
    const text = `Mr. J. M. Barrie went home at 4:30 p.m. and sat down. ${SENTENCES[0]!} "Stop! Thief!" he cried to everyone. "I will not," said Peter, who ran.`;
    expect(planNarration(text).map((chunk) => chunk.text)).toEqual([
      'Mr. J. M. Barrie went home at 4:30 p.m. and sat down.',
      SENTENCES[0],
      '"Stop! Thief!" he cried to everyone.',
      '"I will not," said Peter, who ran.',
    ]);
  });

  it('pauses longer after a paragraph than after a sentence, and longest after a heading and the scene', () => {
    const text = `The Lighthouse\n\n${SENTENCES.join(' ')}\n\n${SENTENCES[0]!}`;
    expect(planNarration(text).map((chunk) => chunk.pauseAfter)).toEqual([
      PAUSES.heading,
      PAUSES.sentence,
      PAUSES.sentence,
      PAUSES.sentence,
      PAUSES.paragraph,
      PAUSES.scene,
    ]);
  });

  it('lets very short sentences go with a neighbour of the same paragraph, never of another', () => {
    const text = `${SENTENCES.join(' ')} Oh no! All dark.\n\nDark.\n\n${SENTENCES.join(' ')}`;
    const chunks = planNarration(text).map((chunk) => chunk.text);
    expect(chunks).toContain(`${SENTENCES[3]!} Oh no! All dark.`);
    expect(chunks).toContain('Dark.');
  });

  it('says a short text in one go', () => {
    expect(planNarration('Good night, Nib. Sleep well. The lamp is lit.')).toHaveLength(1);
  });

  it('gives nothing for a text without a word', () => {
    expect(planNarration(' \n\n — 😀 *** \n')).toEqual([]);
  });

  it('reads a heading first', () => {
    const [first] = planNarration(SENTENCES[0]!, { heading: 'Chapter IV' });
    expect(first).toMatchObject({ text: 'Chapter IV', spoken: 'Chapter four.', pauseAfter: PAUSES.heading });
  });

  it('cuts a sentence that is too long at its clauses', () => {
    const clause = 'and the otter swam on through the cold green water of the bay';
    const chunks = planNarration(`${Array.from({ length: 12 }, () => clause).join(', ')}.`);
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks.slice(0, -1)) {
      expect(chunk.spoken).toMatch(/bay,$/u);
      expect(chunk.pauseAfter).toBe(PAUSES.clause);
    }
  });

  it('changes only the chunk of a sentence that is changed, so that only that is narrated again', () => {
    const paragraphs = [SENTENCES, [...SENTENCES].reverse(), SENTENCES];
    const whole = planNarration(paragraphs.map((one) => one.join(' ')).join('\n\n'));
    for (const [row, one] of paragraphs.entries()) {
      for (const place of one.keys()) {
        const edited = paragraphs.map((sentences) => [...sentences]);
        edited[row]![place] = 'Far below her a grey seal was singing to the moon.';
        const again = planNarration(edited.map((sentences) => sentences.join(' ')).join('\n\n'));
        expect(again).toHaveLength(whole.length);
        expect(again.filter((chunk, index) => chunk.text !== whole[index]!.text)).toHaveLength(1);
      }
    }
  });

  it('loses no word of any text, and keeps every chunk below what the model takes', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'Mr.',
        'otter',
        'sea.',
        'said,',
        '"Stop!"',
        '$5',
        '\n\n',
        '—',
        '🎉',
        '東京。',
        'and;',
        '1,000,000',
        'VIII',
      ),
      fc.integer({ min: 100, max: 900 }).map((length) => 'x'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), (words) => {
        const text = words.join(' ');
        const chunks = planNarration(text);
        const spokenParagraphs = text
          .split(/\n[^\S\n]*\n\s*/u)
          .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph))
          .join('');
        const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(chunks.flatMap((chunk) => chunk.words.map((one) => one.text)).join(''))).toBe(
          letters(spokenParagraphs),
        );
        for (const chunk of chunks) {
          // One word may be longer said than written ("1,000,000"), so a little more than the limit may stand.
          expect(chunk.spoken.length).toBeLessThanOrEqual(MOST_CHARACTERS * 1.5);
          expect(chunk.text.length).toBeLessThanOrEqual(5_000);
          expect(chunk.words.some((one) => one.count > 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads half a megabyte on one line without an end mark', () => {
    const text = 'The otter swam on and on '.repeat(20_000);
    expect(planNarration(text).every((chunk) => chunk.spoken.length <= MOST_CHARACTERS + 1)).toBe(true);
  });
});
