/**
 * Where a line of English may end. The order is that of subtitlers' guides (BBC Subtitle Guidelines, "Line breaks"; Netflix
 * Timed Text Style Guide): after punctuation, before a conjunction, before a preposition; never between an article and its
 * noun. A language that is not English is broken by its punctuation alone.
 */
import type { CaptionWord } from './types.ts';

const CONJUNCTIONS = wordSet(
  'and but or nor so yet because although though while when where who which that if until since as than then',
);
const PREPOSITIONS = wordSet(
  'in on at by for from with without of to into onto over under above below between among amongst through across against along around behind beside beneath before after during past towards toward upon within like',
);
/** Lean on what follows. */
const LEANING = wordSet(
  "a an the my your his her its our their this that these those every each some any no not very more most so too and but or nor in on at by for from with without of to into onto over under through across is are was were be been am has have had will would can could may might must shall should do does did i'm it's he she they we you i who which mr mrs ms dr old little",
);

const ABBREVIATIONS = wordSet('mr mrs ms dr st prof jr sr no');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Scripts that do not part their words by spaces. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** 0: a sentence ends here; larger is worse. */
export function breakCost(before: CaptionWord, after: CaptionWord | undefined): number {
  if (!after || after.opens) return 0;
  if (after.glued && !UNSPACED.test(after.text)) return 30;
  if (endsSentence(before, after)) return 0;
  if (/[;:—–]["'”’)\]»]*$/u.test(before.text)) return 2;
  if (/[,،、，]["'”’)\]»]*$/u.test(before.text)) return 3;
  if (after.glued) return 8;
  const next = bare(after.text);
  const lean = LEANING.has(bare(before.text)) ? 12 : 0;
  if (/^["'“‘«(]/u.test(after.text)) return 4 + lean;
  if (CONJUNCTIONS.has(next)) return 5 + lean;
  if (PREPOSITIONS.has(next)) return 7 + lean;
  return 12 + lean;
}

/** "Why?" asked Nib: goes on; Mr. Tod: too. */
export function endsSentence({ text }: CaptionWord, after: CaptionWord | undefined): boolean {
  if (!after || after.opens) return true;
  if (!/[.!?…。！？]["'”’)\]»]*$/u.test(text) || /^["'“‘«(]*\p{Ll}/u.test(after.text)) return false;
  return !ABBREVIATIONS.has(bare(text));
}

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}'’]/gu, '')
    .replace('’', "'")
    .toLowerCase();
}
