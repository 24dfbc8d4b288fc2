/** The plans of whole stories, scene by scene, against what a parent who reads along expects to see. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainScene } from '../../../src/core/story/explain.ts';
import { projectRoot, resourcePath } from '../../../src/core/paths.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import type { Storyboard } from '../../../src/shared/story.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));

function plan(path: string): Storyboard {
  return planStory(readStory(readFileSync(join(projectRoot, path)), path), lexicon);
}

function explain(board: Storyboard): string[] {
  return board.scenes.map((scene) => explainScene(scene, board.cast));
}

describe('The Otter Who Kept the Light', () => {
  const board = plan('examples/lighthouse-otter.md');

  it('knows its two heroes by name and kind', () => {
    expect(board.title).toBe('The Otter Who Kept the Light');
    expect(board.cast.map(({ id, name, drawing, traits }) => ({ id, name, drawing, traits }))).toEqual([
      { id: 'tobias', name: 'Tobias', drawing: 'old-man', traits: [] },
      { id: 'nib', name: 'Nib', drawing: 'otter', traits: ['small', 'brown'] },
    ]);
    expect(new Set(board.cast.map((member) => member.mark)).size).toBe(2);
  });

  it('shows in every scene what its text says', () => {
    expect(explain(board)).toMatchInlineSnapshot(`
      [
        "Tobias the old man is there; Nib the otter is there; tall white lighthouse; grey rock (lighthouse, day)",
        "Tobias the old man climbs; Nib the otter climbs with the matches; stairs (lighthouse, dusk)",
        "Tobias the old man falls on the wet steps; waves; wind (lighthouse, night, storm)",
        "Tobias the old man talks; Nib the otter looks; stairs (lighthouse, night, storm)",
        "Nib the otter climbs; 3 × gulls sleep; ship (lighthouse, night, storm)",
        "Nib the otter is with the match; wind (lighthouse, night, storm)",
        "Nib the otter is with the match (lighthouse, night, storm)",
        "captain is with the horn; ship (lighthouse, night, storm)",
        "Nib the otter sleeps; Tobias the old man gives something; little brass badge; sun (lighthouse, dawn)",
      ]
    `);
  });

  it('draws neither the wolf nor the houses, the star and the plate of its comparisons', () => {
    const drawings = board.scenes.flatMap((scene) => scene.graph.entities.map((entity) => entity.drawing));
    for (const absent of ['wolf', 'house', 'houses', 'star', 'fork-and-knife-with-plate'])
      expect(drawings).not.toContain(absent);
  });
});

describe('The North Wind and the Sun', () => {
  const board = plan('examples/north-wind-and-sun.txt');

  it('takes wind and sun for persons', () => {
    expect(board.cast.map(({ name, drawing }) => [name, drawing])).toEqual([
      ['the north wind', 'storyloom:wind'],
      ['the sun', 'storyloom:sun-face'],
      ['the traveller', 'man'],
    ]);
  });

  it('shows in every scene what its text says', () => {
    expect(explain(board)).toMatchInlineSnapshot(`
      [
        "the north wind talks; the sun talks; the traveller is wearing the warm cloak (road, day)",
        "the north wind talks; the sun talks; the traveller is wearing the cloak (road, day)",
        "the north wind is there; the traveller is wearing the cloak (road, day, wind)",
        "the sun is there; the traveller sits under the tree; cloak (road, day)",
        "the north wind talks; the sun is there (road, day)",
      ]
    `);
  });
});

describe('The Tale of Peter Rabbit', () => {
  const board = plan('examples/peter-rabbit.txt');

  it('makes four rabbits of four names, a rabbit of Mrs. Rabbit and a gardener of Mr. McGregor', () => {
    expect(board.cast.map(({ name, drawing }) => [name, drawing])).toEqual([
      ['Flopsy', 'rabbit'],
      ['Mopsy', 'rabbit'],
      ['Cotton-tail', 'rabbit'],
      ['Peter', 'rabbit'],
      ['Mrs. Rabbit', 'rabbit'],
      ['Mr. McGregor', 'man-farmer'],
    ]);
  });

  it('gives Peter the blue of his jacket, and every other rabbit another colour', () => {
    const marks = board.cast.map((member) => member.mark);
    expect(new Set(marks).size).toBe(marks.length);
    expect(board.cast.find((member) => member.id === 'peter')!.mark).toBe('#2f6fb8');
  });

  it('shows in every scene what its text says', () => {
    expect(explain(board)).toMatchInlineSnapshot(`
      [
        "Flopsy the rabbit is under the big fir-tree; Mopsy the rabbit is under the big fir-tree; Cotton-tail the rabbit is under the big fir-tree; Peter the rabbit is under the big fir-tree; Mrs. Rabbit is there (forest, day)",
        "Mrs. Rabbit talks; Flopsy the rabbit is there; Mopsy the rabbit is there; Cotton-tail the rabbit is there; Peter the rabbit is there (forest, day)",
        "Mrs. Rabbit is with the basket; umbrella; brown bread; 5 × currant buns (bakery, day)",
        "Flopsy the rabbit walks with the blackberries; Mopsy the rabbit walks with the blackberries; Cotton-tail the rabbit walks with the blackberries (road, day)",
        "Peter the rabbit runs under the gate (garden, day)",
        "Peter the rabbit eats with the lettuces; french beans; 3 × radishes; parsley (garden, day)",
        "Peter the rabbit looks; Mr. McGregor the man is there; cucumber frame (garden, day)",
        "Mr. McGregor the man runs with the rake; Peter the rabbit runs; 3 × young cabbages (garden, day)",
        "Peter the rabbit runs; shoes; 3 × cabbages; 3 × potatoes (garden, day)",
        "Peter the rabbit runs in the gooseberry net; jacket (garden, day)",
        "Peter the rabbit is wearing the blue jacket (garden, day)",
        "Peter the rabbit cries; 3 × friendly sparrows fly near Peter (garden, day)",
      ]
    `);
  });
});

describe('the ten briefs as texts', () => {
  const briefs = readFileSync(join(projectRoot, 'tests/fixtures/stories/briefs.txt'), 'utf8').trim().split('\n');
  it('show hero, place and time of each', () => {
    const lines = briefs.map((brief) =>
      explain(planStory(readStory(Buffer.from(brief), 'brief.txt'), lexicon)).join(' | '),
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "Ember the dragon is there (mountain, day)",
        "the owl looks; the moon is there (forest, night)",
        "Milo the mouse is there; Pearl the whale is there; lost star (snow, night, snow)",
        "Rosa the baker works; the bread talks (bakery, day)",
        "Sam the brother works; Theo the brother works; bathtub boat (lake, day, storm)",
        "Tin the robot sits; flower (moon, night)",
        "the clockmaker gives something; Ada the girl gives something (workshop, night)",
        "the fox talks; hedgehog is there (forest, day)",
        "the last snowflake looks (snow, day, snow)",
        "Biscuit the cat runs on the night train; the penguin is there (train, night)",
      ]
    `);
  });
});
