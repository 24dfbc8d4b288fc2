/** Punctuation and capitals of what was heard, good enough to read. No word is added or taken away, and none changes its time. */
import type { SpokenWord } from '../../shared/transcript.ts';
import { capital, endsClause, endsSentence, isCapital, small } from './marks.ts';

/** Seconds of silence: a sentence ends, a clause ends, where nobody wrote so. */
const SENTENCE_PAUSE = 0.7;
const CLAUSE_PAUSE = 0.35;
/** A silence after which even a punctuated text begins anew, when the next word has a capital. */
const LONG_PAUSE = 1.5;
/** A text with fewer ends of sentences than one in so many words has no punctuation worth the name. */
const WORDS_AN_END = 40;
const FEWEST_WORDS = 12;

/** A capital on one of these amid a sentence is where one piece of the transcript was joined to the next. */
const JOINING = new Set('and but so or nor yet then when while as because he she it they we you'.split(' '));
const ARTICLES = new Set('the a an his her its their my our your this that in on at to of for with from'.split(' '));

export function repairWords(heard: readonly SpokenWord[]): SpokenWord[] {
  const words = withoutRemarks(heard);
  const ends = words.filter(({ text }) => endsSentence(text)).length;
  const isBare = words.length >= FEWEST_WORDS && ends * WORDS_AN_END < words.length;
  const marked = words.map((word, index) => ({
    ...word,
    text: word.text + missingMark(word, words[index + 1], isBare),
  }));
  return marked.map((word, index) => ({ ...word, text: cased(word.text, marked[index - 1], marked[index + 1]) }));
}

/** '[Music]', '(laughs)', '♪': a remark of whoever wrote it down, which nobody said. A mark alone goes with the word before. */
function withoutRemarks(heard: readonly SpokenWord[]): SpokenWord[] {
  const words: SpokenWord[] = [];
  let remarkEnds = -1;
  for (const [index, word] of heard.entries()) {
    remarkEnds = Math.max(remarkEnds, endOfRemark(heard, index));
    if (index <= remarkEnds) continue;
    if (/[\p{L}\p{N}]/u.test(word.text)) words.push(word);
    else if (words.length > 0 && !endsClause(words.at(-1)!.text)) {
      const last = words.pop()!;
      words.push({ ...last, text: last.text + word.text.replace(/-+/u, '—') });
    }
  }
  return words;
}

/** A bracket that nobody closes soon is none. */
const LONGEST_REMARK = 12;

/** The place of the last word of a remark that begins here; -1 when none does. */
function endOfRemark(words: readonly SpokenWord[], start: number): number {
  const opening = /^[[(*♪]/u.exec(words[start]!.text)?.[0];
  if (opening === undefined) return -1;
  const end = words.slice(start, start + LONGEST_REMARK).findIndex(({ text }, place) => {
    const closing = /([\])*♪])[.,!?]*$/u.exec(text);
    // A note alone opens and does not close.
    return closing?.[1] === CLOSING[opening] && (place > 0 || closing!.index > 0);
  });
  return end === -1 ? -1 : start + end;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '*': '*', '♪': '♪' };

function missingMark(word: SpokenWord, next: SpokenWord | undefined, isBare: boolean): string {
  if (!next) return endsSentence(word.text) ? '' : '.';
  if (endsClause(word.text) || endsSentence(word.text)) return '';
  const pause = next.start - word.end;
  if (isBare) return pause >= SENTENCE_PAUSE ? '.' : pause >= CLAUSE_PAUSE ? ',' : '';
  return pause >= LONG_PAUSE && isCapital(next.text) && !isName(next.text) ? '.' : '';
}

/** As far as one word tells: what always has a capital. */
function isName(text: string): boolean {
  const bare = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return isCapital(text) && !JOINING.has(bare) && !ARTICLES.has(bare);
}

function cased(text: string, before: SpokenWord | undefined, after: SpokenWord | undefined): string {
  if (!before || endsSentence(before.text)) return capital(text);
  if (/^i(?:['’]\p{L}+)?\p{P}*$/u.test(text)) return capital(text);
  const bare = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (!isCapital(text) || text.length === 1) return text;
  // 'The Hobbit' keeps its article.
  const isJoin = JOINING.has(bare) || (ARTICLES.has(bare) && after !== undefined && !isCapital(after.text));
  return isJoin ? small(text) : text;
}
