import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { resourcePath } from '../../../src/core/paths.ts';
import type { SceneGraph } from '../../../src/shared/story.ts';
import { SENTENCES } from './sentences.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));

function graphOf(sentence: string): SceneGraph {
  const board = planStory(readStory(Buffer.from(sentence), 'sentence.txt'), lexicon);
  expect(board.scenes).toHaveLength(1);
  return board.scenes[0]!.graph;
}

function relationsOf({ entities }: SceneGraph): string[] {
  return entities.flatMap(({ drawing, relation }) =>
    relation ? [`${drawing} ${relation.kind} ${entities.find((one) => one.id === relation.target)!.drawing}`] : [],
  );
}

describe('a sentence shows what it says and nothing else', () => {
  it.each(SENTENCES)('%s', (sentence, expected) => {
    const graph = graphOf(sentence);
    const drawings = graph.entities.flatMap(({ drawing, count }) => [drawing, `${drawing} x${String(count)}`]);
    expect(drawings).toEqual(expect.arrayContaining([...(expected.shows ?? [])]));
    for (const drawing of expected.hides ?? []) expect(drawings).not.toContain(drawing);
    const does = graph.entities.map(({ drawing, action }) => [drawing, action]);
    for (const pair of expected.does ?? []) expect(does).toContainEqual([...pair]);
    expect(relationsOf(graph)).toEqual(expect.arrayContaining([...(expected.relates ?? [])]));
    const { setting, time, weather, season, mood } = expected;
    const wanted = Object.fromEntries(
      Object.entries({ setting, time, weather, season, mood }).filter(([, value]) => value),
    );
    expect(graph).toMatchObject(wanted);
  });
});
