import { describe, expect, it } from 'vitest';
import type { CastMember, SceneGraph, Style } from '../../../../src/shared/story.ts';
import { shippedLexicon } from '../../../../src/core/render/plan.ts';
import { joinPhrases } from '../../../../src/core/story/prompt/phrases.ts';
import { promptOf } from '../../../../src/core/story/prompt/scene-prompt.ts';
import { aFigure, aGraph, aThing, NIB, TOBIAS } from './scenes.ts';

function prompt(graph: SceneGraph, cast: readonly CastMember[] = [NIB, TOBIAS], style: Style = 'day-storybook') {
  return promptOf(graph, cast, { style, seed: 1, lexicon: shippedLexicon() });
}

function words(...given: Parameters<typeof prompt>): string {
  return joinPhrases(prompt(...given).phrases);
}

const STORYBOOK = 'storybook illustration';

describe('a prompt made of a scene', () => {
  it('would catch another order or other words than the picture-book model was taught', () => {
    const fox: CastMember = { ...NIB, id: 'fox', kind: 'fox', traits: [], mark: '#c8452f' };
    expect(words(aGraph([aFigure('fox')]), [fox])).toBe(
      `a fox with a red scarf standing, in a forest, at night, ${STORYBOOK}`,
    );
    const rainy = aGraph([aFigure('fox', { action: 'sit' })], { time: 'day', weather: 'rain', mood: 'sad' });
    expect(words(rainy, [fox])).toBe(
      `a fox with a red scarf sitting, in a forest, in daylight, in the rain, sad mood, ${STORYBOOK}`,
    );
  });

  it('would catch a member of the cast who is described otherwise from scene to scene, or by name', () => {
    const scenes = [
      aGraph([aFigure('nib', { word: 'the otter', attributes: ['wet', 'tired'] }), aFigure('tobias')]),
      aGraph([aFigure('nib', { action: 'climb', weight: 0.4 })], { mood: 'brave' }),
    ];
    for (const scene of scenes) expect(words(scene)).toContain('a small brown otter with a blue scarf');
    expect(words(scenes[0]!)).toContain('and an old man in red clothes standing');
    expect(words(scenes[0]!)).not.toMatch(/nib|tobias|brave|wet/iu);
  });

  it('would catch clothes of the text that give way to a scarf, or that are said twice', () => {
    const peter: CastMember = { ...NIB, id: 'peter', kind: 'rabbit', traits: ['little', 'blue jacket'] };
    const jacket = aThing('blue jacket', { relation: { kind: 'wearing', target: 'peter' } });
    const wearing = aFigure('peter', { relation: { kind: 'wearing', target: 'blue-jacket' } });
    expect(words(aGraph([wearing, jacket]), [peter])).toMatch(
      /^a small rabbit in a blue jacket standing, in a forest, at/u,
    );
    const dragon: CastMember = { ...NIB, id: 'dragon', kind: 'dragon', traits: ['red'], mark: '#c8352f' };
    expect(words(aGraph([aFigure('dragon')]), [dragon])).toMatch(/^a red dragon standing,/u);
    const sun: CastMember = { ...NIB, id: 'sun', kind: 'sun', traits: [] };
    expect(words(aGraph([aFigure('sun')]), [sun])).toMatch(/^the sun, in/u);
  });

  it('would catch things that are held and then lie about as well, and crowds told one by one', () => {
    const lamp = aThing('lantern', { attributes: ['gold'], relation: { kind: 'holding', target: 'nib' } });
    const nib = aFigure('nib', { action: 'hold', relation: { kind: 'holding', target: 'lantern' } });
    expect(words(aGraph([nib, lamp, aThing('boat')]))).toContain(
      'a small brown otter with a blue scarf holding a gold lantern, in a forest with a boat, at night',
    );
    const rabbits = ['a', 'b', 'c'].map((id) => ({ ...NIB, id, kind: 'mouse', traits: ['grey'] }));
    expect(words(aGraph(rabbits.map(({ id }) => aFigure(id))), rabbits)).toMatch(/^three grey mice standing, in/u);
  });

  it('would catch a picture of nobody that is of nothing, and things without a drawing that no model is told of', () => {
    expect(words(aGraph([aThing('cottage', { role: 'scenery' })], { undrawn: ['loom'] }))).toBe(
      `a cottage, in a forest with a loom, at night, ${STORYBOOK}`,
    );
    expect(words(aGraph([]))).toBe(`in a forest, at night, ${STORYBOOK}`);
  });

  it('would catch weather under a roof, daylight in space, and a night style that is told of daylight', () => {
    const rain = { weather: 'rain', time: 'day' } as const;
    expect(words(aGraph([], { setting: 'bedroom', ...rain }))).toBe(`in a bedroom, in daylight, ${STORYBOOK}`);
    expect(words(aGraph([], { setting: 'space', time: 'day' }))).toBe(`in space, under the stars, ${STORYBOOK}`);
    expect(words(aGraph([], { time: 'day' }), [], 'night-storybook')).toContain(
      'at night, storybook illustration in deep',
    );
  });

  it('would catch scenes of one member whose seeds differ, and takes or members whose seeds are the same', () => {
    const [first, second] = [aGraph([aFigure('nib')]), aGraph([aFigure('nib'), aFigure('tobias')], { setting: 'sea' })];
    const seedOf = (graph: SceneGraph, seed: number): number =>
      promptOf(graph, [NIB, TOBIAS], { style: 'paper', seed, lexicon: shippedLexicon() }).seed;
    expect(seedOf(first, 1)).toBe(seedOf(second, 1));
    const others = [seedOf(first, 2), seedOf(first, 3), seedOf(aGraph([aFigure('tobias')]), 1), seedOf(aGraph([]), 1)];
    expect(new Set([seedOf(first, 1), ...others]).size).toBe(5);
    for (const seed of others) expect(seed).toBeLessThanOrEqual(0xffff_ffff);
  });
});
