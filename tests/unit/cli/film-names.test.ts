import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmNames } from '../../../src/cli/batch/film-names.ts';

describe('the names of a batch’s films', () => {
  it('would catch a plain name made complicated, or stories of one name that overwrite each other', () => {
    expect(filmNames(['/s/otter.md', '/s/fox.txt'])).toEqual(['otter', 'fox']);
    expect(filmNames(['/a/otter.md', '/b/otter.md', '/b/fox.md'])).toEqual(['a-otter', 'b-otter', 'fox']);
    expect(filmNames(['/x/a/otter.md', '/y/a/otter.md'])).toEqual(['x-a-otter', 'y-a-otter']);
    expect(filmNames(['/s/otter.md', '/s/otter.txt'])).toEqual(['otter-md', 'otter-txt']);
    expect(filmNames(['/a/Otter.md', '/b/otter.md'])).toEqual(['a-Otter', 'b-otter']);
    expect(filmNames(['/otter.md', '/b/otter.md'])).toEqual(['otter', 'b-otter']);
  });

  it('would catch two names that some system takes for one, whatever the stories are called', () => {
    const part = fc.constantFrom('a', 'A', 'b', 'a-b', 'b-md', 'é', 'e\u0301');
    const path = fc.tuple(fc.array(part, { maxLength: 3 }), part, fc.constantFrom('.md', '.txt', ''));
    const paths = fc.uniqueArray(
      path.map(([folders, name, ending]) => `/${[...folders, name].join('/')}${ending}`),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(paths, (stories) => {
        const names = filmNames(stories).map((name) => name.normalize('NFC').toLowerCase());
        expect(new Set(names).size).toBe(stories.length);
      }),
    );
  });
});
