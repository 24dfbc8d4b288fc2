import { Resvg } from '@resvg/resvg-js';

/** An SVG document as PNG with alpha, in its own size; letters are drawn with these fonts and no others. */
export function renderSvg(svg: string, fontFiles: readonly string[]): Buffer {
  const font = { fontFiles: [...fontFiles], loadSystemFonts: false };
  return new Resvg(svg, { font }).render().asPng();
}
