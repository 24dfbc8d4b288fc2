import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookFonts } from '../../../src/core/extras/book-fonts.ts';
import { bookPages, type Box } from '../../../src/core/extras/book-page.ts';
import { layScene } from '../../../src/core/extras/book-text.ts';
import { layOut } from '../../../src/core/extras/contact-sheet.ts';
import { pictureBookMaker } from '../../../src/core/extras/picture-book.ts';
import { setLines } from '../../../src/core/extras/set-text.ts';
import { encodePng } from '../../../src/core/media/raster.ts';
import { SHAPES, frameSize } from '../../../src/shared/film.ts';
import { outlineOf, shotOf } from '../../helpers/outline.ts';

const fonts = bookFonts(outlineOf([]));
const serif = fonts.runsOf('serif');
const wordsOf = (lines: ReturnType<typeof setLines>): string =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join(' ')).join(' ');

const isWithin = (inner: Box, { width, height }: { width: number; height: number }): boolean =>
  inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= width + 0.01 && inner.y + inner.height <= height + 0.01;

describe('lines', () => {
  it('would catch a line that is too wide, a word that is lost, or a word longer than a line that is left whole', () => {
    const text = `Far out on a grey rock stood a ${'very'.repeat(30)} tall lighthouse.`;
    for (const width of [60, 150, 400]) {
      const lines = setLines(text, 14, width, serif);
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      expect(wordsOf(lines).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
    expect(setLines('', 14, 100, serif)).toEqual([]);
    expect(setLines('one two', 14, 400, serif)).toMatchObject([{ runs: [{ text: 'one two', x: 0 }] }]);
  });

  it('would catch words of the other direction in the order of this one', () => {
    const order = (text: string): string[] => {
      const runsOf = (part: string) => [{ text: part, face: serif('n')[0]!.face }];
      const [line] = setLines(text, 14, 2000, runsOf);
      return line!.runs.toSorted((a, b) => a.x - b.x).map((run) => run.text);
    };
    expect(order('He said שלום לך twice.')).toEqual(['He said', 'לך', 'שלום', 'twice.']);
    expect(order('שלום לך said the owl.')).toEqual(['said the owl.', 'לך', 'שלום']);
  });
});

describe('the pages of a picture book', () => {
  const words = (text: string, heading?: string) => ({ heading, text, headingRuns: serif, textRuns: serif });

  it('would catch a picture that is cut, stretched or laid over the words, in any shape', () => {
    for (const shape of SHAPES) {
      const size = frameSize({ shape, size: '1080p' });
      for (const page of bookPages({ size })) {
        const { picture } = page;
        for (const box of [picture, page.words, page.more]) expect(isWithin(box, page)).toBe(true);
        expect(picture.width / picture.height).toBeCloseTo(size.width / size.height, 5);
        const isBelow = page.words.y >= picture.y + picture.height;
        expect(isBelow || page.words.x >= picture.x + picture.width).toBe(true);
        expect(page.more.width).toBe(page.words.width);
      }
    }
  });

  it('would catch words that run out of their room, small words beside a large picture, or a page that is lost', () => {
    const pages = bookPages({ size: { width: 1920, height: 1080 } });
    const sentence = 'The otter climbed one hundred and twelve stairs to light the lamp. ';
    let last = 0;
    for (const count of [1, 4, 9, 20, 60, 200]) {
      const text = sentence.repeat(count).trim();
      const { page, lines } = layScene(words(text, 'A Heading'), pages);
      expect(lines.flat().length).toBeGreaterThan(last);
      last = lines.flat().length;
      for (const [index, each] of lines.entries()) {
        const box = index === 0 ? page.words : page.more;
        for (const line of each) {
          expect(line.y).toBeLessThanOrEqual(box.y + box.height);
          expect(line.y - line.size).toBeGreaterThanOrEqual(box.y - 0.01);
          expect(line.size).toBeGreaterThanOrEqual(12);
        }
      }
      expect(wordsOf(lines.flat())).toBe(`A Heading ${text}`);
      if (count <= 4) expect(lines).toHaveLength(1);
      if (count === 9) expect([lines.length, page === pages[0]]).toEqual([1, false]);
      if (count === 200) expect(lines.length).toBeGreaterThan(2);
    }
    expect(layScene(words(''), pages).lines).toEqual([[]]);
  });
});

describe('a picture book', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-book-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('would catch a title that is read as markup, words that no font has left out unsaid, or a book that cannot be stopped', async () => {
    const path = join(folder, 'picture.png');
    writeFileSync(path, await encodePng({ width: 16, height: 9, channels: 3, pixels: new Uint8Array(16 * 9 * 3) }));
    const shot = shotOf(1, { text: 'A balloon 🎈 flew away.', picture: { path, digest: 'd', width: 16, height: 9 } });
    const film = outlineOf([shot], { title: 'Fox & <Owl> (é)' });
    const target = join(folder, 'book.pdf');
    const stop = new AbortController();
    const context = { tools: undefined as never, signal: stop.signal, report: () => undefined };
    const { notices } = await pictureBookMaker.make(film, target, context);
    expect(notices).toEqual([expect.stringMatching(/🎈.*the picture book leaves it out/)]);
    const pdf = readFileSync(target);
    expect(pdf.toString('utf8')).toContain('>Fox &amp; &lt;Owl&gt; (é)</rdf:li>');
    expect(pdf.toString('latin1').trimEnd()).toMatch(/%%EOF$/);
    stop.abort();
    await expect(pictureBookMaker.make(film, target, context)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a contact sheet', () => {
  it('would catch pictures that overlap, leave the sheet or lose their shape, for one scene as for two hundred', () => {
    for (const shape of SHAPES) {
      for (const count of [1, 2, 3, 10, 47, 200]) {
        const size = frameSize({ shape, size: '1080p' });
        const { width, height, places } = layOut({ size }, Array.from({ length: count }));
        expect(places).toHaveLength(count);
        expect(width).toBeLessThanOrEqual(2000);
        expect(width * height).toBeLessThan(40e6);
        for (const [index, place] of places.entries()) {
          expect(place.left + place.width).toBeLessThanOrEqual(width);
          expect(place.top + place.height).toBeLessThan(height);
          expect(place.width / place.height).toBeCloseTo(size.width / size.height, 1);
          const next = places[index + 1];
          if (next) expect(next.left >= place.left + place.width || next.top >= place.top + place.height).toBe(true);
        }
      }
    }
  });
});
