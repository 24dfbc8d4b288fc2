import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, resourcePath } from '../../../src/core/paths.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { checkStory } from '../../../src/core/writer/checks/check-story.ts';
import { wordsOf } from '../../../src/core/writer/checks/story-text.ts';
import { readIdea } from '../../../src/core/writer/idea/read-idea.ts';
import type { WriteRequest } from '../../../src/shared/writing.ts';
import { GOOD_STORIES } from '../../helpers/good-stories.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));
const [ember, milo, rosa, fox] = GOOD_STORIES as [
  (typeof GOOD_STORIES)[0],
  (typeof GOOD_STORIES)[0],
  (typeof GOOD_STORIES)[0],
  (typeof GOOD_STORIES)[0],
];

function check(idea: string, scenes: readonly string[], asked: Partial<WriteRequest> = {}) {
  const words = wordsOf(scenes.join(' ')).length;
  const request = { age: '6-8', words, bedtime: false, ...asked } as const;
  return checkStory({ scenes, request, idea: readIdea(idea, lexicon) });
}

const changed = ({ scenes }: (typeof GOOD_STORIES)[0], from: string | RegExp, to: string) =>
  scenes.map((scene) => scene.replaceAll(from, to));

const kinds = (findings: ReturnType<typeof check>) => findings.map(({ kind }) => kind);

