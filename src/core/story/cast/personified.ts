/** When a thing acts like a person: 'the North Wind and the Sun were arguing', 'a loaf of bread that can talk'. */
import type { Mention, Parse } from '../language/clauses.ts';
import type { Thing } from '../lexicon/lexicon.ts';

const MINDS = new Set(
  `ask tell want wish argue agree talk think laugh whisper smile giggle know believe love hate admit decide hope speak answer reply
  shout beg promise dream remember forget understand meet teach learn quarrel boast sigh weep complain explain`.split(
    /\s+/u,
  ),
);

/** Drawings with a face for things that have turned into someone. */
const FACES: Readonly<Record<string, string>> = {
  sun: 'storyloom:sun-face',
  wind: 'storyloom:wind',
  'storyloom:wind': 'storyloom:wind',
  'full-moon': 'full-moon-face',
  'crescent-moon': 'first-quarter-moon-face',
  bread: 'storyloom:loaf-person',
  snowflake: 'storyloom:snowflake-person',
};

export function faceOf(drawing: string): string {
  return FACES[drawing] ?? drawing;
}

/** Whether this mention of a thing treats it as someone. */
export function isPersonified(mention: Mention, parse: Parse, thing: Thing): boolean {
  const { phrase, clause, role } = mention;
  if (phrase.plural || mention.simile || phrase.quoted) return false;
  const verb = clause.verb?.lemma ?? '';
  const acts = parse.clauses.some(
    (one) => one.subjects.includes(phrase) && one.verb !== undefined && MINDS.has(one.verb.lemma),
  );
  if (acts) return true;
  if (role === 'object' && verb === 'meet') return true;
  // 'the Sun' in the middle of a sentence is a name; a clock that says ten to four is not someone, one that speaks is.
  const isCapital = phrase.first > 0 && /^\p{Lu}\p{Ll}/u.test(phrase.words.at(-1)!);
  const isActor = parse.clauses.some((one) => one.subjects.includes(phrase) && one.verb !== undefined);
  if (isCapital && isActor && phrase.determiner === 'the') return thing.kind !== 'building';
  return verb === 'say' && clause.subjects.includes(phrase) && parse.tokens.some((token) => token.quoted);
}
