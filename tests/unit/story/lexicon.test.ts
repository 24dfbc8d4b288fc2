import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import type { LexiconFile } from '../../../src/core/story/lexicon/format.ts';

const require = createRequire(import.meta.url);
const file = require(resourcePath('lexicon.json')) as LexiconFile;
const icons = (require('@iconify-json/fluent-emoji/icons.json') as { icons: Record<string, unknown> }).icons;
const lexicon = loadLexicon(resourcePath('lexicon.json'));

describe('the lexicon', () => {
  it.each([
    ['otter', 'otter'],
    ['sparrows', 'bird'],
    ['gulls', 'bird'],
    ['lettuces', 'leafy-green'],
    ['parsley', 'herb'],
    ['cottage', 'storyloom:cottage'],
    ['currant buns', 'bread'],
    ['fir-tree', 'evergreen-tree'],
    ['gooseberry net', 'storyloom:net'],
    ['night train', 'storyloom:train'],
    ['spaniel', 'dog'],
    ['mice', 'mouse'],
    ['geese', 'goose'],
    ['loaves', 'bread'],
    ['sloop', 'sailboat'],
    ['matches', 'storyloom:match'],
    ['wolves', 'wolf'],
    ['blackberries', 'blueberries'],
    ['lighthouse keeper', 'old-man'],
  ])('draws %s as %s', (word, drawing) => {
    expect(lexicon.find(word)?.drawing).toBe(drawing);
  });

  it.each(['hand', 'face', 'love', 'time', 'way', 'button', 'heart', 'water', 'red fox', 'snowball', 'thing', 'end'])(
    'has no picture for %s, which would only clutter one',
    (word) => {
      expect(lexicon.find(word)).toBeUndefined();
    },
  );

  it('leads to no drawing that is not there', () => {
    const ids = [...Object.keys(file.drawings), ...Object.keys(file.words)];
    const missing = ids.filter((id) => !(id in icons) && !file.ownDrawings.includes(id));
    expect(missing).toEqual([]);
  });

  it('knows kind, size and place of every drawing that a word leads to', () => {
    const used = [
      ...Object.keys(file.words),
      ...file.people.flatMap((entry) => [entry.drawing, entry.male ?? entry.drawing, entry.female ?? entry.drawing]),
    ];
    expect(used.filter((id) => !(id in file.drawings))).toEqual([]);
  });

  it('stays small enough to load at every start', () => {
    expect(JSON.stringify(file).length).toBeLessThan(1_500_000);
  });
});
