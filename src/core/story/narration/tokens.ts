/** An author's text as a row of tokens: each has its marks around it and what is to be said within. */

export interface Token {
  /** As the author wrote it, marks included. */
  readonly text: string;
  /** Marks before it, as the narrator reads them. */
  readonly before: string;
  /** What is to be said, in plain letters, digits and signs; empty when there is nothing. */
  readonly core: string;
  readonly after: string;
  /** True for the first token of a sentence. */
  readonly opens: boolean;
}

/** After a dash or an ellipsis that joins two words, a new token begins: "well—no" is two words to a listener. */
const JOINED = /(?<=[\p{L}\p{N}](?:—|–|--|…|\.{3})["'“”‘’]*)(?=[\p{L}\p{N}"'“”‘’])/u;

/** Figures joined by a dash are a range and stay together. */
const RANGE = /^\P{L}*\p{N}[–—]\p{N}/u;

/** What of the outside belongs to the word: currency, sign, percent, degree, possessive apostrophe handled below. */
const CORE = /[\p{L}\p{N}\p{Sc}%°#&@+=½¼¾⅓⅔⅛⅜⅝⅞]/u;

/** Signs that no one says: pictures, markup, invisible letters. */
const UNSPOKEN = /[\p{Extended_Pictographic}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe0e\ufe0f\u20e3*_~^|\\<>[\]{}`•·†‡§¶]/gu;

export function tokenise(text: string): Token[] {
  let opens = true;
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => (RANGE.test(word) ? [word] : word.split(JOINED)))
    .map((word) => {
      const token = parse(word, opens);
      if (token.core !== '') opens = /[.!?…]/u.test(token.after);
      return token;
    });
}

function parse(text: string, opens: boolean): Token {
  const clean = plain(text);
  const symbols = [...clean];
  const first = symbols.findIndex((symbol) => CORE.test(symbol));
  if (first === -1 || /^#+$/u.test(clean)) return { text, before: '', core: '', after: toMarks(clean), opens };
  let from = first;
  let to = symbols.findLastIndex((symbol) => CORE.test(symbol)) + 1;
  // Apostrophes that stand for letters ('90s, dogs'), signs before a number, the full stop of a fraction (.5).
  if (/['.+-]/u.test(symbols[from - 1] ?? '') && /\p{N}/u.test(symbols[from]!)) from -= 1;
  else if (
    symbols[from - 1] === "'" &&
    /^(?:tis|twas|em|cause|til|round|bout)\b/iu.test(symbols.slice(from).join(''))
  ) {
    from -= 1;
  }
  if (symbols[to] === "'" && symbols[to - 1] === 's' && !symbols.slice(0, from).includes("'")) to += 1;
  const part = (a: number, b: number) => symbols.slice(a, b).join('');
  return {
    text,
    before: toMarks(part(0, from), true),
    core: part(from, to),
    after: toMarks(part(to, symbols.length)),
    opens,
  };
}

/** One way of writing for what has several; what is not said falls away. */
function plain(text: string): string {
  return text
    .replace(UNSPOKEN, '')
    .replace(/(\p{N}?)([½¼¾⅓⅔⅛⅜⅝⅞])/gu, (_, digit: string, sign: string) =>
      // NFKC alone would write 2½ as 21/2.
      digit === '' ? sign : `${digit}+${sign}`,
    )
    .replace(/[ºª]/gu, '°')
    .normalize('NFKC')
    .replace(UNSPOKEN, '')
    .replace(/[‘’‛ʼ´]/gu, "'")
    .replace(/[‐‑−]/gu, '-')
    .replace(/⁄/gu, '/');
}

/** Marks as the voice knows them. */
function toMarks(text: string, opening = false): string {
  return text
    .replace(/\.{2,}|…+/gu, '…')
    .replace(/--+|[–―]/gu, '—')
    .replace(/["„«»”“]/gu, opening ? '“' : '”')
    .replace(/[。．]/gu, '.')
    .replace(/[、，]/gu, ',')
    .replace(/[^;:,.!?—…()“”]/gu, '')
    .replace(/([!?])[!?]+/gu, '$1')
    .replace(/\.(?=[!?…])/gu, '');
}
