/** What of a member of the cast can be seen, in words that are the same in every scene. */
import type { CastMember } from '../../../shared/story.ts';
import { nounWords } from '../describe/nouns.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { colourWord } from './colours.ts';

/** Of these a text has many, and models know few. */
const SAME: Readonly<Record<string, string>> = {
  ...{ little: 'small', wee: 'small', tiny: 'small' },
  ...{ large: 'big', huge: 'big', giant: 'big', enormous: 'big', great: 'big' },
  ...{ aged: 'old', elderly: 'old', ancient: 'old', gray: 'grey', golden: 'gold', blonde: 'blond' },
};
const SEEN = new Set(
  `small big tall short long round fat thin slim plump chubby young old bald bearded freckled curly striped spotted furry fluffy
  woolly shaggy feathered shiny ragged pale dark blond red blue green yellow gold orange purple violet pink white black grey brown
  silver scarlet crimson`.split(/\s+/u),
);
/** 'red-haired', 'blue-eyed', 'dark-skinned', 'long-legged', 'broad-shouldered'. */
const OF_THE_BODY = /-(?:haired|eyed|skinned|legged|eared|tailed|nosed|bearded|shouldered|winged|necked)$/u;
const MOST_TRAITS = 3;

const CLOTHES = /(?:coat|jacket|dress|gown|frock|cloak|cape|mantle|robe|shirt|apron|suit|pyjamas|uniform|overalls?)$/u;
const PLURAL = /[^s]s$/u;

export interface Appearance {
  /** 'small brown'; may be ''. */
  readonly traits: string;
  readonly kind: string;
  /** 'with a red scarf', 'in a blue jacket'; '' for what wears nothing. */
  readonly clothing: string;
  /** The sun and the wind, of which there is but one. */
  readonly isOnly: boolean;
}

/** The same for the same member, whatever the scene says of it. */
export function appearanceOf({ kind, traits, mark }: CastMember, lexicon: Lexicon): Appearance {
  const said = kind.toLowerCase().split(' ');
  const thing = lexicon.find(kind) ?? lexicon.find(said.at(-1)!);
  const words = traits.map((trait) => trait.toLowerCase()).map((trait) => SAME[trait] ?? trait);
  const seen = [...new Set(words)].filter((word) => (SEEN.has(word) || OF_THE_BODY.test(word)) && !said.includes(word));
  const isBeing = thing === undefined || thing.kind === 'person' || thing.kind === 'animal';
  const own = traits.find((trait) => isWorn(trait, lexicon))?.toLowerCase();
  const colour = colourWord(mark);
  return {
    traits: seen.slice(0, MOST_TRAITS).join(' '),
    kind: kind.toLowerCase(),
    clothing: !isBeing
      ? ''
      : own !== undefined
        ? wornWords(own, colour)
        : // A red dragon is told by its body, not by a scarf.
          seen.includes(colour)
          ? ''
          : thing?.kind === 'person'
            ? `in ${colour} clothes`
            : `with ${withArticle(`${colour} scarf`)}`,
    isOnly: thing?.kind === 'celestial' || thing?.kind === 'weather',
  };
}

function isWorn(trait: string, lexicon: Lexicon): boolean {
  return !OF_THE_BODY.test(trait) && lexicon.find(trait.split(' ').at(-1)!)?.stands === 'worn';
}

/** 'in a blue jacket', 'with a straw hat', 'in red boots'; in the member's colour where the text names none. */
function wornWords(garment: string, colour: string): string {
  const look = garment.includes(' ') ? garment : `${colour} ${garment}`;
  const preposition = CLOTHES.test(garment) || PLURAL.test(garment) ? 'in' : 'with';
  return PLURAL.test(garment) ? `${preposition} ${look}` : `${preposition} ${withArticle(look)}`;
}

/** 'an old rabbit', 'bread'. */
export function withArticle(words: string): string {
  return nounWords({ word: words, count: 1, attributes: [] });
}
