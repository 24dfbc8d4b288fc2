/** Lines to paragraphs: what plain text means by its line ends. */

/** A line of nothing but marks that parts scenes: `***`, `* * *`, `---`, `~~~`, `#`, `⁂`. */
export function isSceneBreak(line: string): boolean {
  const marks = line.replace(/\s+/g, '');
  return /^(?:[*]{3,}|[-–—]{3,}|_{3,}|~{3,}|#{1,5}|⁂|[•·]{3,}|={3,}|[*~•·⁂❦❧]+)$/u.test(marks);
}

/** 'Chapter 3', 'CHAPTER III. The Storm', 'Part One'. */
export function isChapterHeading(line: string): boolean {
  return line.length <= 80 && /^(chapter|part|book)\s+([ivxlcdm]+|\d+|[a-z]+)\b\s*([.:—–-].*)?$/iu.test(line.trim());
}

/** The lines of one block (no blank line in it) as paragraphs. */
export function joinLines(lines: readonly string[]): string[] {
  const trimmed = lines.map(tidy).filter((line) => line.length > 0);
  if (isOneParagraphPerLine(trimmed)) return trimmed;
  const joined = trimmed.reduce((text, line) => text + joint(text, line) + line, '');
  return joined.length > 0 ? [joined] : [];
}

/** Text pasted from a web page or a word processor often has one paragraph a line and no blank lines. */
function isOneParagraphPerLine(lines: readonly string[]): boolean {
  const finished = lines.filter((line) => /[.!?…:;]["'”’»)\]]*$/u.test(line)).length;
  return lines.length >= 4 && finished >= lines.length * 0.9;
}

/** A hyphen at a line's end joins two halves of one word; the hyphen stays, for it may be the author's. */
function joint(before: string, after: string): string {
  if (before === '') return '';
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? '' : ' ';
}

/** One space between words, none at the ends, emphasis marks of plain text dropped (_so_, *so*). */
export function tidy(line: string): string {
  return line
    .replace(/(?<![\p{L}\p{N}_*])([_*])(?=[^\s_*])([^_*\n]{1,200}?)(?<=[^\s_*])\1(?![\p{L}\p{N}_*])/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim();
}
