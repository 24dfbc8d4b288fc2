import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { outfitOf } from '../../../src/core/storybook/figure/outfit.ts';
import { tiesOf } from '../../../src/core/storybook/layout/ties.ts';
import type { CastMember } from '../../../src/shared/story.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));

function member(text: string, id: string): CastMember {
  return planStory(readStory(Buffer.from(text), 'story.txt'), lexicon).cast.find((one) => one.id === id)!;
}

const PETER =
  'Peter the rabbit ran through the wood.\n\nHe got caught by the buttons on his jacket. It was a blue jacket, quite new.\n\nPeter sat down to rest.';

describe('what the cast wears', () => {
  it('stays on in the scenes that do not speak of it, with the colour that the text gives later', () => {
    const peter = member(PETER, 'peter');
    expect(peter.traits).toContain('blue jacket');
    expect(outfitOf(false, 'rabbit', peter, {})).toMatchObject({ garment: 'jacket', main: peter.mark });
  });

  it('has one colour in the scene that names the colour and in the others', () => {
    const peter = member(PETER, 'peter');
    const named = outfitOf(false, 'rabbit', peter, { jacket: true, colour: '#3f7fd0' });
    expect(named).toEqual(outfitOf(false, 'rabbit', peter, {}));
  });

  it.each(['took off his cloak', 'took his cloak off'])('is not for good when the story %s', (off) => {
    const text = `The traveller came along the road, wrapped in a warm cloak. The wind blew.\n\nThen the traveller ${off} and sat down.`;
    expect(member(text, 'traveller').traits).toEqual([]);
  });

  it('lies there, on nobody, in the scene where it is taken off', () => {
    const text = 'Then the sun shone and the traveller took off his cloak and sat down under a tree.';
    const { graph } = planStory(readStory(Buffer.from(text), 'story.txt'), lexicon).scenes[0]!;
    const cloak = graph.entities.find(({ drawing }) => drawing === 'storyloom:cloak')!;
    expect(cloak.attributes).toContain('off');
    expect(tiesOf(graph.entities).worn).not.toContain(cloak.id);
  });

  it('does not come from what is lost, bought or left at home', () => {
    const text = 'Lucy lost her scarf in the snow. Then Lucy ran out without her coat.';
    expect(member(text, 'lucy').traits).toEqual([]);
  });

  it('draws scarf, cloak and dress that the text gave', () => {
    const fox = (trait: string): CastMember => ({
      id: 'fox',
      name: 'Fen',
      kind: 'fox',
      drawing: 'fox',
      traits: [trait],
      mark: '#2f6fb8',
    });
    expect(outfitOf(false, 'fox', fox('red scarf'), {}).scarf).toBe(true);
    expect(outfitOf(false, 'fox', fox('cloak'), {}).cloak).toBe(true);
    expect(outfitOf(false, 'fox', fox('white dress'), {}).garment).toBe('dress');
  });
});
