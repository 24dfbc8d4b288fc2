/** Who is in the story, from its whole text: the first pass, before anyone is placed in a scene. */
import type { Mention, Parse } from '../language/clauses.ts';
import { HONORIFICS, type NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { isMeasure, thingOfPhrase } from '../lexicon/lookup.ts';
import { findIntroductions, nameOf } from './introductions.ts';
import { aliasesOf } from './aliases.ts';
import { KnownNames } from './known-names.ts';
import { genderOfName } from './names.ts';
import { faceOf, isPersonified } from './personified.ts';
import { makeReferent, type Referent } from './referent.ts';

export interface Cast {
  readonly referents: readonly Referent[];
  /** The one whom a name or a noun phrase means. */
  byPhrase(phrase: NounPhrase): Referent | undefined;
}

/** A common noun becomes a member of the cast when it acts this often, or once near the story's start. */
const ENOUGH_ACTS = 2;
const EARLY_SENTENCES = 3;

export function findCast(parses: readonly Parse[], lexicon: Lexicon): Cast {
  const named = new KnownNames();
  collectIntroduced(parses, lexicon, named);
  collectNames(parses, lexicon, named);
  const unnamed = collectUnnamed(parses, lexicon, named);
  const referents = [...new Set([...named.values(), ...unnamed.values()])];
  for (const referent of referents) finish(referent, lexicon);
  const alias = aliasesOf(referents);
  return {
    referents,
    byPhrase: (phrase) => {
      if (phrase.kind === 'pronoun') return undefined;
      const byName = named.find(nameOf(phrase));
      if (byName) return byName;
      const thing = thingOfPhrase(lexicon, phrase);
      if (!thing || phrase.plural || (phrase.count ?? 1) > 1) return undefined;
      return unnamed.get(thing.word) ?? alias(thing, phrase);
    },
  };
}

function collectIntroduced(parses: readonly Parse[], lexicon: Lexicon, named: KnownNames): void {
  let living: NounPhrase | undefined;
  for (const parse of parses) {
    for (const { name, as } of findIntroductions(parse.tokens, living)) {
      // 'Pearl the whale travel' where the tagger took the verb for a noun.
      const thing = thingOfPhrase(lexicon, as) ?? thingOfPhrase(lexicon, { ...as, words: as.words.slice(0, -1) });
      const isSomeone = thing && (thing.kind === 'person' || thing.kind === 'animal');
      // 'The Otter Who' is no name; and 'the captain of the Swan, a fine ship,' describes a thing.
      if (
        !isName(name) ||
        (thing && !isSomeone && !parse.tokens.some((token) => /^(?:named|called)$/u.test(token.lower)))
      )
        continue;
      const referent = named.find(name) ?? named.add(name);
      if (thing && !referent.thing) describe(referent, as, thing);
    }
    for (const { phrase, simile } of parse.mentions) {
      const kind = simile || phrase.kind !== 'noun' ? undefined : thingOfPhrase(lexicon, phrase)?.kind;
      if (kind === 'animal' || kind === 'person') living = phrase;
    }
  }
}

/** Names that do something, own something or carry a title, though the text never says what they are. */
function collectNames(parses: readonly Parse[], lexicon: Lexicon, named: KnownNames): void {
  const capitals = capitalsOf(parses);
  for (const parse of parses) {
    for (const mention of parse.mentions) {
      const { phrase } = mention;
      if (phrase.kind !== 'name' || phrase.plural) continue;
      const name = nameOf(phrase);
      const known = named.find(name);
      if (known) {
        addTraits(known, phrase);
        if (mention.role === 'owner' && isGarden(mention)) known.keepsGarden = true;
        continue;
      }
      const isTitled =
        genderOfName(name) !== 'unknown' || HONORIFICS.has(name.split(' ')[0]!.toLowerCase().replace('.', ''));
      const isPerson =
        isTitled ||
        (isActor(mention, parse) && phrase.determiner === undefined && isSpeltAsName(capitals, name, lexicon));
      if (isPerson && isName(name) && !(mention.role === 'oblique' && !isTitled)) {
        const referent = named.add(name);
        addTraits(referent, phrase);
        if (mention.role === 'owner' && isGarden(mention)) referent.keepsGarden = true;
      }
    }
  }
}

/** Beings without a name ('the fox', 'a traveller'), and things that act like one ('the Sun'). */
function collectUnnamed(parses: readonly Parse[], lexicon: Lexicon, named: KnownNames): Map<string, Referent> {
  const alias = aliasesOf(named.values());
  const found = new Map<string, { referent: Referent; acts: number; sure: boolean }>();
  parses.forEach((parse, sentence) => {
    for (const mention of parse.mentions) {
      const { phrase } = mention;
      if (
        phrase.kind === 'pronoun' ||
        phrase.plural ||
        (phrase.count ?? 1) > 1 ||
        mention.simile ||
        phrase.quoted ||
        isMeasure(phrase, parse)
      )
        continue;
      if (phrase.kind === 'name' && (phrase.determiner === undefined || named.find(nameOf(phrase)))) continue;
      const thing = thingOfPhrase(lexicon, phrase);
      if (!thing || alias(thing, phrase)) continue;
      const isBeing = thing.kind === 'person' || thing.kind === 'animal';
      const isFace = !isBeing && isPersonified(mention, parse, thing);
      if (!isBeing && !isFace) continue;
      const entry = found.get(thing.word) ?? { referent: makeReferent(thing.word, false), acts: 0, sure: false };
      found.set(thing.word, entry);
      const acts = isActor(mention, parse) && !mention.absent;
      entry.acts += acts ? 1 : 0;
      entry.sure ||= isFace || (acts && sentence < EARLY_SENTENCES);
      if (!entry.referent.thing)
        describe(entry.referent, phrase, isFace ? { ...thing, drawing: faceOf(thing.drawing) } : thing);
      else if (isFace) entry.referent.thing = { ...thing, drawing: faceOf(thing.drawing) };
      if (phrase.words.length > 1 && isFace) entry.referent.name = phrase.words.join(' ').toLowerCase();
    }
  });
  const kept = [...found].filter(([, { acts, sure }]) => sure || acts >= ENOUGH_ACTS);
  return new Map(kept.map(([word, { referent }]) => [word, referent]));
}

function isActor(mention: Mention, parse: Parse): boolean {
  return (
    mention.role === 'subject' &&
    parse.clauses.some((clause) => clause.verb !== undefined && clause.subjects.includes(mention.phrase))
  );
}

function describe(referent: Referent, phrase: NounPhrase, thing: Thing): void {
  referent.thing = thing;
  const adjectives = phrase.adjectives.filter((word) => !thing.word.includes(word));
  adjectives.forEach((word) => referent.traits.add(word));
  referent.kind = thing.word;
  if (thing.kind === 'person') referent.age = thing.age;
  if (referent.gender === 'unknown') referent.gender = thing.gender;
}

/** Gender and kind as far as the name alone tells. */
function finish(referent: Referent, lexicon: Lexicon): void {
  if (referent.gender === 'unknown' && referent.named) referent.gender = genderOfName(referent.name);
  if (referent.thing || !referent.named) return;
  // 'Mrs. Rabbit', 'Peter Rabbit', 'Captain Jack': a part of the name says what it is.
  const words = referent.name.split(' ').map((word) => word.replace('.', ''));
  const kindOf = (word: string, kinds: readonly string[]): Thing | undefined => {
    const thing = lexicon.find(word);
    return thing && kinds.includes(thing.kind) ? thing : undefined;
  };
  // A first word is a title or nothing: 'Tom' is no tomcat.
  const thing =
    words
      .slice(1)
      .reverse()
      .map((word) => kindOf(word, ['animal', 'person']))
      .find((one) => one !== undefined) ?? kindOf(words[0]!, ['person']);
  if (!thing) return;
  referent.thing = thing;
  // 'Mr.' is no kind of being, a man is.
  referent.kind = thing.drawing === 'man' || thing.drawing === 'woman' ? thing.drawing : thing.word;
  if (thing.kind === 'person') referent.age = thing.age;
}

/** Adjectives as the author wrote them, in small letters; 'Mrs.' is none. */
function addTraits(referent: Referent, phrase: NounPhrase): void {
  phrase.adjectives.filter((word) => phrase.words.includes(word)).forEach((word) => referent.traits.add(word));
}

function isGarden(mention: Mention): boolean {
  return /^(?:garden|farm|field|orchard|vegetables)$/iu.test(mention.anchor?.words.at(-1) ?? '');
}

function isName(name: string): boolean {
  return name.length > 1 && !/^[\p{Lu}\d .]{4,}$/u.test(name) && !NOT_NAMES.has(name.toLowerCase());
}

const NOT_NAMES = new Set(
  `oh ah dear yes no well now then god lord heaven christmas easter monday tuesday wednesday thursday friday saturday sunday january february
  march april may june july august september october november december english french german chapter who what the north south
  east west spring summer autumn winter mother father`.split(/\s+/u),
);

/** Where the story's words stand with a capital, made once for the whole story. */
interface Capitals {
  readonly inside: ReadonlySet<string>;
  readonly atStart: ReadonlyMap<string, number>;
  readonly small: ReadonlySet<string>;
}

function capitalsOf(parses: readonly Parse[]): Capitals {
  const inside = new Set<string>();
  const atStart = new Map<string, number>();
  const small = new Set<string>();
  for (const { tokens } of parses) {
    tokens.forEach(({ text }, index) => {
      if (/^\p{Ll}/u.test(text)) small.add(text);
      else if (index > 0 && !/^["“‘'—–:]$/u.test(tokens[index - 1]!.text)) inside.add(text);
      else atStart.set(text, (atStart.get(text) ?? 0) + 1);
    });
  }
  return { inside, atStart, small };
}

/** A word that has a capital only where a sentence begins is no name. */
function isSpeltAsName(capitals: Capitals, name: string, lexicon: Lexicon): boolean {
  const first = name.split(' ')[0]!;
  if (lexicon.find(name)) return false;
  if (capitals.inside.has(first)) return true;
  if (capitals.small.has(first.toLowerCase()) || lexicon.isCommon(first)) return false;
  // 'Gentleness can do' is no name; 'Hansel and Gretel' are.
  return (capitals.atStart.get(first) ?? 0) > 1 || !/(?:ness|ly|ing|tion|ment|ity|ship|hood|ed|s)$/u.test(first);
}
