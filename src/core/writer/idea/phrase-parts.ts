/** Noun phrases and pronouns behind the verb: those whom the story knows, and its things. */
import type { IdeaObject, Part } from './parts.ts';
import { POSSESSIVES, TITLES, type Phrase } from './phrase.ts';
import { referredObject, textOf, type SentenceReading } from './reading.ts';
import { beingsOf, isBeing, whoIs, type Being, type World } from './world.ts';

/**
 * One noun phrase: somebody of the story, or a thing that it then knows.
 * Returns where what is said of the thing belongs ('a hat that can talk', 'a hat made of paper').
 */
export function pushPhrase(
  reading: SentenceReading,
  into: Part[],
  phrase: Phrase,
  own: readonly string[],
  verb: string,
  preposition: string | undefined,
): Part[] | undefined {
  const { tokens, world } = reading;
  const said = textOf(reading, phrase.first, phrase.end);
  if (phrase.pronoun !== undefined) {
    pushPronoun(world, into, phrase.pronoun, own);
    return undefined;
  }
  const namedOwner = ownerNamed(world, phrase);
  const inPlace = preposition !== undefined && !['by', 'with', 'from', 'for', 'of', 'about'].includes(preposition);
  if (
    isBeing(world, phrase, verb, false, preposition === undefined) &&
    !(inPlace && phrase.names.length === 0 && !['to', 'after', 'at', 'like'].includes(preposition!))
  ) {
    const owning = POSSESSIVES.has(phrase.determiner ?? '') ? whoIs(world, phrase.determiner!, own, true) : [];
    const beings = owned(beingsOf(world, phrase), owning);
    beings.forEach((being, index) => {
      if (index > 0) into.push({ is: 'word', text: index === beings.length - 1 ? 'and' : ',' });
      into.push({
        is: 'being',
        said: beings.length > 1 ? (being.name ?? said) : said,
        slot: `{${being.key}.object}`,
      });
    });
    return undefined;
  }
  const possessive = POSSESSIVES.has(phrase.determiner ?? '') ? phrase.determiner! : undefined;
  const owners = possessive === undefined ? [] : whoIs(world, possessive, own, true);
  const object: IdeaObject = {
    determiner: phrase.determiner ?? (phrase.count === undefined ? undefined : tokens[phrase.first]!.lower),
    modifiers: phrase.modifiers,
    noun:
      [phrase.noun, ...phrase.names].filter((word) => word !== '').join(' ') +
      (phrase.of === undefined ? '' : ` ${phrase.of}`),
    head: phrase.head,
    plural: phrase.plural,
    owner: namedOwner ?? (owners.length === 1 ? owners[0]!.key : owners.length > 1 ? 'heroes' : undefined),
    ownerByName: namedOwner !== undefined,
    relative: [],
    referred: 0,
    preposition,
    oblique: preposition !== undefined && !isAbout(verb, preposition),
    predicate: verb === 'become' || verb === 'be',
  };
  const known = world.objects.find((one) => one.head === object.head && one.head !== '' && object.determiner === 'the');
  if (known) {
    known.referred++;
    into.push({ is: 'object', object: known });
    return undefined;
  }
  world.objects.push(object);
  into.push({ is: 'object', object });
  const next = tokens[phrase.end];
  const isMade =
    next?.tag === 'VERB' && /^(?:made|full|called|shaped|filled|covered|painted|carved|woven)$/u.test(next.lower);
  return phrase.relative === undefined && !isMade ? undefined : (object.relative as Part[]);
}

/** 'Anna's umbrella': Anna is one of the story. Returns her key. */
export function ownerNamed(world: World, phrase: Phrase): string | undefined {
  const owner = /^(\p{Lu}[\p{L}-]+)'s?$/u.exec(phrase.determiner ?? '')?.[1];
  if (owner === undefined || phrase.determiner!.toLowerCase() in TITLES) return undefined;
  return beingsOf(world, {
    ...phrase,
    determiner: undefined,
    modifiers: [],
    noun: '',
    head: '',
    names: [owner],
    plural: false,
    of: undefined,
    count: undefined,
  })[0]!.key;
}

/** 'his sister Mila': whose they are. */
export function owned(beings: Being[], owners: readonly Being[]): Being[] {
  const [owner] = owners;
  if (owner && owners.length === 1) for (const being of beings) if (being !== owner) being.owner ??= owner.key;
  return beings;
}

/** 'quarrel over a blanket', 'looks for his pot': what it is about, not where. */
function isAbout(verb: string, preposition: string): boolean {
  return (
    (/^(?:quarrel|argue|fight)$/u.test(verb) && /^(?:over|about|for)$/u.test(preposition)) ||
    (/^(?:look|search|hunt|ask|wait|care)$/u.test(verb) && preposition === 'for')
  );
}

function pushPronoun(world: World, into: Part[], pronoun: string, own: readonly string[]): void {
  const isSelf = pronoun.endsWith('self') || pronoun.endsWith('selves');
  if (pronoun === 'it') {
    const object = referredObject(world);
    if (object) {
      object.referred++;
      into.push({ is: 'it', object });
      return;
    }
  }
  if (pronoun === 'them' && whoIs(world, pronoun, own, false).every((being) => own.includes(being.key))) {
    into.push({ is: 'word', text: 'them' });
    return;
  }
  const others = whoIs(world, pronoun, own, isSelf);
  // 'tells everybody that he has seen a wolf': nobody else is there whom it could mean.
  const found = others.length > 0 ? others : /^(?:he|she)$/u.test(pronoun) ? whoIs(world, pronoun, own, true) : [];
  const slot = found.length === 0 ? undefined : found.length > 1 ? 'heroes' : found[0]!.key;
  const form = isSelf ? 'self' : ['he', 'she', 'they'].includes(pronoun) ? 'they' : 'them';
  if (slot === undefined) into.push({ is: 'word', text: pronoun });
  else into.push({ is: 'being', said: pronoun, slot: `{${slot}.${form}}` });
}
