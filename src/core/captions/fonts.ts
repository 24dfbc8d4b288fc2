/** Which font draws which character, and the folder in which libass finds them all. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CaptionFace } from '../../shared/captions/look.ts';
import { graphemesOf } from '../../shared/captions/text-width.ts';
import { resourcePath } from '../paths.ts';
import { type Face, openFaces } from './face.ts';
import { systemFaces } from './system-fonts.ts';

export interface CaptionFonts {
  /** Absolute; libass takes every font in it. */
  readonly folder: string;
  /** Of the bytes of the fonts in it. */
  readonly digest: string;
  /** A text in runs of one font each, in order; what none has is left out. */
  runs(text: string, face: CaptionFace): TextRun[];
  /** What the user should know: characters that no font has, pictures that are left out. */
  readonly notices: readonly string[];
}

export interface TextRun {
  readonly text: string;
  readonly face: Face;
}

const FILES = {
  sans: 'storyloom-sans.ttf',
  'sans-strong': 'storyloom-sans-strong.ttf',
  serif: 'storyloom-serif.ttf',
  'serif-strong': 'storyloom-serif-strong.ttf',
} as const satisfies Record<CaptionFace, string>;

/** One that has a character which the other lacks. */
const STAND_IN = { sans: 'sans-strong', 'sans-strong': 'sans', serif: 'sans', 'serif-strong': 'sans-strong' } as const;

/** Have no look of their own, or none that is missed: joiners, marks of direction, variation selectors. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

const bundled = new Map<CaptionFace, Face>();

/** One of the fonts that come with Storyloom: Latin, Greek, Cyrillic. */
export function bundledFace(face: CaptionFace): Face {
  const known = bundled.get(face);
  if (known) return known;
  const [opened] = openFaces(resourcePath('fonts', FILES[face]));
  if (!opened) throw new Error(`The font ${FILES[face]} is not in resources/fonts`);
  bundled.set(face, opened);
  return opened;
}

export interface LetterFaces {
  /** Of the system, beside those that come with Storyloom. */
  readonly faces: readonly Face[];
  /** Emoji, which are left out, and letters that no font on this machine has. */
  readonly pictures: readonly string[];
  readonly missing: readonly string[];
  /** A text in runs of one font each, in order; what none has is left out. */
  runs(text: string, face: CaptionFace): TextRun[];
}

/** The fonts that draw a text; writes nothing. @param folders where to look for fonts; the system's own places by default */
export function letterFaces(text: string, folders?: readonly string[]): LetterFaces {
  const letters = lettersOf(text);
  const pictures = letters.filter(isPicture);
  const wanted = letters.filter((letter) => !isPicture(letter) && !hasAll(bundledFace('sans'), letter));
  const { faces, missing } = wanted.length === 0 ? { faces: [], missing: [] } : systemFaces(wanted, folders);
  return {
    faces,
    pictures,
    missing,
    runs: (part, face) => runsOf(part, [bundledFace(face), bundledFace(STAND_IN[face]), ...faces]),
  };
}

export interface FontPlaces {
  /** Where a folder is made for a text that needs a font of the system; nothing is written for any other. */
  readonly cache: string;
  /** Where to look for fonts; the system's own places by default. */
  readonly folders?: readonly string[] | undefined;
}

/** Fonts for a text. The system's are looked at only where ours lack a character, and remembered for the process. */
export function fontsFor(text: string, { cache, folders }: FontPlaces): CaptionFonts {
  const { faces, pictures, missing, runs } = letterFaces(text, folders);
  const notices = [
    ...(pictures.length === 0
      ? []
      : [`Not shown in the captions of the film: ${some(pictures)} (subtitle files have them).`]),
    ...missingNotice(missing),
  ];
  return {
    ...(faces.length === 0 ? bundledFolder() : folderWith(faces, cache)),
    runs,
    notices,
  };
}

function missingNotice(missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  const scripts = [...new Set(missing.map(scriptOf))].join(', ');
  return [
    `No font on this machine has ${some(missing)} (${scripts}): captions burned into the film leave it out. ` +
      'Install a font for it, such as one of the Noto family, and start Storyloom again; subtitle files have the whole text.',
  ];
}

function some(letters: readonly string[]): string {
  const shown = letters.slice(0, 8).join(' ');
  return letters.length > 8 ? `${shown} and ${String(letters.length - 8)} more` : shown;
}

const SCRIPTS = [
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Armenian',
  'Georgian',
].map((name) => ({ name, is: new RegExp(`\\p{Script=${name}}`, 'u') }));

function scriptOf(letter: string): string {
  return SCRIPTS.find(({ is }) => is.test(letter))?.name ?? 'other characters';
}

/** Each once, in order; spaces and what is invisible left out. */
function lettersOf(text: string): string[] {
  const ascii = /^[\x20-\x7e\s]*$/u.test(text);
  return ascii ? [] : [...new Set(graphemesOf(text))].filter((letter) => letter.trim() !== '');
}

function hasAll(face: Face, grapheme: string): boolean {
  return [...grapheme].every((letter) => INVISIBLE.test(letter) || letter === ' ' || face.has(letter.codePointAt(0)!));
}

/** An emoji. One that a font of letters draws in black and white is not what the author wrote either. */
function isPicture(grapheme: string): boolean {
  if (/[\p{Emoji_Presentation}\ufe0f\u20e3]/u.test(grapheme)) return true;
  return /\p{Extended_Pictographic}/u.test(grapheme) && !hasAll(bundledFace('sans'), grapheme);
}

function runsOf(text: string, faces: readonly Face[]): TextRun[] {
  if (/^[\x20-\x7e]*$/u.test(text)) return text === '' ? [] : [{ text, face: faces[0]! }];
  const runs: { text: string; face: Face }[] = [];
  for (const grapheme of graphemesOf(text.replace(/[\p{Cc}\s]+/gu, ' '))) {
    if (isPicture(grapheme)) continue;
    const last = runs.at(-1);
    const face = grapheme === ' ' && last ? last.face : faces.find((each) => hasAll(each, grapheme));
    if (!face) continue;
    if (last?.face === face) last.text += grapheme;
    else runs.push({ text: grapheme, face });
  }
  return runs;
}

function bundledFolder(): Pick<CaptionFonts, 'folder' | 'digest'> {
  const faces = (Object.keys(FILES) as CaptionFace[]).map(bundledFace);
  return { folder: resourcePath('fonts'), digest: digestOf(faces) };
}

function digestOf(faces: readonly Face[]): string {
  return createHash('sha256')
    .update(faces.map(({ digest }) => digest).join('\n'))
    .digest('hex');
}

/** Our fonts and the system's in one folder, named by what is in it; made aside and put in place when it is whole. */
function folderWith(faces: readonly Face[], cache: string): Pick<CaptionFonts, 'folder' | 'digest'> {
  const own = bundledFolder();
  const digest = createHash('sha256')
    .update(own.digest + digestOf(faces))
    .digest('hex');
  const folder = join(cache, digest.slice(0, 32));
  if (existsSync(folder)) return { folder, digest };
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  try {
    for (const name of readdirSync(own.folder)) copyFileSync(join(own.folder, name), join(part, name));
    faces.forEach(({ path }, index) => {
      copyFileSync(path, join(part, `${String(index)}-${basename(path, extname(path))}${extname(path)}`));
    });
    renameSync(part, folder);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return { folder, digest };
}
