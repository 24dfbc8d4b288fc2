/** Whether a gap in a sentence is a subject's or an object's, by the words around it. */
import { baseOf, isPastForm, isVerb } from './verbs.ts';

const PREPOSITIONS = new Set(
  'to of for with at by from into onto on in under over beside behind near past around about between beneath below above after before like than without towards toward against through across off upon among beyond inside until past up down along'.split(
    ' ',
  ),
);
const PARTICLES = new Set('off up down along away out in on back round over'.split(' '));
/** Which may open a clause as well: 'after she left'. */
const ALSO_OPENS = new Set('after before until than like for'.split(' '));
const OPENS = new Set(
  'and but so when while because that if as where what how though although or once then unless which who why whether yet nor until'.split(
    ' ',
  ),
);
const AFTER_SUBJECT = new Set(
  'was were had did could would might should must will can is has never always only also still just even both all almost hardly nearly would once simply then and'.split(
    ' ',
  ),
);
/** Past verbs of saying: after them stands the speaker, by name. */
const SAYING = new Set(
  'said asked called whispered shouted cried answered replied murmured sighed laughed squeaked added thought wondered began hummed sang'.split(
    ' ',
  ),
);

export type Case = 'subject' | 'object' | 'inverted' | 'unsure';

/** @param before what is written of the sentence, @param after what follows; slots that are verbs are given as 'was' */
export function caseAt(before: string, after: string): Case {
  const trimmed = before.trimEnd();
  const previous = /([\p{L}'’-]+)$/u.exec(trimmed)?.[1]?.toLowerCase();
  const next = /^\s*([\p{L}'’-]+)/u.exec(after)?.[1]?.toLowerCase();
  const verbNext = next !== undefined && (isVerbForm(next) || /ly$/u.test(next)) && !(next === 'and');
  if (previous === undefined) {
    // Nothing, a comma, a quote or a dash before it.
    const opensQuoteTag = /[”"]\s*$/u.test(before);
    if (verbNext) return 'subject';
    return trimmed === '' || opensQuoteTag ? 'subject' : 'unsure';
  }
  // 'Off she went': turned round.
  if (PARTICLES.has(previous) && next !== undefined && isPastForm(next)) return 'subject';
  if (PREPOSITIONS.has(previous))
    return ALSO_OPENS.has(previous) && verbNext && next !== 'was' && !/ly$/u.test(next)
      ? 'subject'
      : ALSO_OPENS.has(previous) && verbNext
        ? 'subject'
        : 'object';
  if (OPENS.has(previous)) return verbNext ? 'subject' : 'unsure';
  if (SAYING.has(previous) && !verbNext) return /[”"]/u.test(trimmed) ? 'inverted' : 'object';
  const isVerbBefore =
    isPastForm(previous) || isVerb(previous) || (previous.endsWith('ing') && isVerb(baseOf(previous, previous)));
  if (verbNext)
    return isVerbBefore &&
      !['thought', 'knew', 'saw', 'said', 'felt', 'wished', 'hoped', 'told', 'heard', 'everything', 'all'].includes(
        previous,
      ) &&
      next !== 'was' &&
      next !== 'had' &&
      next !== 'could' &&
      next !== 'would'
      ? 'object'
      : 'subject';
  return isVerbBefore ? 'object' : 'unsure';
}

function isVerbForm(word: string): boolean {
  return AFTER_SUBJECT.has(word) || isPastForm(word);
}
