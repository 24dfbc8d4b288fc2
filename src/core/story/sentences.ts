/** Where sentences end. */

/** Words that end in a full stop without ending the sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st prof rev capt col gen lt sgt sr jr vs etc e.g i.e no vol fig mt ft hon messrs mme mlle'.split(' '),
);

/**
 * A run of end marks, closing quotes or brackets, and what follows: a space or the text's end. Old books go on after a
 * semicolon with a capital ("to gather blackberries; But Peter"): that is an end too.
 */
const END = /([.!?…]+|[。！？]+|;(?=\s+(?:And|But|Then|So|For|Now)\b))(["'”’»)\]]*)(?=\s|$|(?<=[。！？]["”’」』]*))/gu;

/**
 * Cuts a paragraph at sentence ends. Joined with single spaces the pieces are the paragraph again. A quoted sentence
 * that its speaker's verb follows ("Oh dear," / "Stop!" he said) stays in one piece with it.
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(END)) {
    const end = match.index + match[0].length;
    const rest = paragraph.slice(end).trimStart();
    if (rest === '' || !endsSentence(paragraph.slice(start, match.index), match[1]!, match[2]!, rest)) continue;
    sentences.push(paragraph.slice(start, end).trim());
    start = end;
  }
  const last = paragraph.slice(start).trim();
  return last === '' ? sentences : [...sentences, last];
}

function endsSentence(before: string, mark: string, closing: string, rest: string): boolean {
  // "Stop!" he said; Mr. and initials ("J. M. Barrie"); 3.5 never gets here, for no space follows its point.
  if (/^[\p{Ll}]/u.test(rest)) return false;
  if (mark !== '.' || closing !== '') return true;
  return !isAbbreviated(before);
}

/** Whether a text before a full stop ends in what is written with one: 'Mr', an initial. */
export function isAbbreviated(before: string): boolean {
  const word = /([\p{L}.]+)$/u.exec(before)?.[1] ?? '';
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}

/** A sentence too long for one picture is cut after its weaker stops, and if it has none, between words. */
export function splitLongSentence(sentence: string, isTooLong: (text: string) => boolean): string[] {
  if (!isTooLong(sentence)) return [sentence];
  for (const stop of [/(?<=[;:—–]["'”’)]*)\s+/u, /(?<=,["'”’)]*)\s+/u, /\s+/u]) {
    const pieces = gather(sentence.split(stop), isTooLong);
    if (pieces.length > 1) return pieces.flatMap((piece) => splitLongSentence(piece, isTooLong));
  }
  return [sentence];
}

/** As few pieces as possible, each as long as it may be. */
function gather(pieces: readonly string[], isTooLong: (text: string) => boolean): string[] {
  const gathered: string[] = [];
  let open = '';
  for (const piece of pieces) {
    const longer = open === '' ? piece : `${open} ${piece}`;
    if (open !== '' && isTooLong(longer)) {
      gathered.push(open);
      open = piece;
    } else open = longer;
  }
  return open === '' ? gathered : [...gathered, open];
}
