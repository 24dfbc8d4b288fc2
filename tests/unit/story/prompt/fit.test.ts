import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../../../src/core/render/plan.ts';
import { fitPrompt } from '../../../../src/core/story/prompt/fit.ts';
import { joinPhrases, type PromptPhrase } from '../../../../src/core/story/prompt/phrases.ts';
import { promptOf } from '../../../../src/core/story/prompt/scene-prompt.ts';
import { aFigure, aGraph, aThing, NIB, TOBIAS } from './scenes.ts';

/** A word or a comma each, as a tokenizer of whole words would have it. */
function countTokens(text: string): Promise<number> {
  return Promise.resolve(text.match(/[\p{L}\p{N}-]+|,/gu)?.length ?? 0);
}

const { phrases } = promptOf(
  aGraph(
    [
      aFigure('nib', { action: 'climb', relation: { kind: 'on', target: 'stairs' } }),
      aFigure('tobias'),
      aThing('stairs'),
      aThing('boat'),
      aThing('lantern'),
    ],
    { weather: 'storm', mood: 'tense' },
  ),
  [NIB, TOBIAS],
  { style: 'paper', seed: 1, lexicon: shippedLexicon() },
);

describe('a prompt for a text encoder that reads so much and no more', () => {
  it('would catch a prompt that fits and is shortened all the same', async () => {
    expect(await fitPrompt(phrases, 75, countTokens)).toEqual({ prompt: joinPhrases(phrases), dropped: [] });
  });

  it('would catch the style, the place or the one it is about going before what only decorates the picture', async () => {
    const { prompt, dropped } = await fitPrompt(phrases, 24, countTokens);
    expect(prompt).toBe(
      'a small brown otter with a blue scarf climbing, in a forest, at night, storybook illustration of cut paper',
    );
    // Nothing is left out without being told.
    const all = phrases.map(({ text }) => text);
    expect([...dropped, ...all.filter((text) => !dropped.includes(text))].toSorted()).toEqual(all.toSorted());
    expect(dropped).toContain('a lantern');
    expect(await countTokens(prompt)).toBeLessThanOrEqual(24);
  });

  it('would catch a second figure that leaves its clothes and deed behind when it is dropped', async () => {
    for (let window = 16; window < 60; window++) {
      const { prompt } = await fitPrompt(phrases, window, countTokens);
      if (prompt.includes('in red clothes')) expect(prompt).toContain('an old man in red clothes');
      expect(await countTokens(prompt)).toBeLessThanOrEqual(window);
    }
  });

  it('would catch a word that is cut in two, or a text of 10,000 words that is asked for word by word', async () => {
    const long: PromptPhrase = { text: Array(10_000).fill('marvellous').join(' '), joint: ', ', rank: 0 };
    let asked = 0;
    const { prompt, dropped } = await fitPrompt([long], 75, (text) => {
      asked += 1;
      return countTokens(text);
    });
    expect(prompt).toBe(Array(75).fill('marvellous').join(' '));
    expect(dropped[0]!.split(' ')).toHaveLength(9_925);
    expect(asked).toBeLessThan(20);
  });
});
