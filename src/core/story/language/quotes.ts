/** What of a text stands in quotation marks. */

/** From the opening mark to the character after the closing one. */
export interface QuoteRange {
  readonly start: number;
  readonly end: number;
  /** False where the paragraph ends before the speech does. */
  readonly isClosed: boolean;
}

/**
 * Understands straight and curly double quotes and curly and straight single ones used as quotes. Speech ends with its
 * paragraph, for an author who goes on over several paragraphs opens each anew.
 * @returns of each character whether it is quoted
 */
export function quotedRanges(text: string): (offset: number) => boolean {
  const quoted = new Uint8Array(text.length);
  for (const { start, end } of quoteRanges(text)) quoted.fill(1, start, end);
  return (offset) => quoted[offset] === 1;
}

/** The same, as ranges in their order. */
export function quoteRanges(text: string): QuoteRange[] {
  const ranges: QuoteRange[] = [];
  let offset = 0;
  for (const paragraph of text.split(/(\n\s*\n)/u)) {
    for (const { start, end, isClosed } of inParagraph(paragraph)) {
      ranges.push({ start: start + offset, end: end + offset, isClosed });
    }
    offset += paragraph.length;
  }
  return ranges;
}

const MARK = /["“”]|(?<=^|[\s(—–])['‘](?=[\p{L}\d])|(?<=[.,!?…—-])['’](?=$|[\s)—–])/gu;

function inParagraph(paragraph: string): QuoteRange[] {
  const ranges: QuoteRange[] = [];
  const marks = [...paragraph.matchAll(MARK)];
  let openAt: number | undefined;
  let isSingleOpen = false;
  // A scene that was cut inside a speech begins with its rest: the first mark closes.
  const first = marks[0];
  if (first && closes(paragraph, first)) {
    openAt = 0;
    isSingleOpen = isSingle(first);
  }
  for (const mark of marks) {
    if (openAt === undefined) {
      // A lone apostrophe ("'tis") opens nothing.
      if (!isSingle(mark) || marks.some((other) => other.index > mark.index && /['’]/u.test(other[0]))) {
        openAt = mark.index;
        isSingleOpen = isSingle(mark);
      }
    } else if (isSingle(mark) === isSingleOpen) {
      // Marks of the other kind are a quote within the quote.
      ranges.push({ start: openAt, end: mark.index + 1, isClosed: true });
      openAt = undefined;
    }
  }
  if (openAt !== undefined) ranges.push({ start: openAt, end: paragraph.length, isClosed: false });
  return ranges;
}

function isSingle(mark: RegExpMatchArray): boolean {
  return /['‘’]/u.test(mark[0]);
}

function closes(paragraph: string, mark: RegExpMatchArray): boolean {
  if (mark[0] === '”') return true;
  const before = paragraph[mark.index! - 1];
  const after = paragraph[mark.index! + 1];
  return before !== undefined && /[.,!?…—]/u.test(before) && (after === undefined || /\s/u.test(after));
}
