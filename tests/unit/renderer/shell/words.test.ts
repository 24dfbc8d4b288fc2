import { describe, expect, it } from 'vitest';
import { de } from '../../../../src/renderer/i18n/de.ts';
import { en } from '../../../../src/renderer/i18n/en.ts';

type Words = { readonly [key: string]: string | Words };

function sentences(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}.`),
  );
}

const placesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name).sort();

describe('the words of the studio', () => {
  const english = new Map(sentences(en));
  const german = new Map(sentences(de));

  it('would catch a translation that drops what is told, such as a file’s name, or waits for what is never given', () => {
    const differing = [...english].filter(
      ([key, text]) => placesOf(text).join() !== placesOf(german.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('would catch a key without its plural, which would show the key itself', () => {
    const lonely = [...english.keys()].filter(
      (key) => key.endsWith('_one') && !english.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });

  it('would catch words left in English by mistake', () => {
    const bare = (text = ''): string => text.replaceAll(/\{\{.*?\}\}/g, '');
    const same = [...english].filter(([key, text]) => bare(text).length > 20 && german.get(key) === text);
    expect(same).toEqual([]);
  });
});
