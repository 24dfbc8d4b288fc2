/** Garments and the colours that tell the cast apart: 'his blue jacket', 'a girl in a red hood', 'It was a blue jacket'. */
import type { Mention, Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { thingOfPhrase } from '../lexicon/lookup.ts';
import type { Meaning } from './discourse.ts';
import { isColour } from './members.ts';
import type { Referent } from './referent.ts';
import { isWorn } from './worn.ts';

/** Fur and feathers have these colours anyway; a scarf of them tells nobody apart. */
const BODY_COLOURS = new Set(['brown', 'grey', 'gray', 'white', 'black']);

/** Worn, but no clothes. */
const NO_GARMENT = /badge|backpack|ring|glasses|goggles/u;

export class Wardrobe {
  /** Who wore a garment last, by its drawing. */
  private readonly wearers = new Map<string, Referent>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  read(parse: Parse, meanings: ReadonlyMap<NounPhrase, Meaning>): void {
    for (const mention of parse.mentions) {
      const thing = mention.simile || mention.absent ? undefined : thingOfPhrase(this.lexicon, mention.phrase);
      if (thing?.stands !== 'worn') continue;
      const owner = mention.phrase.owner && memberOf(meanings.get(mention.phrase.owner));
      const doer = mention.clause.subjects[0] && memberOf(meanings.get(mention.clause.subjects[0]));
      const isDressing =
        ['wear', 'wrap', 'dress', 'put'].includes(mention.clause.verb?.lemma ?? '') || mention.preposition === 'in';
      const wearer = owner ?? (isDressing ? doer : undefined) ?? this.wearers.get(thing.drawing);
      if (!wearer) continue;
      this.wearers.set(thing.drawing, wearer);
      const colour = mention.phrase.adjectives.find(isColour);
      wearer.colour ??= colour;
      if (!NO_GARMENT.test(thing.drawing)) noteGarment(wearer, thing, colour, stateOf(mention, parse));
    }
  }
}

/** 'took off his cloak', 'took his cloak off'. */
function stateOf(mention: Mention, parse: Parse): 'worn' | 'taken off' | 'elsewhere' {
  const isOff = mention.clause.verb?.particle === 'off' || parse.tokens[mention.phrase.last + 1]?.lower === 'off';
  return isOff ? 'taken off' : isWorn(mention) ? 'worn' : 'elsewhere';
}

function noteGarment(
  { garments }: Referent,
  thing: Thing,
  colour: string | undefined,
  state: ReturnType<typeof stateOf>,
): void {
  const known = garments.get(thing.drawing);
  const takenOff = state === 'taken off';
  if (known) {
    known.colour ??= colour;
    known.takenOff ||= takenOff;
  } else if (state !== 'elsewhere') garments.set(thing.drawing, { word: thing.word, colour, takenOff });
}

/** A body of an unusual colour ('a red dragon') is the mark itself. */
export function noteBodyColours(referents: readonly Referent[]): void {
  for (const referent of referents) {
    referent.colour ??= [...referent.traits].find((trait) => isColour(trait) && !BODY_COLOURS.has(trait));
  }
}

function memberOf(meaning: Meaning | undefined): Referent | undefined {
  return meaning && 'members' in meaning ? meaning.members[0] : undefined;
}
