import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { toStory } from '../../../src/core/project/to-story.ts';
import { rememberParses } from '../../../src/core/story/language/remember-parses.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import type { ProjectScene } from '../../../src/shared/project.ts';
import type { Storyboard } from '../../../src/shared/story.ts';
import { aDocument, aScene } from './documents.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));
const plan = (scenes: readonly ProjectScene[]): Storyboard => planStory(toStory(aDocument(scenes)), lexicon);
const castOf = ({ scenes }: Storyboard): (readonly (string | undefined)[])[] =>
  scenes.map(({ graph }) => graph.entities.flatMap(({ castId }) => castId ?? []));

const TOLD = [
  aScene('a', 'Nib the otter swam to the rock. Pearl the whale sang.'),
  aScene('b', 'Nib climbed the stairs of the lighthouse.'),
  aScene('c', 'The sun went down over the sea.'),
];

describe('a project to a storyboard', () => {
  it('would catch scenes that are cut, merged or named anew: ids, words and order are the project’s', () => {
    const long = Array.from({ length: 60 }, (_, index) => `Nib counted gull number ${String(index)}.`).join(' ');
    const board = plan([aScene('x9', long), aScene('k-2', 'Oh.\n\nNo.'), aScene('Zz', 'The end.')]);
    expect(board.scenes.map(({ id }) => id)).toEqual(['x9', 'k-2', 'Zz']);
    expect(board.scenes.map(({ text }) => text)).toEqual([long, 'Oh.\n\nNo.', 'The end.']);
  });

  it('would catch a scene without words that is filmed, or left out in silence', () => {
    const board = plan([aScene('a', 'Nib ran.'), aScene('b', ' \n '), aScene('c', '...'), aScene('d', 'Nib slept.')]);
    expect(board.scenes.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(board.notices).toEqual(['Scenes 2 and 3 have no text yet: the film leaves them out.']);
    const empty = plan([aScene('a', '')]);
    expect(empty).toMatchObject({ scenes: [], notices: ['Scene 1 has no text yet: the film leaves it out.'] });
  });

  it('would catch a hidden member who is drawn, or a shown one who is not', () => {
    expect(castOf(plan(TOLD))).toEqual([['nib', 'pearl'], ['nib'], ['nib']]);
    const hidden = plan([{ ...TOLD[0]!, hidden: ['nib'] }, { ...TOLD[1]!, hidden: ['nib'] }, TOLD[2]!]);
    expect(castOf(hidden)).toEqual([['pearl'], [], ['nib']]);
    expect(hidden.cast.map(({ id }) => id)).toContain('nib');
    const shown = plan([TOLD[0]!, { ...TOLD[1]!, shown: ['pearl', 'nobody'] }, TOLD[2]!]);
    expect(castOf(shown)).toEqual([['nib', 'pearl'], ['nib', 'pearl'], ['nib']]);
    const pearl = shown.scenes[1]!.graph.entities.find(({ castId }) => castId === 'pearl');
    expect(pearl).toMatchObject({ role: 'character', action: 'stand', count: 1, drawing: 'whale' });
    const both = plan([{ ...TOLD[0]!, shown: ['nib'], hidden: ['nib'] }, TOLD[1]!, TOLD[2]!]);
    expect(castOf(both)[0]).toEqual(['pearl']);
  });

  it('would catch the hiding of someone in one scene that changes who is meant in the next', () => {
    const hidden = plan([{ ...TOLD[0]!, hidden: ['nib', 'pearl'] }, aScene('b', 'He was tired.'), TOLD[2]!]);
    const open = plan([TOLD[0]!, aScene('b', 'He was tired.'), TOLD[2]!]);
    expect(castOf(hidden).slice(1)).toEqual(castOf(open).slice(1));
  });

  it('would catch a member only talked of who is not drawn when the author asks for it', () => {
    const talked = [aScene('a', 'Nib ran home. Pearl the whale sang.'), aScene('b', '“I miss Pearl,” said Nib.')];
    expect(castOf(plan(talked))[1]).toEqual(['nib']);
    expect(castOf(plan([talked[0]!, { ...talked[1]!, shown: ['pearl'] }]))[1]).toEqual(['nib', 'pearl']);
  });

  it('would catch an override, a title or a chosen take that planning does not get', () => {
    const scene: ProjectScene = {
      ...aScene('a', 'Nib ran.'),
      title: 'Morning',
      setting: 'bakery',
      style: 'paper',
      motion: 'none',
      takes: [
        { kind: 'drawn', id: 't1', seed: 1 },
        { kind: 'drawn', id: 't2', seed: 7 },
      ],
      take: 't2',
    };
    const [planned] = plan([scene]).scenes;
    expect(planned).toMatchObject({ title: 'Morning', graph: { setting: 'bakery' } });
    expect(planned!.overrides).toEqual({ setting: 'bakery', style: 'paper', motion: 'none', seed: 7 });
  });
});

describe('planning with remembered parses', () => {
  it('would catch a memory that changes what is planned, or that keeps more than it may', () => {
    const parse = rememberParses(120);
    for (const scenes of [TOLD, [...TOLD].reverse(), [...TOLD, TOLD[0]!], TOLD]) {
      const story = toStory(aDocument(scenes));
      expect(planStory(story, lexicon, parse)).toEqual(planStory(story, lexicon));
    }
    const first = parse('Nib ran.');
    expect(parse('Nib ran.')).toBe(first);
    parse('Nib slept. '.repeat(11));
    expect(parse('Nib ran.')).not.toBe(first);
  });
});
