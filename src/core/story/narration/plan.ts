/** A scene's text to the chunks that are narrated one by one: cut at sentence ends, with the pauses between them. */
import { cutAtVoices, type VoicedRange, type VoicedText } from './voices.ts';
import { splitLongSentence, splitSentences } from '../sentences.ts';
import { normalise, type NarrationWord, type Normalised, type Pronunciations } from './normalise.ts';

export interface NarrationChunk extends Normalised {
  /** The author's text of the chunk, on one line. */
  readonly text: string;
  /** Whose voice it is in, where it is not the narrator's. */
  readonly voice?: string;
  /** Silence after it, in seconds, at speed 1. */
  readonly pauseAfter: number;
}

export interface NarrationOptions {
  readonly pronunciations?: Pronunciations;
  /** Read before the text, with a longer pause after it: the title of a film or a chapter. */
  readonly heading?: string;
  /** What is said in other voices; in order, without overlap, none across a blank line. */
  readonly voices?: readonly VoicedRange[];
}

/** Seconds. The pauses within a chunk are the voice's own. */
export const PAUSES = { clause: 0.15, sentence: 0.35, paragraph: 0.7, heading: 1, scene: 1 } as const;

/**
 * A chunk's most spoken characters. Kokoro takes 510 tokens, about as many characters; memory grows with a chunk's
 * length (0.7 GB a session at 300), and a chunk is what is made anew when a word of it changes.
 */
export const MOST_CHARACTERS = 300;
/** And the author's most, which is more only where much is not said. */
const MOST_AUTHOR_CHARACTERS = 5_000;
/** Fewer words than that sound clipped alone, and go with the next sentence. */
const FEWEST_WORDS = 6;
/** A text so short is said in one go. */
const STRAIGHT_THROUGH = 120;

type Pause = keyof typeof PAUSES;

interface Piece {
  readonly text: string;
  readonly pause: Pause;
  readonly voice?: string | undefined;
}

/**
 * Pure: the same text gives the same chunks, and a sentence that is changed changes its own chunk only (unless it
 * becomes too short or too long to stand alone).
 * @param text paragraphs parted by blank lines; any Unicode
 * @returns no chunk when there is nothing to say
 */
export function planNarration(text: string, options: NarrationOptions = {}): readonly NarrationChunk[] {
  const pronunciations = options.pronunciations ?? {};
  const heading = options.heading === undefined ? [] : cutParagraph(options.heading, 'heading', pronunciations);
  const paragraphs = cutAtVoices(text, options.voices ?? []);
  const pieces = paragraphs.flatMap((runs, index) => {
    const isLast = index === paragraphs.length - 1;
    const ending = isLast ? 'scene' : isHeading(runs.map((run) => run.text).join(' ')) ? 'heading' : 'paragraph';
    return runs.flatMap((run, place) => {
      const next = runs[place + 1];
      const cut = cutParagraph(run.text, next ? pauseBetween(run, next) : ending, pronunciations);
      return cut.map((piece): Piece => ({ ...piece, voice: run.voice }));
    });
  });
  return [...heading, ...pieces].flatMap(({ text: own, pause, voice }) => {
    const normalised = normalise(own, pronunciations);
    if (normalised.spoken === '') return [];
    const spoken = withEndMark(normalised.spoken, pause);
    const chunk = { text: own, ...normalised, spoken, pauseAfter: PAUSES[pause] };
    return [voice === undefined ? chunk : { ...chunk, voice }];
  });
}

/** "Hello," / said Nib; "Stop!" / He ran. */
function pauseBetween(run: VoicedText, next: VoicedText): Pause {
  return /[.!?…]["'”’)]*$/u.test(run.text) && !/^\p{Ll}/u.test(next.text) ? 'sentence' : 'clause';
}

/** Without a mark at its end (a heading, a piece cut between words) the voice hangs in the air. */
function withEndMark(spoken: string, pause: Pause): string {
  if (/[;:,.!?—…][()“”]*$/u.test(spoken)) return spoken;
  return spoken + (pause === 'clause' ? ',' : '.');
}

/** A short line without an end mark, or one with number signs, stands over what follows. */
function isHeading(paragraph: string): boolean {
  return /^#{1,6}\s/u.test(paragraph) || (paragraph.length < 80 && !/[.!?…,;:—"'”’)]$/u.test(paragraph));
}

function cutParagraph(paragraph: string, ending: Pause, pronunciations: Pronunciations): Piece[] {
  if (paragraph.length <= STRAIGHT_THROUGH) return [{ text: paragraph, pause: ending }];
  const isTooLong = (text: string) => spokenLength(text, pronunciations) > MOST_CHARACTERS;
  const pieces = mergeShort(splitSentences(paragraph), isTooLong).flatMap((sentence) => {
    const parts = splitLongSentence(sentence, isTooLong).flatMap((part) => splitLongWord(part));
    return parts.map((text, index): Piece => ({ text, pause: index < parts.length - 1 ? 'clause' : 'sentence' }));
  });
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, pause: ending } : piece));
}

/**
 * About how long a text is when it is said: each word for itself, for this is asked at every word of a long sentence.
 * Only words that are not plain letters ("$5") have to be read to know.
 */
function spokenLength(text: string, pronunciations: Pronunciations): number {
  // A whole book on one line need not be read out to know that it is too long.
  if (text.length > MOST_AUTHOR_CHARACTERS) return Infinity;
  return text.split(' ').reduce((sum, word) => sum + 1 + wordLength(word, pronunciations), 0);
}

function wordLength(word: string, pronunciations: Pronunciations): number {
  return /^[\p{L}'’,.;:!?"“”-]*$/u.test(word) ? word.length : normalise(word, pronunciations).spoken.length;
}

/** A short sentence goes with the next one; the last of a paragraph with the one before it. */
function mergeShort(sentences: readonly string[], isTooLong: (text: string) => boolean): string[] {
  const merged: string[] = [];
  let open = '';
  for (const sentence of sentences) {
    const together = open === '' ? sentence : `${open} ${sentence}`;
    if (open !== '' && isTooLong(together)) {
      merged.push(open);
      open = sentence;
    } else open = together;
    if (countWords(open) >= FEWEST_WORDS) {
      merged.push(open);
      open = '';
    }
  }
  if (open === '') return merged;
  const last = merged.at(-1);
  if (last === undefined || isTooLong(`${last} ${open}`)) return [...merged, open];
  return [...merged.slice(0, -1), `${last} ${open}`];
}

function countWords(text: string): number {
  return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A "word" of thousands of letters (a text without spaces) is cut by force. */
function splitLongWord(text: string): string[] {
  if (text.length <= MOST_CHARACTERS || text.includes(' ')) return [text];
  const symbols = [...text];
  const pieces: string[] = [];
  for (let start = 0; start < symbols.length; start += MOST_CHARACTERS) {
    pieces.push(symbols.slice(start, start + MOST_CHARACTERS).join(''));
  }
  return pieces;
}

export type { NarrationWord, Pronunciations };
