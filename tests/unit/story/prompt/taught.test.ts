import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../../../src/core/render/plan.ts';
import { joinPhrases } from '../../../../src/core/story/prompt/phrases.ts';
import { promptOf } from '../../../../src/core/story/prompt/scene-prompt.ts';
import { keepTaught, taughtNegative } from '../../../../src/core/story/prompt/taught.ts';
import { aFigure, aGraph, aThing, NIB } from './scenes.ts';

const WORDS = new Set(
  'a an and at in the small old fox owl with blue red scarf standing sitting forest night storybook illustration text'.split(
    ' ',
  ),
);

function taught(kind: string, traits: readonly string[], more: Parameters<typeof aGraph>[1] = {}) {
  const member = { ...NIB, kind, traits };
  const graph = aGraph([aFigure('nib', { action: 'climb' }), aThing('lantern')], more);
  const { phrases } = promptOf(graph, [member], { style: 'watercolour', seed: 1, lexicon: shippedLexicon() });
  const { phrases: kept, untaught } = keepTaught(phrases, WORDS, shippedLexicon());
  return { prompt: joinPhrases(kept), untaught };
}

describe('a prompt for a model that was taught few words', () => {
  it('would catch words that it does not know spoiling what it does, or left out without being told', () => {
    expect(taught('fox', ['small', 'brown'])).toEqual({
      prompt: 'a small fox with a blue scarf, in a forest, at night, storybook illustration',
      untaught: ['brown', 'climbing', 'lantern', 'watercolour'],
    });
    expect(taught('owl', ['brown']).prompt).toMatch(/^an owl with/u);
  });

  it('would catch a picture of nobody, or of somebody else, for one that it was never taught', () => {
    const { prompt, untaught } = taught('otter', ['small'], { setting: 'swamp' });
    expect(prompt).toBe('a small otter with a blue scarf, in a swamp, at night, storybook illustration');
    expect(untaught).toEqual(expect.arrayContaining(['otter', 'swamp']));
  });

  it('would catch a scarf without its otter, or things that hang on a word that is gone', () => {
    const otter = { ...NIB, id: 'otter', kind: 'otter', traits: [], mark: '#c8452f' };
    const fox = { ...NIB, id: 'fox', kind: 'fox', traits: [] };
    const owl = { ...NIB, id: 'owl', kind: 'owl', traits: [] };
    const figures = [aFigure('fox'), aFigure('otter', { action: 'sit' }), aFigure('owl')];
    const graph = aGraph([...figures, aThing('lantern'), aThing('scarf')]);
    const { phrases } = promptOf(graph, [fox, otter, owl], { style: 'paper', seed: 1, lexicon: shippedLexicon() });
    expect(joinPhrases(keepTaught(phrases, WORDS, shippedLexicon()).phrases)).toBe(
      'a fox with a blue scarf standing and an owl with a blue scarf standing, in a forest with a scarf, at night, storybook illustration',
    );
  });

  it('would catch letters in the place of somebody whom the model could paint by another name', () => {
    const words = new Set([...WORDS, 'woman', 'dog']);
    const said = (kind: string, traits: readonly string[] = []) => {
      const { phrases } = promptOf(aGraph([aFigure('nib')]), [{ ...NIB, kind, traits }], {
        ...{ style: 'day-storybook', seed: 1, lexicon: shippedLexicon() },
      });
      const { phrases: kept, untaught } = keepTaught(phrases, words, shippedLexicon());
      return { who: kept[0]!.text, untaught };
    };
    expect(said('grandmother')).toEqual({ who: 'an old woman', untaught: ['grandmother'] });
    expect(said('grandmother', ['old']).who).toBe('an old woman');
    expect(said('queen', ['small']).who).toBe('a small woman');
    // The same drawing is no loss.
    expect(said('puppy')).toEqual({ who: 'a dog', untaught: [] });
    expect(said('king').who).toBe('a king');
  });

  it('would catch a negative prompt of words that say nothing to it', () => {
    expect(taughtNegative('photo, text, extra limbs', WORDS)).toBe('text');
  });
});
