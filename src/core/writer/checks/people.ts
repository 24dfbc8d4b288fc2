/** Whom the idea names has to be there, as what they are. */
import { singularForms } from '../../story/lexicon/singular.ts';
import type { Check, Finding } from './finding.ts';
import { formsIn, wordsOf } from './story-text.ts';

export const checkNames: Check = ({ idea, text }) => {
  const words = new Set(wordsOf(text.all).flatMap((word) => [word, word.replace(/'s$|'$/u, '')]));
  return (idea?.characters ?? []).flatMap(({ name }): Finding[] => {
    if (name === undefined || wordsOf(name).every((word) => words.has(word))) return [];
    return [{ kind: 'name', message: `${name} is not named.` }];
  });
};

/** Only kinds that the idea says: 'Ada' alone may be a girl or a child. */
export const checkKinds: Check = ({ idea, text }) => {
  if (!idea) return [];
  const said = new Set(wordsOf(idea.text).flatMap((word) => [word, ...singularForms(word)]));
  const forms = formsIn(text.sentences);
  return idea.characters.flatMap(({ kind, name }): Finding[] => {
    const head = wordsOf(kind).at(-1);
    if (head === undefined || !said.has(head) || forms.has(head)) return [];
    return [
      { kind: 'kind', message: name === undefined ? `There is no ${kind}.` : `${name} is not called a ${kind}.` },
    ];
  });
};

/** 'Milo the bear', 'a bear named Milo', 'Milo was a small bear'. */
export const checkOtherKinds: Check = ({ idea, text }) => {
  if (!idea) return [];
  const beings = new Set(idea.characters.flatMap(({ kind }) => wordsOf(kind)));
  return idea.characters.flatMap(({ name, kind }): Finding[] => {
    if (name === undefined) return [];
    const found = text.sentences.flatMap(({ text: sentence, scene }): Finding[] => {
      const other = kindGivenTo(sentence, name);
      if (other === undefined || beings.has(other) || !ANIMALS.has(other) || !ANIMALS.has(wordsOf(kind).at(-1) ?? ''))
        return [];
      return [{ kind: 'kind', message: `${name} is a ${kind}, and here a ${other}.`, scene }];
    });
    return found.slice(0, 1);
  });
};

function kindGivenTo(sentence: string, name: string): string | undefined {
  const own = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  // Adjectives at most stand between: 'the small brown bear', but not 'a friend of the bear'.
  const described = '(?:(?!of |with |and |for |like |than |who |that )[a-z]+ ){0,3}?(?:[a-z]+)(?: [a-z]+)?';
  const patterns = [
    new RegExp(`\\b${own},? (?:the|a|an) ${described}`, 'u'),
    new RegExp(`\\b(?:a|an|the) ${described} (?:named|called) ${own}\\b`, 'u'),
    new RegExp(`\\b${own} was (?:a|an) ${described}`, 'u'),
  ];
  for (const pattern of patterns) {
    const words = pattern.exec(sentence)?.[0].split(' ') ?? [];
    const animal = words.map((word) => word.toLowerCase().replace(/[^a-z]/gu, '')).find((word) => ANIMALS.has(word));
    if (animal !== undefined && animal !== name.toLowerCase()) return animal;
  }
  return undefined;
}

/** What nobody can be two of. 'bird' and 'fish' are left out: an owl is a bird. */
const ANIMALS: ReadonlySet<string> = new Set(
  (
    'ant bat bear beaver bee bull camel cat chicken cow crab crocodile crow deer dog dolphin donkey dragon duck eagle ' +
    'elephant ferret fox frog giraffe goat goose hamster hare hedgehog hen hippo horse kangaroo kitten koala lamb lion ' +
    'lizard llama mole monkey moose mouse octopus otter owl panda parrot peacock penguin pig pigeon pony puppy rabbit ' +
    'raccoon rat raven robin rooster seal shark sheep skunk sloth snail snake sparrow spider squirrel swan tiger toad ' +
    'turtle walrus whale wolf zebra'
  ).split(' '),
);
