/** How a story says who someone is: 'a mouse named Milo', 'Ember the dragon', 'Two brothers, Sam and Theo'. */
import { HONORIFICS, nounPhraseAt, type NounPhrase } from '../language/phrases.ts';
import type { Token } from '../language/tag.ts';

export interface Introduction {
  readonly name: string;
  /** What the text says that it is. */
  readonly as: NounPhrase;
}

/** The introductions of one sentence. `before` is the last phrase of a living thing in the sentences before. */
export function findIntroductions(tokens: readonly Token[], before: NounPhrase | undefined): Introduction[] {
  const found: Introduction[] = [];
  let latest = before;
  for (let index = 0; index < tokens.length; index++) {
    const naming = /^(?:named|called)$/u.test(tokens[index]!.lower);
    if (naming && latest && latest.last === index - 1) add(namesFrom(tokens, index + 1), latest);
    const phrase = nounPhraseAt(tokens, index);
    if (!phrase) continue;
    const next = phrase.last + 1;
    const after = tokens[next];
    if (phrase.kind === 'name') {
      // 'Ember the dragon', 'Nib, a small otter,': what follows a name and has no verb of its own describes it.
      const start = after?.text === ',' ? next + 1 : next;
      const described = tokens[start]?.tag === 'DET' ? nounPhraseAt(tokens, start) : undefined;
      const closing = described && tokens[described.last + 1];
      const isDirect = start === next && described?.determiner === 'the';
      if (
        described?.kind === 'noun' &&
        !described.plural &&
        (isDirect || (start > next && (!closing || closing.tag === 'PUNCT')))
      ) {
        add([nameOf(phrase)], described);
      }
      // 'Milo was a mouse'.
      if (after?.lemma === 'be' && !after.quoted) {
        const predicate = nounPhraseAt(tokens, next + 1);
        if (predicate?.kind === 'noun' && predicate.determiner?.startsWith('a')) add([nameOf(phrase)], predicate);
      }
    } else if (phrase.kind === 'noun') {
      // 'Two brothers, Sam and Theo,' and 'the otter Nib'.
      const start = after?.text === ',' ? next + 1 : next;
      const names = namesFrom(tokens, start);
      const isList =
        start > next ? names.length > 1 && phrase.plural : !phrase.plural && phrase.determiner !== undefined;
      if (names.length > 0 && isList) add(names, phrase);
      // 'their names were Flopsy and Mopsy', 'his name was Tom'.
      if (/^names?$/u.test(phrase.words.at(-1)!.toLowerCase()) && after?.lemma === 'be' && latest) {
        add(namesFrom(tokens, next + 1), latest);
      } else if (!/^names?$/u.test(phrase.words.at(-1)!.toLowerCase())) latest = phrase;
    }
    index = Math.max(index, phrase.last);
  }
  return found;

  function add(names: readonly string[], as: NounPhrase): void {
    names.forEach((name) => found.push({ name, as }));
  }
}

/** 'Sam and Theo', 'Flopsy, Mopsy, Cotton-tail, and Peter' from `start` on. */
function namesFrom(tokens: readonly Token[], start: number): string[] {
  const names: string[] = [];
  let index = start;
  while (index < tokens.length) {
    const words: string[] = [];
    while (isNameWord(tokens[index])) words.push(tokens[index++]!.text);
    if (words.length === 0) break;
    names.push(words.join(' '));
    while (tokens[index] && /^(?:,|and)$/u.test(tokens[index]!.lower)) index++;
  }
  return names;
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\p{Lu}\p{L}/u.test(token.text) &&
    token.tag !== 'DET' &&
    token.tag !== 'PRON' &&
    token.lower !== 'and'
  );
}

/** The name in a phrase: 'old Mrs. Rabbit' -> 'Mrs. Rabbit', 'Nib'. */
export function nameOf(phrase: NounPhrase): string {
  const words = phrase.words.filter((word) => /^\p{Lu}/u.test(word));
  const titled = words.findIndex((word) => HONORIFICS.has(word.toLowerCase().replace('.', '')));
  return (titled > 0 && words.length > titled + 1 ? words.slice(titled) : words).join(' ');
}
