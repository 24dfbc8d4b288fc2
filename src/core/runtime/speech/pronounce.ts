import { alignWords, type Span } from './align.ts';
import type { Phonemize } from './espeak.ts';
import { toKokoro } from './sounds.ts';
import { MARKS, MOST_TOKENS, toTokens } from './symbols.ts';
import type { Accent } from './accent.ts';

/** What the model is given in one run: at most 510 tokens, without the edges. */
export interface Run {
  readonly tokens: readonly number[];
  /** For each word of the run its tokens, [from, to); empty where a word has no sound of its own. */
  readonly words: readonly Span[];
}

export interface Spoken {
  /** Words parted by single spaces, marks attached to them ('Now, run!'). */
  readonly text: string;
  /** IPA that replaces the pronunciation of a word, by its number in `text`. */
  readonly sounds: Readonly<Record<number, string>>;
}

interface Word {
  readonly before: string;
  readonly core: string;
  readonly after: string;
  readonly ipa: string | undefined;
}

export interface Pronouncer {
  /** One run for any usual text; more when it is too long for one. All words of the text are in them, in order. */
  pronounce(spoken: Spoken, language: Accent): Promise<readonly Run[]>;
}

/**
 * Small words as the voices were taught them (misaki's en.py): merged by espeak into the next word (aɪɐm), "I am" was
 * heard as "him".
 */
const WEAK_FORMS: ReadonlyMap<string, string> = new Map([
  ['a', 'ɐ'],
  ['an', 'ɐn'],
  ['am', 'ɐm'],
  ['i', 'ˌI'],
]);

function weak({ core }: Word): string | undefined {
  return WEAK_FORMS.get(core.toLowerCase());
}

/** Words that are asked for again and again while aligning. */
const REMEMBERED_WORDS = 5_000;

export function createPronouncer(phonemize: Phonemize): Pronouncer {
  const remembered = new Map<string, string>();

  async function alone(word: string, language: Accent): Promise<string> {
    const key = `${language} ${word}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const sounds = toKokoro(await phonemize(word, language), language).replaceAll(' ', '');
    if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
    remembered.set(key, sounds);
    return sounds;
  }

  /** The sounds of each word of a phrase, said together. */
  async function soundPhrase(words: readonly Word[], language: Accent): Promise<string[]> {
    const given = words[0]?.ipa;
    if (given !== undefined) return [toKokoro(given, language)];
    const text = words.map((word) => word.core).join(' ');
    const sounds = toKokoro(await phonemize(text, language), language)
      .split(/\s+/u)
      .filter(Boolean);
    if (sounds.length === words.length) return sounds.map((sound, index) => weak(words[index]!) ?? sound);
    const single = await Promise.all(words.map(async (word) => [...(await alone(word.core, language))]));
    const phrase = [...sounds.join('')];
    const spans = alignWords(phrase, single);
    return spans.map(([from, to], index) => weak(words[index]!) ?? phrase.slice(from, to).join(''));
  }

  return {
    async pronounce(spoken, language) {
      const words = parse(spoken);
      const sounds: string[] = [];
      for (const phrase of cutPhrases(words)) sounds.push(...(await soundPhrase(phrase, language)));
      return layRuns(words, sounds);
    },
  };
}

function parse({ text, sounds }: Spoken): Word[] {
  return text.split(' ').flatMap((word, index) => {
    const symbols = [...word];
    let from = 0;
    let to = symbols.length;
    while (from < to && MARKS.has(symbols[from]!)) from += 1;
    while (to > from && MARKS.has(symbols[to - 1]!)) to -= 1;
    const part = (a: number, b: number) => symbols.slice(a, b).join('');
    return [{ before: part(0, from), core: part(from, to), after: part(to, symbols.length), ipa: sounds[index] }];
  });
}

/** espeak knows no marks: what stands between two marks is one phrase to it. A word with its own IPA stands alone. */
function cutPhrases(words: readonly Word[]): Word[][] {
  const phrases: Word[][] = [];
  let open = false;
  for (const word of words) {
    if (!open || word.before !== '' || word.ipa !== undefined) phrases.push([]);
    phrases.at(-1)!.push(word);
    open = word.after === '' && word.ipa === undefined;
  }
  return phrases;
}

/** Tokens word by word, cut into runs after the last mark that still fits, or after any word when there is none. */
function layRuns(words: readonly Word[], sounds: readonly string[]): Run[] {
  const pieces = words.map((word, index) => {
    const lead = toTokens(word.before);
    const core = toTokens(sounds[index]!).slice(0, MOST_TOKENS - 8);
    return {
      lead: lead.length,
      core: core.length,
      tokens: [...lead, ...core, ...toTokens(word.after)],
      stops: word.after !== '',
    };
  });
  const runs: Run[] = [];
  let first = 0;
  while (first < pieces.length) {
    const end = runEnd(pieces, first);
    const tokens: number[] = [];
    const spans = pieces.slice(first, end).map((piece): Span => {
      if (tokens.length > 0) tokens.push(...SPACE);
      const start = tokens.length + piece.lead;
      tokens.push(...piece.tokens);
      return [start, start + piece.core];
    });
    runs.push({ tokens: tokens.slice(0, MOST_TOKENS), words: spans });
    first = end;
  }
  return runs;
}

const SPACE = toTokens(' ');

function runEnd(
  pieces: readonly { readonly tokens: readonly number[]; readonly stops: boolean }[],
  first: number,
): number {
  let length = -1;
  let lastStop = 0;
  for (let index = first; index < pieces.length; index += 1) {
    length += 1 + pieces[index]!.tokens.length;
    if (length > MOST_TOKENS) return lastStop > first ? lastStop : Math.max(index, first + 1);
    if (pieces[index]!.stops) lastStop = index + 1;
  }
  return pieces.length;
}
