/** What is left when no rule fits: words as they are, glued ones taken apart, figures read. */
import { cardinal } from './numbers.ts';
import { coreAt, type Rule, say, spell, type Said } from './say.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '%': 'percent',
  '°': 'degrees',
  $: 'dollars',
  '£': 'pounds',
  '€': 'euros',
  '#': 'number',
};

/** A word that is one sign. */
export const signRule: Rule = (tokens, index) => {
  const core = coreAt(tokens, index);
  return Object.hasOwn(SIGNS, core) ? [say(SIGNS[core]!)] : undefined;
};

/** Letters with what may stand inside a word, figures, or a sign that is said. */
const PIECE = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*'?|\p{Nd}+|[\p{No}\p{Nl}]|[&+=@%°$£€#]/gu;

/** Never empty for a token that holds a letter or a figure. */
export function plainWords(core: string): Said {
  const elided = /^'\p{L}/u.test(core) ? "'" : '';
  const hasFigures = /\p{N}/u.test(core);
  const words = (core.match(PIECE) ?? []).flatMap((piece) => {
    if (/^\d+$/u.test(piece)) return say(...cardinal(piece)).words;
    if (Object.hasOwn(SIGNS, piece)) return say(SIGNS[piece]!).words;
    // 'B2', 'MP3': letters beside figures are a code. '5-year-old' is not.
    if (hasFigures && /^\p{Lu}{1,3}$/u.test(piece)) return spell(piece);
    return [{ text: piece }];
  });
  if (elided !== '' && words[0]) return { words: [{ text: elided + words[0].text }, ...words.slice(1)] };
  return { words };
}
