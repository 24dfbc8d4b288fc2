/** A font file: which characters it has, and how wide a text is in it. The only importer of fontkit. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as fontkit from 'fontkit';

const load = createRequire(import.meta.url);

export interface Face {
  /** As libass finds it. */
  readonly family: string;
  readonly path: string;
  /** 100..900, 400 is regular: a family may have several files on a machine. */
  readonly weight: number;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Above and below the baseline, in ems, as libass (after GDI) takes them: a font size is their sum. */
  readonly ascent: number;
  readonly descent: number;
  has(codePoint: number): boolean;
  /** In ems, shaped. */
  width(text: string): number;
}

/** Texts whose widths are remembered. */
const REMEMBERED = 20_000;

/** @returns the faces of a file, several for a collection; none when it is no font that can be read */
export function openFaces(path: string): Face[] {
  try {
    const bytes = readFileSync(path);
    // Loaded with the first font: no command that shows no words waits for it.
    const opened = (load('fontkit') as typeof fontkit).create(bytes);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const fonts = 'fonts' in opened ? opened.fonts : [opened];
    return fonts.map((font) => asFace(font, path, digest));
  } catch {
    // A folder of fonts has other files, and broken ones, too.
    return [];
  }
}

function asFace(font: fontkit.Font, path: string, digest: string): Face {
  const { winAscent, winDescent, usWeightClass } = font['OS/2'];
  const metrics = winAscent + winDescent > 0 ? [winAscent, winDescent] : [font.ascent, -font.descent];
  const known = new Map<string, number>();
  const width = (text: string): number => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = font.layout(text).advanceWidth / font.unitsPerEm;
    known.set(text, fresh);
    return fresh;
  };
  return {
    family: font.familyName,
    path,
    weight: usWeightClass,
    digest,
    ascent: metrics[0]! / font.unitsPerEm,
    descent: metrics[1]! / font.unitsPerEm,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width,
  };
}
