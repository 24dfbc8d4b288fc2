/** Find and replace: the page counts with it what the studio then replaces with it, so that both mean the same places. */
export interface TextQuery {
  /** Literally, white space included; never a pattern. */
  readonly find: string;
  readonly matchCase: boolean;
  /** Not inside of a longer word. */
  readonly wholeWords: boolean;
}

/** A place in a text, in UTF-16 units. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** Where the words stand, in order, none overlapping another. Nothing for an empty query. */
export function findInText(text: string, query: TextQuery): TextPlace[] {
  if (query.find === '') return [];
  return [...text.matchAll(patternOf(query))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function replaceInText(text: string, query: TextQuery, replacement: string): string {
  return query.find === '' ? text : text.replace(patternOf(query), () => replacement);
}

function patternOf({ find, matchCase, wholeWords }: TextQuery): RegExp {
  const literal = find.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const pattern = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}])${literal}(?![\\p{L}\\p{M}\\p{N}])` : literal;
  return new RegExp(pattern, matchCase ? 'gu' : 'giu');
}
