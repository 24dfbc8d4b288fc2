import { drawingSprite } from '../drawings/drawing-sprite.ts';
import { createInk, line, path, round, svgDocument } from '../ink.ts';
import { type Sprite, blit, toSprite } from '../paint/blit.ts';
import { cachedSprite, rasterise } from '../paint/rasterise.ts';
import { darker, lighter } from '../paint/colour.ts';

/** Where an animal's neck is on its drawing (fractions of the ink's box): middle, width of the scarf, its slope in degrees. */
const NECKS: Readonly<Record<string, readonly [x: number, y: number, width: number, slope: number]>> = {
  owl: [0.5, 0.53, 0.74, 0],
  penguin: [0.5, 0.42, 0.62, 0],
  duck: [0.34, 0.4, 0.26, 0],
  horse: [0.34, 0.42, 0.26, -28],
  turtle: [0.76, 0.68, 0.2, -10],
  elephant: [0.45, 0.62, 0.34, 8],
  bird: [0.36, 0.52, 0.4, 8],
  blackbird: [0.34, 0.46, 0.4, 12],
  parrot: [0.38, 0.42, 0.44, 0],
  dodo: [0.36, 0.42, 0.26, 0],
  rooster: [0.4, 0.44, 0.3, -6],
  chicken: [0.5, 0.62, 0.6, 0],
  goose: [0.34, 0.42, 0.18, 0],
  swan: [0.22, 0.52, 0.2, 0],
  'baby-chick': [0.3, 0.5, 0.5, -8],
  'front-facing-baby-chick': [0.5, 0.52, 0.55, 0],
  llama: [0.32, 0.42, 0.24, 0],
  giraffe: [0.28, 0.4, 0.16, -18],
  kangaroo: [0.34, 0.34, 0.22, -30],
  seal: [0.34, 0.44, 0.3, 18],
  whale: [0.34, 0.9, 0.5, 0],
  snowman: [0.5, 0.46, 0.5, 0],
  ghost: [0.5, 0.56, 0.6, 0],
  'black-cat': [0.3, 0.46, 0.24, -10],
  camel: [0.26, 0.5, 0.18, -20],
  zebra: [0.3, 0.42, 0.24, -30],
  moose: [0.5, 0.8, 0.5, 0],
  unicorn: [0.55, 0.86, 0.55, -12],
};

/** A drawing as it is; a cast member's has a scarf in the member's colour where its neck is known. */
export function castSprite(
  drawing: string,
  mark: string | undefined,
  pixels: number,
  lit: boolean,
): Sprite | undefined {
  const plain = drawingSprite(drawing, pixels, lit);
  const neck = Object.hasOwn(NECKS, drawing) ? NECKS[drawing] : undefined;
  if (!plain || mark === undefined || !neck || drawing === 'whale') return plain;
  return cachedSprite(`c|${drawing}|${mark}|${plain.width}`, () => {
    const surface = { width: plain.width, height: plain.height, pixels: new Uint8Array(plain.pixels) };
    const [x, y, w, slope] = neck;
    const [cx, cy, half] = [x * plain.width, y * plain.height, (w * plain.width) / 2];
    const h = half * 0.42;
    const ink = createInk();
    const fill = ink.linear(lighter(mark, 0.15), darker(mark, 0.18));
    const body = `<g transform="rotate(${slope} ${round(cx)} ${round(cy)})">${path(`M${round(cx - half)} ${round(cy - h * 0.5)}Q${round(cx)} ${round(cy + h * 0.5)} ${round(cx + half)} ${round(cy - h * 0.5)}Q${round(cx + half * 1.12)} ${round(cy)} ${round(cx + half * 0.96)} ${round(cy + h * 0.5)}Q${round(cx)} ${round(cy + h * 1.5)} ${round(cx - half * 0.96)} ${round(cy + h * 0.5)}Q${round(cx - half * 1.12)} ${round(cy)} ${round(cx - half)} ${round(cy - h * 0.5)}Z`, fill)}${path(`M${round(cx + half * 0.2)} ${round(cy + h * 0.7)}h${round(half * 0.5)}l${round(half * 0.1)} ${round(h * 2.4)}h${round(-half * 0.5)}Z`, fill)}${line(`M${round(cx + half * 0.3)} ${round(cy + h * 2.4)}h${round(half * 0.42)}`, lighter(mark, 0.5), h * 0.22)}</g>`;
    blit(surface, rasterise(svgDocument(ink, plain.width, plain.height, body), plain.width), {
      a: 1,
      b: 0,
      c: 0,
      d: 1,
      e: 0,
      f: 0,
    });
    return toSprite(surface);
  });
}
