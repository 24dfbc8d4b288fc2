/** How someone is called: by name, by kind, with traits. */
import { pluralOf } from '../../story/language/plural.ts';
import { articleFor } from '../grammar/nouns.ts';
import { TITLES } from '../idea/phrase.ts';
import type { Character, Tale } from '../types.ts';

/** What is true of someone only as things are: 'was lonely', but never 'the alone cat'. */
const NEVER_BEFORE = new Set('afraid alone asleep awake ill alive sorry glad unable ready late aboard'.split(' '));
/** Traits that stay with a kind: 'the little owl', but 'the penguin' is not for ever lost. */
const LASTING = new Set(
  'little old young small tiny big great last first tall wee baby red blue green white black brown grey golden silver giant ancient tired wooden grumpy only'.split(
    ' ',
  ),
);
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function traitsOf(character: Character): readonly string[] {
  return character.traits.filter((trait) => !NEVER_BEFORE.has(trait)).slice(0, 3);
}

/** 'dragon', 'pigs'. */
export function kindOf(character: Character): string {
  return character.count === undefined ? character.kind : pluralOf(character.kind);
}

/** 'shy, gentle', but 'small white'. */
function traitWords(character: Character): string {
  return traitsOf(character).reduce(
    (words, trait) => (words === '' ? trait : `${words}${LASTING.has(trait) ? '' : ','} ${trait}`),
    '',
  );
}

/** 'shy dragon', 'last snowflake of winter', 'fox who told lies'. */
export function fullOf(character: Character): string {
  return [traitWords(character), kindOf(character), character.after]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
}

/** 'a shy dragon', 'the last snowflake of winter', 'three little pigs'. */
export function introduced(character: Character, words: string): string {
  if (character.definite) return `the ${words}`;
  if (character.count !== undefined)
    return character.count === 0 ? words : `${COUNTS[character.count] ?? String(character.count)} ${words}`;
  return `${articleFor(words)} ${words}`;
}

/** By name, or 'the little owl'. */
export function nameOf(character: Character, tale: Tale): string {
  if (character.name !== undefined) return character.name;
  const same = [...tale.cast.values()].some((other) => other !== character && other.kind === character.kind);
  const traits = traitsOf(character).filter((trait) => same || LASTING.has(trait));
  return `the ${[...traits.slice(0, 1), kindOf(character)].join(' ')}`;
}

/** How one calls to it: 'Ember', 'little owl', 'Moon'. */
export function callOf(character: Character): string {
  if (character.name !== undefined) return character.name;
  const trait = traitsOf(character).find((one) => one === 'little' || one === 'old');
  return [trait, kindOf(character)].filter((word) => word !== undefined).join(' ');
}

/** 'Sam and Theo'. */
export function joined(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** The heroes as what they are: 'two brothers', 'a mouse and a whale'. */
export function groupOf(heroes: readonly Character[], full: boolean): string {
  const kinds = new Set(heroes.map((hero) => hero.kind));
  if (heroes.length > 1 && kinds.size === 1) {
    const shared = traitsOf(heroes[0]!).filter((trait) => heroes.every((hero) => hero.traits.includes(trait)));
    const traits = full ? shared.join(', ') : '';
    // 'two twins' would be four.
    return [heroes[0]!.kind === 'twin' ? 'the' : COUNTS[heroes.length], traits, pluralOf(heroes[0]!.kind)]
      .filter((word) => word !== undefined && word !== '')
      .join(' ');
  }
  return joined(heroes.map((hero) => introduced(hero, full ? fullOf(hero) : kindOf(hero))));
}

export function possessive(name: string): string {
  return /s$/u.test(name) && /(?:[^s]s and|pigs|ers|ies)$/u.test(name) ? `${name}'` : `${name}'s`;
}

/** Is its kind worth telling beside a name? Sam is no 'Sam the brother', and Ada a girl. */
export function tellsKind(character: Character): boolean {
  return (
    character.name !== undefined &&
    TITLES[character.name.split(' ')[0]!.toLowerCase().replace('.', '')] === undefined &&
    !/^(?:girl|boy|child|brother|sister|man|woman|kid|twin|princess|prince|king|queen|captain|uncle|aunt|grandmother|grandfather|friend|doctor|professor|lady|lord|knight)$/u.test(
      character.kind,
    )
  );
}

/** How a story first speaks of someone: 'a shy dragon named Ember', 'the last snowflake of winter'. */
export function introOf(character: Character): string {
  if (character.name === undefined) return introduced(character, fullOf(character));
  // 'a detective named Detective Duck'
  if (
    TITLES[character.name.split(' ')[0]!.toLowerCase().replace('.', '')] !== undefined &&
    traitsOf(character).length === 0
  )
    return [character.name, character.after].filter((word) => word !== undefined).join(' ');
  const words = [traitWords(character), kindOf(character)].filter((word) => word !== '').join(' ');
  return `${introduced(character, words)} named ${character.name}${character.after === undefined ? '' : ` ${character.after}`}`;
}
