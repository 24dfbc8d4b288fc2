/** Tokens of Whisper, put together to words. Pure. */

export interface HeardToken {
  /** Its text, white space included; undefined while it is only a part of a character. */
  readonly id: number;
  /** Seconds from the window's beginning, by the model's attention. */
  readonly start: number;
  /** The model's own probability for it, 0..1. */
  readonly probability: number;
}

export interface HeardWord {
  /** With its punctuation, without white space. */
  readonly text: string;
  /** Seconds from the window's beginning. */
  readonly start: number;
  readonly end: number;
  /** Mean of its tokens' probabilities, 0..1. */
  readonly probability: number;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
}

/** Written without spaces: every character is taken for a word. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'my', 'yue', 'bo', 'km']);

/**
 * @param decode text of some tokens; U+FFFD where a character is not whole
 * @param seconds length of the window, which ends the last word
 */
export function wordsOf(
  tokens: readonly HeardToken[],
  decode: (ids: readonly number[]) => string,
  { seconds, language }: { readonly seconds: number; readonly language: string },
): HeardWord[] {
  const isSpaced = !UNSPACED.has(language);
  const groups: Piece[][] = [];
  for (const piece of piecesOf(tokens, decode, seconds)) {
    const group = groups.at(-1);
    const isMark = !/[\p{L}\p{N}]/u.test(piece.text);
    const opens = isSpaced ? /^\s/u.test(piece.text) : !isMark;
    // Marks that stand alone (a dash) belong to the word before; what opens a quotation, to the word that comes.
    const dangles = isMark && group !== undefined && !/[“"'(¿¡«„[]\s*$/u.test(piece.text);
    if (group === undefined || (opens && !dangles)) groups.push([piece]);
    else group.push(piece);
  }
  return groups.map(toWord).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Tokens joined until their characters are whole. */
function piecesOf(tokens: readonly HeardToken[], decode: (ids: readonly number[]) => string, seconds: number): Piece[] {
  const pieces: Piece[] = [];
  let waiting: HeardToken[] = [];
  for (const [index, token] of tokens.entries()) {
    waiting.push(token);
    const text = decode(waiting.map(({ id }) => id));
    if (text.includes('\uFFFD') && waiting.length < 4) continue;
    const end = tokens[index + 1]?.start ?? seconds;
    const probability = waiting.reduce((sum, each) => sum + each.probability, 0) / waiting.length;
    if (text !== '') pieces.push({ text: text.replaceAll('\uFFFD', ''), start: waiting[0]!.start, end, probability });
    waiting = [];
  }
  return pieces;
}

function toWord(pieces: readonly Piece[]): HeardWord {
  // A pause after a word is given to the mark behind it: the word ends where its letters do.
  const spoken = pieces.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const [first, last] = [spoken[0] ?? pieces[0]!, spoken.at(-1) ?? pieces.at(-1)!];
  return {
    text: pieces
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, ''),
    start: first.start,
    end: last.end,
    probability: spoken.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, spoken.length),
  };
}
