import { writeFile } from 'node:fs/promises';
import { composeSheet, RASTER_VERSION } from '../media/raster.ts';
import { renderSvg } from '../media/vector.ts';
import { bookFonts, type BookFonts } from './book-fonts.ts';
import type { ExtraMaker } from './maker.ts';
import type { FilmOutline, OutlineShot } from './outline.ts';
import { setLines, type SetLine } from './set-text.ts';

/** Pixels. */
const WIDTH = 2000;
const GAP = 20;
const HEAD = 84;
const TITLE_SIZE = 40;
const WORDS_SIZE = 19;
const WORDS_PITCH = 25;
const WORDS_LINES = 2;
/** More would be too small to be told apart, or the sheet too large to be opened. */
const MOST_SCENES = 200;
const INK = '#22252b';
const PALE = '#6b7078';
const PAPER = '#f7f5f0';

/** All scenes at a glance: each picture with its number and its first words. */
export const sheetMaker: ExtraMaker = {
  version: 1,
  identity: (film) => {
    const { title, size } = film;
    const scenes = scenesOf(film).map(({ number, text, picture }) => [number!, text.slice(0, 300), picture.digest]);
    return { title, ...size, scenes, fonts: bookFonts(film).digests, raster: RASTER_VERSION };
  },
  make: async (film, target, { signal, report }) => {
    const scenes = scenesOf(film);
    const fonts = bookFonts(film);
    const layout = layOut(film, scenes);
    const words = await renderSvg(toSvg(film, scenes, layout, fonts), fontFiles(film, fonts));
    const pictures = layout.places.map((place, index) => ({ ...place, file: scenes[index]!.picture.path }));
    const onPicture = (done: number): void => {
      signal.throwIfAborted();
      report(done / pictures.length);
    };
    await writeFile(target, await composeSheet({ ...layout, background: PAPER, pictures, over: words, onPicture }));
    const all = film.shots.filter(({ number }) => number !== undefined).length;
    const notices =
      all > scenes.length ? [`The contact sheet shows ${String(scenes.length)} of ${String(all)} scenes.`] : [];
    return { notices: [...notices, ...fonts.notices('the contact sheet')] };
  },
};

function scenesOf({ shots }: FilmOutline): OutlineShot[] {
  return shots.filter(({ number }) => number !== undefined).slice(0, MOST_SCENES);
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Columns so that a sheet is about as high as it is wide, and no picture is wider than it need be. */
export function layOut({ size }: Pick<FilmOutline, 'size'>, scenes: readonly unknown[]): Layout {
  const cellHeight = (width: number): number => Math.round((width * size.height) / size.width);
  const words = WORDS_LINES * WORDS_PITCH + GAP;
  const widthOf = (columns: number): number => Math.floor((WIDTH - GAP * (columns + 1)) / columns);
  let columns = Math.min(3, Math.max(1, scenes.length));
  const isHigh = (count: number): boolean =>
    Math.ceil(scenes.length / count) * (cellHeight(widthOf(count)) + words) > WIDTH;
  while (columns < 10 && isHigh(columns)) columns += 1;
  const width = widthOf(Math.max(columns, 2));
  const height = cellHeight(width);
  const places = scenes.map((_, index) => ({
    left: GAP + (index % columns) * (width + GAP),
    top: HEAD + Math.floor(index / columns) * (height + words + GAP),
    width,
    height,
  }));
  const rows = Math.ceil(scenes.length / columns);
  return { width: GAP + columns * (width + GAP), height: HEAD + rows * (height + words + GAP), places };
}

function toSvg(
  film: FilmOutline,
  scenes: readonly OutlineShot[],
  { width, height, places }: Layout,
  fonts: BookFonts,
): string {
  const [title] = setLines(film.title, TITLE_SIZE, width - 2 * GAP, fonts.runsOf('serif-strong'));
  const cells = scenes.flatMap((scene, index) => {
    const place = places[index]!;
    const top = place.top + place.height + WORDS_PITCH;
    const number = setLines(String(scene.number), WORDS_SIZE, place.width, fonts.runsOf('sans-strong'));
    const indent = (number[0]?.width ?? 0) + WORDS_SIZE / 2;
    const lines = firstLines(scene.text, place.width - indent, fonts);
    return [
      ...number.map((line) => textOf(line, { x: place.left, y: top, size: WORDS_SIZE, fill: INK })),
      ...lines.map((line, row) => {
        const x = place.left + indent + (line.isRightToLeft ? place.width - indent - line.width : 0);
        return textOf(line, { x, y: top + row * WORDS_PITCH, size: WORDS_SIZE, fill: PALE });
      }),
    ];
  });
  const head = title ? textOf(title, { x: GAP, y: HEAD - GAP - 12, size: TITLE_SIZE, fill: INK }) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${head}${cells.join('')}</svg>`;
}

/** What there is room for; an ellipsis where there is more. */
function firstLines(text: string, width: number, fonts: BookFonts): SetLine[] {
  const runs = fonts.runsOf('sans');
  const words = text.split(/\s+/u).filter(Boolean);
  const set = (count: number): SetLine[] => {
    const shown = words.slice(0, count).join(' ');
    return setLines(count < words.length ? `${shown.replace(/\p{P}+$/u, '')}…` : shown, WORDS_SIZE, width, runs);
  };
  let count = Math.min(words.length, 40);
  while (count > 1 && set(count).length > WORDS_LINES) count -= 1;
  return set(count).slice(0, WORDS_LINES);
}

function textOf(
  line: SetLine,
  { x, y, size, fill }: { readonly x: number; readonly y: number; readonly size: number; readonly fill: string },
): string {
  return line.runs
    .map((run) => {
      const at = `x="${(x + run.x).toFixed(2)}" y="${y.toFixed(2)}" font-family="${escape(run.face.family)}"`;
      return `<text ${at} font-size="${String(size)}" fill="${fill}">${escape(run.text)}</text>`;
    })
    .join('');
}

function fontFiles(film: FilmOutline, fonts: BookFonts): string[] {
  const text = [film.title, ...scenesOf(film).map((scene) => scene.text)].join(' ');
  const faces = (['serif-strong', 'sans', 'sans-strong'] as const).flatMap((face) =>
    fonts
      .runsOf(face)(`${text} 0…`)
      .map((run) => run.face.path),
  );
  return [...new Set(faces)];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
