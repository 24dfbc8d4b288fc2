/** The words that follow a verb, in pieces that can be put into any form. */
import type { Token } from '../../story/language/tag.ts';
import { baseOf, isVerb, participleOf, pastModal, pastOf } from '../grammar/verbs.ts';
import type { Part } from './parts.ts';
import { pushPhrase } from './phrase-parts.ts';
import { phraseAt, RELATIVES } from './phrase.ts';
import type { SentenceReading } from './reading.ts';
import { isFinite, verbGroupAt, type VerbGroup } from './verb-group.ts';

/**
 * The words from `start` to `end`, with those whom the story knows and the verbs that have to be past.
 *
 * @param verb base of the verb that the words follow, or ''
 * @param own keys of those who do it: whom 'his' means and 'him' does not
 */
export function partsOf(
  reading: SentenceReading,
  start: number,
  end: number,
  verb: string,
  own: readonly string[] = reading.subjects,
): Part[] {
  const { tokens } = reading;
  const parts: Part[] = [];
  let into = parts;
  let at = start;
  let current = verb;
  let preposition: string | undefined;
  let subject = own;
  let awaitsVerb = false;
  while (at < end) {
    const token = tokens[at]!;
    const isOpen = RELATIVES.has(token.lower) && at + 1 < end && (isFinite(tokens, at + 1) || token.lower === 'whose');
    // 'decide which hat to wear': of no hat in particular.
    const asked = tokens[at + 1];
    if (!isOpen && /^(?:which|what)$/u.test(token.lower) && asked?.tag === 'NOUN' && at + 1 < end) {
      into.push({ is: 'word', text: `${token.lower} ${asked.lower}` });
      at += 2;
      continue;
    }
    if (isOpen || ['how', 'what', 'why', 'where', 'when', 'if', 'because', 'until', 'while'].includes(token.lower)) {
      into.push({ is: 'word', text: token.lower });
      at++;
      awaitsVerb = token.lower === 'because';
      const group = verbGroupAt(tokens, at);
      if (isOpen && group) at = pushVerbs(reading, into, at, group);
      continue;
    }
    if (token.lower === 'to' && isInfinitive(tokens[at + 1])) {
      current = baseOf(tokens[at + 1]!.lower, tokens[at + 1]!.lemma);
      into.push({ is: 'word', text: 'to' }, { is: 'word', text: tokens[at + 1]!.lower });
      at += 2;
      preposition = undefined;
      continue;
    }
    const phrase = phraseAt(tokens, at, false);
    // 'gives it all back': all of it, whatever it is.
    if (phrase?.pronoun !== undefined && tokens[phrase.end]?.lower === 'all' && phrase.end < end) {
      into.push({ is: 'word', text: `${phrase.pronoun} all` });
      at = phrase.end + 1;
      continue;
    }
    if (
      phrase &&
      phrase.end <= end &&
      !(token.tag === 'VERB' && phrase.determiner === undefined && !/(?:lost|hidden)$/u.test(token.lower))
    ) {
      const relativeInto = pushPhrase(reading, into, phrase, subject, current, preposition);
      const lastPart = into.at(-1);
      // 'a seal who brings him letters': who 'him' is not.
      if (phrase.relative !== undefined && lastPart?.is === 'being')
        subject = [/being\d+/u.exec(lastPart.slot)?.[0] ?? ''];
      at = phrase.end;
      preposition = undefined;
      if (relativeInto) into = relativeInto;
      continue;
    }
    if (token.tag === 'ADP' || token.lower === 'aboard') preposition = token.lower;
    if (token.tag === 'VERB') {
      current = baseOf(token.lower, token.lemma);
      preposition = undefined;
      if (
        isFinite(tokens, at) &&
        (awaitsVerb ||
          (tokens[at - 1]?.tag === 'PRON' &&
            tokens[at - 1]!.lower !== 'him' &&
            at > start + 1 &&
            token.lower !== current))
      ) {
        awaitsVerb = false;
        into.push({ is: 'inner', now: token.lower, past: pastOf(current) });
        at++;
        continue;
      }
    }
    if (token.tag === 'AUX') awaitsVerb = false;
    into.push(wordOf(token, at === 0));
    at++;
  }
  return parts;
}

/** What follows 'to' in 'to dance': the tagger takes many a verb for a noun there. */
function isInfinitive(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.tag === 'VERB' || token.tag === 'AUX' || token.tag === 'PART' || (token.tag === 'NOUN' && isVerb(token.lower))
  );
}

/** A helper verb bends; a word is small inside the sentence unless it is a name. */
function wordOf(token: Token, isFirst: boolean): Part {
  const { lower, tag, text } = token;
  if (tag !== 'AUX') return { is: 'word', text: /^\p{Lu}/u.test(text) && tag !== 'PROPN' && !isFirst ? lower : text };
  return { is: 'inner', now: lower, past: pastModal(lower) ?? pastOf(baseOf(lower, token.lemma), lower === 'are') };
}

/** The verbs of a relative clause: 'can talk' -> 'could talk', 'tells' -> 'told'. */
function pushVerbs({ tokens }: SentenceReading, into: Part[], start: number, group: VerbGroup): number {
  const words = tokens.slice(start, group.end);
  const modal = words.find((word) => pastModal(word.lower) !== undefined || word.lower === 'ca' || word.lower === 'wo');
  const now = words
    .map((word) => word.text)
    .join(' ')
    .replaceAll(" n't", "n't");
  const plural = words.some((word) => word.lower === 'are' || word.lower === 'were');
  const not = group.negated ? (words.some((word) => word.lower === 'never') ? ' never' : ' not') : '';
  if (modal) {
    const past = pastModal(modal.lower) ?? (modal.lower === 'ca' ? 'could' : 'would');
    into.push({ is: 'inner', now, past: `${past.replace(' not', '')}${not} ${group.base}` });
  } else if (words.some((word) => word.lower === 'do' || word.lower === 'does') && group.base !== 'do')
    into.push({ is: 'inner', now, past: `did${not} ${group.base}` });
  else if (group.base !== 'have' && /^(?:has|have|had)$/u.test(words[0]?.lower ?? ''))
    into.push({ is: 'inner', now, past: `had${not} ${participleOf(group.base)}` });
  else if (not === ' never') into.push({ is: 'inner', now, past: `never ${pastOf(group.base, plural)}` });
  else into.push({ is: 'inner', now, past: [...group.adverbs, pastOf(group.base, plural) + not].join(' ') });
  return group.end;
}
