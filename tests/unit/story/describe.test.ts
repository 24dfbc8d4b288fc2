import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { describeScene } from '../../../src/core/story/describe/describe-scene.ts';
import { sceneTitles } from '../../../src/core/story/describe/scene-titles.ts';
import { storyTitle } from '../../../src/core/story/describe/story-title.ts';
import { UNTITLED } from '../../../src/core/story/document.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));

const planned = (text: string) => planStory(readStory(new TextEncoder().encode(text), 'story.md'), lexicon);

describe('pictures in one line', () => {
  it.each([
    [
      'Nib the small brown otter climbed the tower on the shore at night.',
      'Nib the small brown otter climbs on the shore at night, with a tower.',
    ],
    ['A girl named Mia and a boy named Tom ran through the forest.', 'Mia the girl and Tom the boy run in a forest.'],
    ['The old owl slept.', 'The old owl sleeps in a forest.'],
  ])('%s', (text, line) => {
    const { scenes, cast } = planned(text);
    expect(describeScene(scenes[0]!, cast)).toBe(line);
  });

  it('would catch scenes that are all called the same, and an author’s title that is lost', () => {
    const scene = 'Nib the otter sat on the rock and looked at the sea. He was cold, and he waited for the ship.';
    const { scenes, cast } = planned(`# Waves\n\n## The first wave\n\n${scene}\n\n---\n\n${scene}\n\n---\n\n${scene}`);
    const titles = sceneTitles(scenes, cast);
    expect(titles[0]).toBe('The first wave');
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('would catch a story without a title that is offered as untitled', () => {
    expect(
      storyTitle({ ...planned('Nib the otter found a golden key. Nib put the key in his boat.'), title: UNTITLED }),
    ).toMatch(/^Nib and the /u);
    expect(storyTitle(planned('# The Key\n\nNib the otter found a key.'))).toBe('The Key');
  });
});
