import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidy } from '../../../src/core/story/read/lines.ts';
import { readMarkdown } from '../../../src/core/story/read/markdown.ts';
import { storyMarkdown } from '../../../src/shared/story-markdown.ts';

const OWL = {
  title: 'The Owl & the * Moon',
  scenes: [
    { title: '1. Night #', text: '- Hoo, said the owl.\n\n# one < two_three_\n\n---' },
    { title: '', text: '12) “No,” she said [softly].' },
    { title: 'Nothing', text: ' \n\n ' },
  ],
};

test('a story read back has its own words and scenes; would catch a name in stars or a dash that becomes markup', () => {
  const { title, parts } = readMarkdown(storyMarkdown(OWL));
  expect(title).toBe(OWL.title);
  expect(parts.map((part) => [part.title, part.paragraphs])).toEqual([
    ['1. Night #', ['- Hoo, said the owl.', '# one < two_three_', '---']],
    [undefined, ['12) “No,” she said [softly].']],
  ]);
});

test('whatever is typed comes back as pasted text does; would catch a mark of Markdown that nobody thought of', () => {
  const line = fc
    .string({ unit: fc.constantFrom(...'ab 1.)#*_-+=~`[]()<>&\\!|:"\'\t') })
    .filter((text) => /[ab]/u.test(text));
  fc.assert(
    fc.property(line, line, line, (title, heading, text) => {
      const { title: read, parts } = readMarkdown(storyMarkdown({ title, scenes: [{ title: heading, text }] }));
      expect([read, parts[0]?.title, parts[0]?.paragraphs.map(tidy)]).toEqual([
        tidy(title),
        tidy(heading),
        [tidy(text)],
      ]);
    }),
  );
});
