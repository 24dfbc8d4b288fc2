/** Who does what a clause tells: 'two brothers, Sam and Theo,', 'Nina, a young inventor,', 'a fox, a bear and a hare'. */
import type { Part } from './parts.ts';
import { ownerNamed, owned, pushPhrase } from './phrase-parts.ts';
import { isName, nameRow, phraseAt, POSSESSIVES, type Phrase } from './phrase.ts';
import { referredObject, textOf, type SentenceReading } from './reading.ts';
import { readRelative } from './subject-relative.ts';
import { isFinite } from './verb-group.ts';
import { beingsOf, isBeing, whoIs, type Being } from './world.ts';

export interface Subject {
  /** Keys of the beings. */
  readonly subjects: readonly string[];
  /** What stands there where it is nobody. */
  readonly other: readonly Part[];
  /** Index of the first token after it: the verb. */
  readonly end: number;
}

export function subjectAt(reading: SentenceReading, start: number): Subject | undefined {
  const { tokens } = reading;
  let at = start;
  const phrases: Phrase[] = [];
  for (;;) {
    const phrase = phraseAt(tokens, at, true);
    if (!phrase) break;
    phrases.push(phrase);
    at = phrase.end;
    const row = tokens[at]?.text === ',' || tokens[at]?.text === ':' ? at + 1 : at;
    // 'two brothers, Sam and Theo,' and 'Nina, a young inventor,'
    if (row > at && phrase.plural && phrase.names.length === 0 && isName(tokens[row])) {
      const names = nameRow(tokens, row);
      phrases[phrases.length - 1] = { ...phrase, names: names.names };
      at = names.end;
      if (tokens[at]?.text === ',') at++;
      break;
    }
    if (row > at && phrase.names.length === 1 && phrase.noun === '') {
      const described = phraseAt(tokens, row, true);
      const closing = described && tokens[described.end]?.text;
      if (
        described?.determiner !== undefined &&
        described.names.length === 0 &&
        (closing === ',' || isFinite(tokens, described.end))
      ) {
        phrases[phrases.length - 1] = { ...described, determiner: undefined, names: phrase.names };
        at = closing === ',' ? described.end + 1 : described.end;
        break;
      }
    }
    // 'a fox, a bear and a hare'
    const joint = tokens[at];
    if (!joint || !/^(?:,|and|&)$/u.test(joint.lower)) break;
    let next = at + 1;
    if (tokens[next]?.lower === 'and') next++;
    const following = phraseAt(tokens, next, true);
    if (!following || following.pronoun !== undefined) break;
    at = next;
  }
  if (phrases.length === 0) return undefined;
  const beings = phrases.flatMap((phrase) => subjectBeings(reading, phrase));
  const lone = phrases[0]!;
  if (tokens[at]?.text === ',' && isFinite(tokens, at + 1)) at++;
  if (lone.relative !== undefined && phrases.length === 1) at = readRelative(reading, lone, beings);
  // 'with' and 'in' before the verb: 'A girl with red hair finds'.
  while (['with', 'in', 'from', 'at', 'on', 'without', 'near', 'under'].includes(tokens[at]?.lower ?? '')) {
    const part = phraseAt(tokens, at + 1, true);
    if (!part || (!isFinite(tokens, part.end) && part.end < tokens.length)) break;
    const words: Part = { is: 'word', text: textOf(reading, at, part.end) };
    if (
      beings.length === 1 &&
      (tokens[at]!.lower === 'with' || tokens[at]!.lower === 'without' || tokens[at]!.lower === 'from')
    )
      beings[0]!.after.push(words);
    at = part.end;
  }
  return {
    subjects: beings.map((being) => being.key),
    other: beings.length > 0 ? [] : [thingSubject(reading, lone)],
    end: at,
  };
}

function subjectBeings(reading: SentenceReading, phrase: Phrase): Being[] {
  const { world } = reading;
  if (phrase.pronoun !== undefined) {
    const object = phrase.pronoun === 'it' ? referredObject(world) : undefined;
    if (object) return [];
    return [...whoIs(world, phrase.pronoun, [], false)];
  }
  ownerNamed(world, phrase);
  // What opens the idea is whom it is about; later a storm may come without being anybody.
  const isOne =
    isBeing(world, phrase, '', true) ||
    world.beings.length === 0 ||
    (world.events.length === 0 && !/^the$|'s?$/u.test(phrase.determiner ?? '') && !phrase.head.endsWith('s'));
  const owners = POSSESSIVES.has(phrase.determiner ?? '') ? whoIs(world, phrase.determiner!, [], true) : [];
  return isOne ? owned(beingsOf(world, phrase), owners) : [];
}

/** 'the rain', 'her umbrella': a subject that is nobody. */
function thingSubject(reading: SentenceReading, phrase: Phrase): Part {
  const { world } = reading;
  if (phrase.pronoun === 'it') {
    const object = referredObject(world);
    if (object) {
      object.referred++;
      return { is: 'object', object };
    }
  }
  const known = world.objects.find((object) => object.head === phrase.head && phrase.head !== '');
  if (known) {
    known.referred++;
    return { is: 'object', object: known };
  }
  if (phrase.determiner?.endsWith("'s") || POSSESSIVES.has(phrase.determiner ?? '')) {
    const parts: Part[] = [];
    pushPhrase(reading, parts, phrase, [], '', undefined);
    return parts[0]!;
  }
  return { is: 'word', text: textOf(reading, phrase.first, phrase.end) };
}
