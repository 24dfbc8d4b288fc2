/** The fonts that are installed on a machine, looked at only when a story needs a character that ours do not have. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { type Face, openFaces } from './face.ts';

const ENDINGS = new Set(['.ttf', '.otf', '.ttc', '.otc']);
/** Files that are opened in the search for one text: machines of designers have thousands. */
const MOST_OPENED = 400;

/** Likely to have it, by what the makers of systems and Noto call them: the first is looked at first. */
const HINTS: readonly (readonly [script: RegExp, names: RegExp])[] = [
  [/[\p{Script=Arabic}]/u, /noto.*arab|naskh|amiri|geeza|tahoma|segoeui|arial|dejavusans/iu],
  [/[\p{Script=Hebrew}]/u, /noto.*hebrew|arial|tahoma|segoeui|dejavusans/iu],
  [/[\p{Script=Hangul}]/u, /noto.*(cjk|kr)|malgun|applegothic|applesdgothic|nanum/iu],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, /noto.*(cjk|jp)|yugoth|hiragino|meiryo|msgothic|ipa/iu],
  [/[\p{Script=Han}]/u, /noto.*(cjk|sc|tc|jp)|msyh|pingfang|hiragino|wqy|droidsansfallback|simsun/iu],
  [/[\p{Script=Devanagari}]/u, /noto.*devanagari|mangal|nirmala|kohinoor|lohit/iu],
  [/[\p{Script=Thai}]/u, /noto.*thai|leelaw|thonburi|garuda/iu],
];
/** Of a family's files, the plain one. */
const WORST = /bold|mono|italic|oblique|condensed|thin|light|black|extra/iu;

export interface Found {
  readonly faces: readonly Face[];
  /** What no font has. */
  readonly missing: readonly string[];
}

const remembered = new Map<string, Found>();

/** The fewest fonts, likeliest first, that together have the letters. */
export function systemFaces(letters: readonly string[], folders: readonly string[] = systemFolders()): Found {
  const key = JSON.stringify([folders, [...letters].sort()]);
  const known = remembered.get(key);
  if (known) return known;
  const found = search(letters, folders);
  remembered.set(key, found);
  return found;
}

function search(letters: readonly string[], folders: readonly string[]): Found {
  const hints = HINTS.filter(([script]) => letters.some((letter) => script.test(letter))).map(([, names]) => names);
  const rank = (path: string) => (hints.some((names) => names.test(path)) ? 0 : 2) + (WORST.test(path) ? 1 : 0);
  const files = folders
    .flatMap(fontFiles)
    .sort()
    .map((path) => ({ path, rank: rank(path) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OPENED);
  const faces: Face[] = [];
  let missing = letters;
  for (const { path } of files) {
    if (missing.length === 0) break;
    const best = openFaces(path)
      .map((face) => ({
        face,
        left: missing.filter((letter) => ![...letter].every((each) => face.has(each.codePointAt(0)!))),
      }))
      .sort((a, b) => a.left.length - b.left.length)[0];
    if (!best || best.left.length === missing.length) continue;
    faces.push(best.face);
    missing = best.left;
  }
  return { faces, missing };
}

function fontFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => ENDINGS.has(extname(name).toLowerCase()))
      .map((name) => join(folder, name));
  } catch {
    // Not every system has every place.
    return [];
  }
}

function systemFolders(): string[] {
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(home, '.fonts'),
        join(home, '.local', 'share', 'fonts'),
      ];
  }
}
