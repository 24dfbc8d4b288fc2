/** Which characters of a text stand in quotation marks. */

/**
 * Understands straight and curly double quotes and curly and straight single ones used as quotes. Speech ends with its
 * paragraph, for an author who goes on over several paragraphs opens each anew.
 */
export function quotedRanges(text: string): (offset: number) => boolean {
  const quoted = new Uint8Array(text.length);
  let start = 0;
  for (const paragraph of text.split(/(\n\s*\n)/u)) {
    markParagraph(paragraph, start, quoted);
    start += paragraph.length;
  }
  return (offset) => quoted[offset] === 1;
}

const MARK = /["“”]|(?<=^|[\s(—–])['‘](?=[\p{L}\d])|(?<=[.,!?…—-])['’](?=$|[\s)—–])/gu;

function markParagraph(paragraph: string, start: number, quoted: Uint8Array): void {
  const marks = [...paragraph.matchAll(MARK)];
  let openAt: number | undefined;
  // A scene that was cut inside a speech begins with its rest: the first mark closes.
  const first = marks[0];
  if (first && closes(paragraph, first)) openAt = 0;
  for (const mark of marks) {
    if (openAt === undefined) {
      // A lone apostrophe ("'tis") opens nothing.
      const isSingle = mark[0] === "'" || mark[0] === '‘';
      if (!isSingle || marks.some((other) => other.index > mark.index && /['’]/u.test(other[0]))) openAt = mark.index;
    } else {
      quoted.fill(1, start + openAt, start + mark.index + 1);
      openAt = undefined;
    }
  }
  if (openAt !== undefined) quoted.fill(1, start + openAt, start + paragraph.length);
}

function closes(paragraph: string, mark: RegExpMatchArray): boolean {
  if (mark[0] === '”') return true;
  const before = paragraph[mark.index! - 1];
  const after = paragraph[mark.index! + 1];
  return before !== undefined && /[.,!?…—]/u.test(before) && (after === undefined || /\s/u.test(after));
}
