import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import Document from 'pdfkit';
import { RASTER_VERSION, shrinkToJpeg } from '../media/raster.ts';
import { bestShots } from './best-shots.ts';
import { bookFonts, type BookFonts } from './book-fonts.ts';
import { bookPages, type Box } from './book-page.ts';
import { layScene, type BookLine } from './book-text.ts';
import type { ExtraMaker } from './maker.ts';
import type { FilmOutline, OutlineShot } from './outline.ts';
import { setLines } from './set-text.ts';

/** Pixels: sharp on paper of this size (180 dots an inch), and an hour's book still goes by mail. */
const PICTURE_WIDTH = 2000;
const PICTURE_QUALITY = 84;
const INK = '#26221c';
const PALE = '#8a8378';
const PAPER = '#fffdf8';
const TITLE_SIZE = 44;
const NUMBER_SIZE = 9;
/** A PDF has to have a date. Not that of its making: the same story is the same file. */
const NO_DATE = new Date(0);
/** Of a page's number over its lower edge, points. */
const NUMBER_PLACE = 20;

/** The story as a book: a title page, then a page a scene with its picture and its words. Tagged for screen readers. */
export const pictureBookMaker: ExtraMaker = {
  version: 1,
  identity: (film) => {
    const { title, language, size } = film;
    const scenes = scenesOf(film).map((scene) => [scene.title ?? null, scene.text, scene.shows, scene.picture.digest]);
    return { title, language, ...size, scenes, fonts: bookFonts(film).digests, raster: RASTER_VERSION };
  },
  make: async (film, target, { signal, report }) => {
    const fonts = bookFonts(film);
    const book = openBook(film, fonts);
    const output = createWriteStream(target);
    book.pipe(output);
    const ended = finished(output);
    // It is waited for at the end; until then a full disk must not be an error that nobody hears.
    ended.catch(() => undefined);
    const scenes = scenesOf(film);
    await writeTitle(book, film, fonts);
    for (const [index, scene] of scenes.entries()) {
      signal.throwIfAborted();
      await writeScene(book, film, scene, fonts);
      report((index + 1) / scenes.length);
    }
    book.end();
    await ended;
    return { notices: fonts.notices('the picture book') };
  },
};

function scenesOf({ shots }: FilmOutline): OutlineShot[] {
  return shots.filter(({ number }) => number !== undefined);
}

type Book = InstanceType<typeof Document>;

function openBook(film: FilmOutline, fonts: BookFonts): Book {
  const [{ width, height }] = bookPages(film);
  return new Document({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: film.language,
    font: fonts.runsOf('serif')('n')[0]!.face.path,
    info: { Title: titleOf(film), Creator: 'Storyloom', Producer: 'Storyloom', CreationDate: NO_DATE },
  });
}

/**
 * pdfkit takes a title's value for the list of properties, and its letters as they are for the XML beside it, where they would be
 * read as markup.
 */
function titleOf({ title }: FilmOutline): string {
  const markup = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return Object.assign(new String(title), { toString: () => markup }) as string;
}

async function writeTitle(book: Book, film: FilmOutline, fonts: BookFonts): Promise<void> {
  const [page] = bookPages(film);
  const [best] = bestShots(film, 1);
  newPage(book);
  const part = openPart(book);
  if (best) await drawPicture(book, part, best, page.picture);
  let lines: readonly BookLine[] = [];
  for (let size = TITLE_SIZE; size >= 14; size -= 2) {
    const set = setLines(film.title, size, page.words.width, fonts.runsOf('serif-strong'));
    const pitch = size * 1.2;
    const top = page.words.y + (page.words.height - pitch * set.length) / 2;
    lines = set.map((line, index) => ({ ...line, size, y: top + pitch * index + size }));
    if (pitch * set.length <= page.words.height) break;
  }
  part.add(
    book.struct('H1', {}, () => {
      for (const line of lines) drawLine(book, line, page.words.x + (page.words.width - line.width) / 2);
    }),
  );
  part.end();
}

async function writeScene(book: Book, film: FilmOutline, scene: OutlineShot, fonts: BookFonts): Promise<void> {
  const words = {
    heading: scene.title,
    text: scene.text,
    headingRuns: fonts.runsOf('serif-strong'),
    textRuns: fonts.runsOf('serif'),
  };
  const { page, lines: pages } = layScene(words, bookPages(film));
  const part = openPart(book);
  for (const [index, lines] of pages.entries()) {
    newPage(book);
    if (index === 0) await drawPicture(book, part, scene, page.picture);
    const box = index === 0 ? page.words : page.more;
    part.add(
      book.struct('P', {}, () => {
        for (const line of lines) drawLine(book, line, box.x + (line.isRightToLeft ? box.width - line.width : 0));
      }),
    );
    drawNumber(book, String(scene.number), fonts);
  }
  part.end();
}

function newPage(book: Book): void {
  book.addPage();
  const { width, height } = book.page;
  book.markContent('Artifact', { type: 'Layout' });
  book.rect(0, 0, width, height).fill(PAPER);
  book.endMarkedContent();
}

function openPart(book: Book) {
  const part = book.struct('Sect');
  book.addStructure(part);
  return part;
}

async function drawPicture(book: Book, part: ReturnType<typeof openPart>, shot: OutlineShot, box: Box): Promise<void> {
  const jpeg = await shrinkToJpeg(shot.picture.path, PICTURE_WIDTH, PICTURE_QUALITY);
  part.add(
    book.struct('Figure', { alt: shot.shows }, () => {
      book.image(jpeg, box.x, box.y, { width: box.width, height: box.height });
    }),
  );
}

function drawLine(book: Book, line: BookLine, x: number): void {
  for (const run of line.runs) {
    book.font(run.face.path).fontSize(line.size).fillColor(INK);
    book.text(run.text, x + run.x, line.y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

function drawNumber(book: Book, number: string, fonts: BookFonts): void {
  const { width, height } = book.page;
  const [line] = setLines(number, NUMBER_SIZE, width, fonts.runsOf('sans'));
  if (!line) return;
  book.markContent('Artifact', { type: 'Pagination' });
  book.fillColor(PALE);
  for (const run of line.runs) {
    book.font(run.face.path).fontSize(NUMBER_SIZE);
    book.text(run.text, (width - line.width) / 2 + run.x, height - NUMBER_PLACE, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
  }
  book.endMarkedContent();
}