describe('the checks of what writers write', () => {
  it.each(GOOD_STORIES)('would catch fault found with good prose: $idea', ({ idea, scenes }) => {
    expect(check(idea, scenes)).toEqual([]);
    expect(check(idea, scenes, { age: '9-12' })).toEqual([]);
  });

  it.each([
    [
      'peter-rabbit.txt',
      'Peter Rabbit goes into the garden. Flopsy, Mopsy, Cotton-tail, Benjamin Bunny and Mr. McGregor are in it.',
    ],
    ['north-wind-and-sun.txt', 'The wind and the sun have a contest.'],
    ['lighthouse-otter.md', 'An otter named Nib lives with a keeper named Tobias in a lighthouse.'],
  ])('would catch fault found with the style of a classic: %s', (name, idea) => {
    const text = readFileSync(join(projectRoot, 'examples', name), 'utf8');
    const scenes = text.split(/^#+ .*$/gmu).filter((scene) => scene.trim() !== '');
    const style = new Set(['stray-name', 'repetition', 'level', 'prompt-text', 'language', 'length']);
    expect(check(idea, scenes).filter(({ kind }) => style.has(kind))).toEqual([]);
  });

  it('would catch checks that anything passes: no story is one for the idea of another', () => {
    const folder = join(projectRoot, 'docs', 'stories');
    const stories = readdirSync(folder)
      .filter((name) => name.endsWith('-1.md'))
      .map((name) => {
        const [head, ...scenes] = readFileSync(join(folder, name), 'utf8').split(/^## .*$/gmu);
        return { idea: /^> (.+)$/mu.exec(head!)![1]!, scenes };
      });
    expect(stories.length).toBeGreaterThan(5);
    for (const [index, { scenes }] of stories.entries()) {
      const other = stories[(index + 1) % stories.length]!;
      const promises = new Set(['name', 'kind', 'event', 'ending']);
      expect(
        check(other.idea, scenes).filter(({ kind }) => promises.has(kind)),
        other.idea,
      ).not.toEqual([]);
    }
  });

  it('would catch a name that was lost or changed, and where a new one came in', () => {
    expect(kinds(check(ember.idea, changed(ember, /Ember/gu, 'she')))).toContain('name');
    const other = check(ember.idea, changed(ember, 'the kid climbed', 'little Lucinda climbed'));
    expect(other).toEqual([{ kind: 'stray-name', message: 'Lucinda is not in the idea.', scene: 1 }]);
    expect(kinds(check(ember.idea, changed(ember, 'said the kid.', 'said Rose.')))).toContain('stray-name');
  });

  it('would catch a mouse that has become a bear', () => {
    const findings = check(milo.idea, changed(milo, 'Milo the mouse', 'Milo the small bear'));
    expect(findings).toContainEqual({ kind: 'kind', message: 'Milo is not called a mouse.' });
    expect(findings).toContainEqual({ kind: 'kind', message: 'Milo is a mouse, and here a bear.', scene: 0 });
  });

  it('would catch what was asked for and is not told', () => {
    const scenes = [
      rosa.scenes[0]!,
      'Rosa went home with the bread and swept the floor. The baker was tired. It had been a long day, and nobody came.',
    ];
    expect(kinds(check(rosa.idea, scenes))).toContain('event');
    expect(
      kinds(check(fox.idea, [fox.scenes[0]!.replace(/One grey.*/su, 'He was a happy fox, and so was the hedgehog.')])),
    ).toContain('event');
  });

  it('would catch an ending that was forgotten, or told at the beginning', () => {
    const awake = changed(milo, /He meant to count[\s\S]*/gu, 'He counted the stars, and then they swam home.');
    expect(check(milo.idea, awake)).toEqual([
      { kind: 'ending', message: 'It does not end with falling asleep.', scene: 2 },
    ]);
    expect(kinds(check(ember.idea, ember.scenes, { bedtime: true }))).toEqual(['ending']);
  });

  it('would catch a loop', () => {
    const loop = [...ember.scenes];
    loop[1] +=
      ' Ember looked at the valley and was happy with her friend. Ember looked at the valley and was happy with her friend.';
    expect(check(ember.idea, loop)).toEqual([expect.objectContaining({ kind: 'repetition', scene: 1 })]);
  });

  it('would catch a refrain taken for a loop', () => {
    const refrain = 'And the little lamp went on burning, whatever the wind said.';
    const scenes = ember.scenes.map((scene) => `${scene} ${refrain}`);
    const request = { age: '6-8', words: 280, bedtime: false } as const;
    const idea = readIdea(ember.idea, lexicon);
    expect(checkStory({ scenes, request, idea, refrains: [refrain] })).toEqual([]);
    expect(checkStory({ scenes, request, idea }).length).toBeGreaterThan(0);
  });

  it.each([
    'Sure! Here is the second scene of the story:',
    'Scene 2: The Meeting',
    '**The Meeting**',
    '[Insert a lesson here]',
    'As an AI language model, I cannot feel warm.',
    'Word count: 80',
    '{hero} went home.',
    '<|im_end|>',
    '```',
    'undefined went home.',
  ])('would catch words of the machine: %s', (words) => {
    const scenes = [ember.scenes[0]!, `${words}\n\n${ember.scenes[1]!}`, ember.scenes[2]!];
    expect(kinds(check(ember.idea, scenes))).toContain('prompt-text');
  });

  it('would catch sentences that no small child follows', () => {
    const scenes = [
      `Ember, a dragon whose considerable reluctance concerning unfamiliar acquaintances had, notwithstanding the repeated encouragement of innumerable sympathetic neighbours, prevented every conversation, learned eventually, through extraordinary circumstances, that friendship necessitates vulnerability.`,
      `Having deliberated extensively upon the disadvantages of solitude, the aforementioned dragon determined, albeit with considerable trepidation, to make the acquaintance of a friend whose disposition appeared comparatively benevolent.`,
      `Consequently, an enduring friendship, characterised by reciprocal understanding and uncomplicated affection, was established between these previously unacquainted creatures of the mountainous countryside.`,
    ];
    expect(kinds(check(ember.idea, scenes, { age: '3-5' }))).toEqual(['level']);
  });

  it('would catch another language, and a story far shorter or longer than asked for', () => {
    const german = 'Es war einmal ein Drache, der hieß Ember und lebte am Rand des Waldes, wo niemand ihn je besuchte.';
    expect(kinds(check(ember.idea, [ember.scenes[0]!, german, ember.scenes[2]!]))).toContain('language');
    expect(kinds(check(ember.idea, ember.scenes, { words: 800 }))).toEqual(['length']);
    expect(kinds(check(ember.idea, ember.scenes, { words: 100 }))).toEqual(['length']);
  });
});
