import { Resvg } from '@resvg/resvg-js';
import type { RawPicture } from '../../src/core/media/raster.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Black text wrapped to `width` pixels on white, a grey note in the last line; needs a font on the machine. */
export function rasteriseText(text: string, note: string, width: number, height: number, line: number): RawPicture {
  const letters = Math.floor(width / (line * 0.46));
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row.length + word.length + 1 > letters) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  rows.push(row);
  const most = Math.max(1, Math.floor(height / line) - (note === '' ? 0 : 1));
  const shown = rows.slice(0, most);
  if (rows.length > most) shown[most - 1] = `${shown[most - 1]!.slice(0, -2)}…`;
  const lines = shown.map(
    (one, i) => `<text x="2" y="${(i + 0.8) * line}" font-size="${line * 0.82}" fill="#222">${escape(one)}</text>`,
  );
  if (note !== '')
    lines.push(
      `<text x="2" y="${(shown.length + 0.8) * line}" font-size="${line * 0.75}" fill="#a33">${escape(note.slice(0, letters))}</text>`,
    );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fafafa"/><g font-family="DejaVu Sans, Arial, sans-serif">${lines.join('')}</g></svg>`;
  const { pixels } = new Resvg(svg).render();
  const out = new Uint8Array(width * height * 3);
  for (let i = 0, from = 0; i < out.length; i += 3, from += 4) {
    out[i] = pixels[from]!;
    out[i + 1] = pixels[from + 1]!;
    out[i + 2] = pixels[from + 2]!;
  }
  return { width, height, channels: 3, pixels: out };
}
