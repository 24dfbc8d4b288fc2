import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { planStage } from '../../../src/core/render/plan.ts';
import { readStage } from '../../../src/core/render/read.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import type { Storyboard } from '../../../src/shared/story.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));
const plan = (text: string, name = 'story.txt'): Storyboard => planStory(readStory(Buffer.from(text), name), lexicon);

describe('planning a story', () => {
  it('gives the same plan every time', () => {
    const text = 'A fox named Fen met an owl. She was old.\n\nOne night they went to the sea in a boat.';
    expect(plan(text)).toEqual(plan(text));
  });

  it('plans any text without a crash, with relations that point at entities of their scene', () => {
    const word = fc.constantFrom(
      'the',
      'a',
      'fox',
      'Nib',
      'said',
      '"',
      ',',
      '.',
      '.\n\n',
      'of',
      'and',
      'who',
      'was',
      'not',
      'his',
      'named',
      'two',
      'under',
      'house',
      'there',
      "'s",
      'to',
      'they',
      'it',
      'had',
      '-',
      'Mrs.',
      'é',
      '話',
      '—',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 80 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (wild) => {
        const board = plan(`So it began. ${wild.replace(/\p{Cc}/gu, ' ')}`);
        for (const { graph } of board.scenes) {
          const ids = graph.entities.map((entity) => entity.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { relation, count, weight, castId } of graph.entities) {
            if (relation) expect(ids).toContain(relation.target);
            if (castId) expect(board.cast.map((member) => member.id)).toContain(castId);
            expect(count >= 1 && count <= 12 && weight > 0 && weight <= 1).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('carries place, time and weather on to scenes that do not speak of them', () => {
    const board = plan(
      'One stormy night a fox came to a castle.\n\n---\n\nHe knocked at the gate.\n\n---\n\nIn the morning he went home.',
      'a.md',
    );
    expect(board.scenes.map(({ graph }) => [graph.setting, graph.time, graph.weather])).toEqual([
      ['castle', 'night', 'storm'],
      ['castle', 'night', 'storm'],
      ['castle', 'day', 'clear'],
    ]);
  });

  it('does as the author says in a project file, and carries that on', () => {
    const scenes = [{ text: 'A fox sat in the kitchen.', setting: 'cave', time: 'night' }, { text: 'It slept.' }];
    const board = plan(JSON.stringify({ storyloom: 1, title: 'T', scenes }), 'a.json');
    expect(board.scenes.map(({ graph }) => [graph.setting, graph.time])).toEqual([
      ['cave', 'night'],
      ['cave', 'night'],
    ]);
    expect(board.scenes[0]!.overrides).toEqual({ setting: 'cave', time: 'night' });
  });

  it("knows who 'he' and 'she' are over several scenes", () => {
    const board = plan('# T\n\nAda met a boy named Tom.\n\n---\n\nShe gave him a plum.\n\n---\n\nHe ate it.', 'a.md');
    const figures = board.scenes.map(({ graph }) => graph.entities.flatMap((one) => one.castId ?? []).sort());
    expect(figures).toEqual([['ada', 'tom'], ['ada', 'tom'], ['tom']]);
  });

  it('counts a changed lexicon and a changed text as another plan, a moved file as the same story', () => {
    const bytes = Buffer.from('A fox.');
    expect(readStage.identity({ bytes, fileName: '/a/x.txt' })).toEqual(
      readStage.identity({ bytes, fileName: '/b/x.txt' }),
    );
    expect(readStage.identity({ bytes, fileName: 'x.md' })).not.toEqual(
      readStage.identity({ bytes, fileName: 'x.txt' }),
    );
    const document = readStory(bytes, 'x.txt');
    expect(planStage.identity({ document })).toEqual(planStage.identity({ document, lexicon }));
    expect(planStage.identity({ document, lexicon: { ...lexicon, version: 'other' } })).not.toEqual(
      planStage.identity({ document, lexicon }),
    );
  });
});
