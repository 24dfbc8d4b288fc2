import type { Mention, Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from './lexicon.ts';

/** The thing that a phrase names, by its longest ending that the lexicon knows ('currant bun' before 'bun'). */
export function thingOfPhrase(lexicon: Lexicon, phrase: NounPhrase): Thing | undefined {
  if (phrase.kind === 'pronoun') return undefined;
  for (let index = 0; index < phrase.words.length; index++) {
    const thing = lexicon.find(phrase.words.slice(index).join(' '));
    if (thing) return thing;
  }
  return undefined;
}

/** Nouns that only measure or part what follows 'of': 'a loaf of bread', 'the end of a frame'. */
const MEASURES = new Set(
  `loaf piece slice bit drop crumb pair bunch heap pile handful flock herd swarm pack lot dozen kind sort end edge side top bottom
  middle corner rest sound smell light sight glimpse name thought root trunk branch foot number group crowd row line circle shape
  shadow pool sea cup glass mug bowl plate pot jar basket sack bag box spoonful mouthful voice call cry song scent taste picture
  story tale colour color half part all one some each none`.split(/\s+/u),
);
/** How many a measure makes of it. */
const MEASURE_COUNTS: Readonly<Record<string, number>> = {
  pair: 2,
  flock: 5,
  herd: 5,
  swarm: 7,
  pack: 4,
  bunch: 3,
  heap: 5,
  pile: 5,
  handful: 4,
  dozen: 12,
  lot: 5,
  group: 4,
  crowd: 6,
  row: 4,
  line: 4,
  circle: 6,
};

/** True for 'a loaf' where 'of bread' follows: the picture shows the bread. */
export function isMeasure(phrase: NounPhrase, parse: Parse): boolean {
  return MEASURES.has(measureWord(phrase)) && parse.tokens[phrase.last + 1]?.lower === 'of';
}

export function measuredCount(mention: Mention): number | undefined {
  if (mention.preposition !== 'of' || !mention.anchor) return undefined;
  return mention.anchor.count ?? MEASURE_COUNTS[measureWord(mention.anchor)];
}

function measureWord(phrase: NounPhrase): string {
  return phrase.words
    .at(-1)!
    .toLowerCase()
    .replace(/s$/u, '')
    .replace(/loave$/u, 'loaf');
}
