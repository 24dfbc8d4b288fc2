import { describe, expect, it } from 'vitest';
import { caseAt } from '../../../src/core/writer/grammar/case.ts';
import { pluralOf } from '../../../src/core/story/language/plural.ts';
import { articleFor } from '../../../src/core/writer/grammar/nouns.ts';
import { baseOf, gerundOf, pastOf } from '../../../src/core/writer/grammar/verbs.ts';

describe('verbs', () => {
  it('would catch a past that nobody says', () => {
    const pasts =
      'travel plan carry play bake tie hop open visit give fly lie shine build quarrel stop whisper begin hurry'.split(
        ' ',
      );
    expect(pasts.map((base) => pastOf(base)).join(' ')).toBe(
      'travelled planned carried played baked tied hopped opened visited gave flew lay shone built quarrelled stopped whispered began hurried',
    );
    expect([pastOf('be'), pastOf('be', true)]).toEqual(['was', 'were']);
  });

  it('would catch a gerund that is spelt wrong', () => {
    expect('bake run lie see travel be hop hope play'.split(' ').map(gerundOf).join(' ')).toBe(
      'baking running lying seeing travelling being hopping hoping playing',
    );
  });

  it('would catch a form whose verb is not found again', () => {
    const forms: readonly (readonly [string, string])[] = [
      ['tells', 'tell'],
      ['hoping', 'hope'],
      ['hopping', 'hop'],
      ['carries', 'carry'],
      ['gave', 'give'],
      ['loses', 'lose'],
      ['saves', 'save'],
      ['is', 'be'],
    ];
    for (const [form, base] of forms) expect(baseOf(form, 'x')).toBe(base);
  });
});

describe('nouns', () => {
  it('would catch an article that cannot be spoken', () => {
    expect('owl hour unicorn one-eyed old uncle mouse honest'.split(' ').map(articleFor).join(' ')).toBe(
      'an an a a an an a an',
    );
  });

  it('would catch a plural that no child would accept', () => {
    expect('mouse wolf pony fish box story child snowman'.split(' ').map(pluralOf).join(' ')).toBe(
      'mice wolves ponies fish boxes stories children snowmen',
    );
  });
});

describe('the case of a gap', () => {
  it('would catch "him" for "he" and the other way round', () => {
    const gaps: readonly (readonly [string, string, string])[] = [
      ['', ' walked home.', 'subject'],
      ['and ', ' was glad', 'subject'],
      ['The moon smiled at ', '.', 'object'],
      ['Nobody had ever asked ', ' about it', 'object'],
      ['“Why?” said ', '.', 'inverted'],
      ['When ', ' came back', 'subject'],
      ['It was so dark that ', ' could see nothing', 'subject'],
    ];
    for (const [before, after, expected] of gaps) expect([before, caseAt(before, after)]).toEqual([before, expected]);
  });
});
