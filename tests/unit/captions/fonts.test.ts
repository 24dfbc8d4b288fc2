import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/core/captions/ass.ts';
import { bundledFace, fontsFor } from '../../../src/core/captions/fonts.ts';
import { filterPath } from '../../../src/core/media/burn-in.ts';
import { resourcePath } from '../../../src/core/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'storyloom-fonts-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('fonts', () => {
  it.each(['sans', 'sans-strong', 'serif', 'serif-strong'] as const)('%s has Latin, Greek and Cyrillic', (name) => {
    const face = bundledFace(name);
    const texts = [
      'Zwölf Boxkämpfer jagen Œuvre, ÿ ŵ ů ł ğ ş «—…“”’ €',
      'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία',
      'Съешь же ещё этих мягких французских булок, їєґ',
    ];
    for (const letter of texts.join('').replaceAll(' ', ''))
      expect([letter, face.has(letter.codePointAt(0)!)]).toEqual([letter, true]);
  });

  it('writes nothing and says nothing for a text that our fonts cover', () => {
    const cache = join(folder, 'unused');
    const { notices, folder: used } = fontsFor('Ένα «Łódź» ещё.', { cache, folders: [] });
    expect([notices, used]).toEqual([[], resourcePath('fonts')]);
    expect(() => readdirSync(cache)).toThrow();
  });

  it('would catch letters that vanish without a word: the notice names them and what to do', () => {
    const fonts = fontsFor('Nib said 你好 😀❤️.', { cache: join(folder, 'none'), folders: [] });
    expect(fonts.notices.join('\n')).toMatch(/No font on this machine has 你 好 \(Han\).*Install a font/u);
    expect(fonts.notices.join('\n')).toMatch(/Not shown.*😀 ❤️.*subtitle files have them/u);
    expect(
      fonts
        .runs('你好 Nib 😀', 'sans')
        .map(({ text }) => text)
        .join(''),
    ).toBe(' Nib ');
  });

  describe('of the system', () => {
    const system = join(folder, 'system');
    beforeAll(() => {
      mkdirSync(system);
      writeFileSync(join(system, 'broken.ttf'), 'no font at all');
      copyFileSync(resourcePath('fonts', 'storyloom-serif.ttf'), join(system, 'arial.ttf'));
    });

    it('would catch a broken font file that ends the film, and a folder made anew for every scene', () => {
      const cache = join(folder, 'cache');
      // A koppa: Literata has it, Inter has it not.
      const fonts = fontsFor('a Ϟ', { cache, folders: [system] });
      expect(fonts.notices).toEqual([]);
      expect(readdirSync(fonts.folder)).toContain('0-arial.ttf');
      expect(fontsFor('a Ϟ', { cache, folders: [system] }).digest).toBe(fonts.digest);
      expect(readdirSync(cache)).toHaveLength(1);
    });
  });
});

describe('escaping', () => {
  it('would catch text that libass takes for a command', () => {
    expect(escapeText('a{\\b1}b\\Nc\nd')).toBe('a\\{\\\u2060b1\\}b\\\u2060Nc d');
  });

  it('would catch a path that ends a filter: quotes, colons, commas, brackets, spaces, back slashes', () => {
    expect(filterPath("/a b/it's:[x],y;z.ass", false)).toBe("/a\\\\\\ b/it\\\\\\'s\\\\:\\[x\\]\\,y\\;z.ass");
    expect(filterPath('C:\\Users\\Ä\\c.ass', true)).toBe('C\\\\:/Users/Ä/c.ass');
  });
});
