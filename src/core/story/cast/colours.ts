/** Colours that tell the cast apart: 'his blue jacket', 'a girl in a red hood', 'It was a blue jacket'. */
import type { Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { thingOfPhrase } from '../lexicon/lookup.ts';
import type { Meaning } from './discourse.ts';
import { isColour } from './members.ts';
import type { Referent } from './referent.ts';

/** Fur and feathers have these colours anyway; a scarf of them tells nobody apart. */
const BODY_COLOURS = new Set(['brown', 'grey', 'gray', 'white', 'black']);

export class ColourMemory {
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
      wearer.colour ??= mention.phrase.adjectives.find(isColour);
    }
  }
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
