/**
 * Plans and draws a story on one labelled sheet: what a person looks at to judge the pictures.
 *
 *   node tools/run.mjs tools/contact-sheet.ts --show settings -o SHEET.webp
 *   node tools/run.mjs tools/contact-sheet.ts STORY -o SHEET.webp [--style day-storybook] [--seed 1] [--columns 3] [--size 640x360]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ACTIONS,
  SEASONS,
  SETTINGS,
  STYLES,
  TIMES_OF_DAY,
  WEATHERS,
  type CastMember,
  type SceneEntity,
  type SceneGraph,
  type Style,
} from '../src/shared/story.ts';
import { encodeWebp, resizePicture, type RawPicture } from '../src/core/media/raster.ts';
import { resourcePath } from '../src/core/paths.ts';
import { loadLexicon } from '../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../src/core/story/plan-story.ts';
import { readStory } from '../src/core/story/read/read-story.ts';
import { drawScene } from '../src/core/storybook/draw-scene.ts';
import { rasteriseText } from './sheet/text.ts';
import { opaquePixels } from '../src/core/storybook/paint/surface.ts';

export interface SheetCell {
  readonly label: string;
  readonly graph: SceneGraph;
  readonly style?: Style;
  readonly seed?: number;
}

export interface SheetOptions {
  readonly cast: readonly CastMember[];
  readonly story: string;
  readonly style: Style;
  readonly seed: number;
  readonly columns: number;
  /** Of one picture on the sheet, pixels. */
  readonly width: number;
  readonly height: number;
  /** How many lines of text fit under a picture. */
  readonly lines: number;
}

const GAP = 10;
const LINE = 17;

/** Draws every cell at twice the sheet's size and lays the pictures in a grid, each with its text below. */
export async function drawSheet(cells: readonly SheetCell[], options: SheetOptions): Promise<RawPicture> {
  const { columns, width, height, lines } = options;
  const cellHeight = height + lines * LINE + GAP * 2;
  const rows = Math.ceil(cells.length / columns);
  const sheet = { width: columns * (width + GAP) + GAP, height: rows * cellHeight + GAP };
  const pixels = new Uint8Array(sheet.width * sheet.height * 3).fill(250);
  const lay = (picture: RawPicture, left: number, top: number): void => {
    for (let y = 0; y < picture.height; y++)
      pixels.set(
        picture.pixels.subarray(y * picture.width * 3, (y + 1) * picture.width * 3),
        ((top + y) * sheet.width + left) * 3,
      );
  };
  for (const [index, cell] of cells.entries()) {
    const drawn = drawScene({
      graph: cell.graph,
      cast: options.cast,
      story: options.story,
      style: cell.style ?? options.style,
      seed: cell.seed ?? options.seed,
      width: width * 2,
      height: height * 2,
    });
    const left = GAP + (index % columns) * (width + GAP);
    const top = GAP + Math.floor(index / columns) * cellHeight;
    lay(
      await resizePicture(
        { width: width * 2, height: height * 2, channels: 3, pixels: opaquePixels(drawn.picture) },
        width,
        height,
      ),
      left,
      top,
    );
    const missing = drawn.notDrawn.map(({ word }) => word).join(', ');
    lay(
      rasteriseText(cell.label, missing === '' ? '' : `not drawn: ${missing}`, width, lines * LINE, LINE),
      left,
      top + height + 4,
    );
  }
  return { ...sheet, channels: 3, pixels };
}

const CAST: readonly CastMember[] = [
  { id: 'ember', name: 'Ember', kind: 'fox', drawing: 'fox', traits: [], mark: '#2f8f7f' },
  { id: 'ada', name: 'Ada', kind: 'girl', drawing: 'girl', traits: [], mark: '#d94f7a' },
];
const EMBER: SceneEntity = {
  id: 'ember',
  word: 'fox',
  drawing: 'fox',
  role: 'character',
  castId: 'ember',
  count: 1,
  attributes: [],
  weight: 0.9,
  action: 'talk',
};
const ADA: SceneEntity = {
  ...EMBER,
  id: 'ada',
  word: 'girl',
  drawing: 'girl',
  castId: 'ada',
  weight: 0.8,
  action: 'wave',
};
const PLAIN: SceneGraph = {
  setting: 'meadow',
  time: 'day',
  season: 'summer',
  weather: 'clear',
  mood: 'calm',
  entities: [EMBER, ADA],
  undrawn: [],
};

/** Sheets of what the illustrator can do, by name. */
const SHOWS: Readonly<Record<string, readonly SheetCell[]>> = {
  settings: SETTINGS.map((setting) => ({ label: setting, graph: { ...PLAIN, setting } })),
  night: SETTINGS.map((setting) => ({ label: setting, graph: { ...PLAIN, setting, time: 'night' } })),
  styles: STYLES.flatMap((style) =>
    (['forest', 'village', 'bedroom'] as const).map((setting, i): SheetCell => ({
      label: `${style}, ${setting}`,
      style,
      graph: { ...PLAIN, setting, time: (['day', 'dusk', 'night'] as const)[i]! },
    })),
  ),
  actions: ACTIONS.map((action) => ({ label: action, graph: { ...PLAIN, entities: [{ ...EMBER, action }] } })),
  light: [
    ...TIMES_OF_DAY.map((time): SheetCell => ({ label: time, graph: { ...PLAIN, setting: 'village', time } })),
    ...WEATHERS.map((weather): SheetCell => ({ label: weather, graph: { ...PLAIN, setting: 'village', weather } })),
    ...SEASONS.map((season): SheetCell => ({ label: season, graph: { ...PLAIN, setting: 'village', season } })),
  ],
  seeds: [1, 2, 3, 4, 5, 6].map((seed) => ({ label: `seed ${seed}`, seed, graph: { ...PLAIN, setting: 'forest' } })),
};

if (process.argv[1]?.endsWith('contact-sheet.ts')) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      show: { type: 'string' },
      output: { type: 'string', short: 'o' },
      style: { type: 'string', default: 'day-storybook' },
      seed: { type: 'string', default: '1' },
      columns: { type: 'string', default: '3' },
      size: { type: 'string', default: '600x338' },
      quality: { type: 'string', default: '78' },
    },
  });
  const [file] = positionals;
  const show = values.show === undefined ? undefined : SHOWS[values.show];
  if ((file === undefined && !show) || values.output === undefined) {
    console.error(
      `usage: contact-sheet.ts STORY -o SHEET.webp, or --show ${Object.keys(SHOWS).join('|')} -o SHEET.webp`,
    );
    process.exit(64);
  }
  const [width, height] = values.size.split('x').map(Number) as [number, number];
  const options = {
    style: values.style as Style,
    seed: Number(values.seed),
    columns: Number(values.columns),
    width,
    height,
  };
  let sheet: RawPicture;
  if (show) sheet = await drawSheet(show, { ...options, cast: CAST, story: 'ember', lines: 1 });
  else {
    const board = planStory(readStory(readFileSync(file!), basename(file!)), loadLexicon(resourcePath('lexicon.json')));
    const cells = board.scenes.map(({ index, text, graph }) => ({
      label: `${index + 1}. ${text.replace(/\s+/g, ' ')}`,
      graph,
    }));
    sheet = await drawSheet(cells, { ...options, cast: board.cast, story: board.cast[0]?.id ?? '', lines: 4 });
  }
  writeFileSync(values.output, await encodeWebp(sheet, Number(values.quality)));
  console.log(values.output);
}
