/** The app's icon for the systems' launchers, from the page's own: resources/icon.png, which electron-builder looks for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const root = resolve(import.meta.dirname, '..');
/** Pixels; the largest that any of the systems asks for. */
const SIZE = 1024;

const svg = readFileSync(resolve(root, 'src/renderer/icon.svg'), 'utf8');
const image = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE } }).render();
writeFileSync(resolve(root, 'resources/icon.png'), image.asPng());
