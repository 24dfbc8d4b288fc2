/** Whom 'the little otter' or 'the old man' means. */
import type { NounPhrase } from '../language/phrases.ts';
import type { Thing } from '../lexicon/lexicon.ts';
import type { Referent } from './referent.ts';

export type FindAlias = (thing: Thing, phrase: NounPhrase) => Referent | undefined;

/** Of the referents as they are now: whoever is the only one of the kind. */
export function aliasesOf(referents: readonly Referent[]): FindAlias {
  const byKind = groupBy(referents, (one) => one.kind);
  const byDrawing = groupBy(
    referents.filter((one) => one.thing?.kind === 'animal'),
    (one) => one.thing!.drawing,
  );
  const people = referents.filter((one) => one.thing?.kind === 'person');
  return (thing, phrase) => {
    const sameKind = byKind.get(thing.word) ?? [];
    // 'a mouse' is a new one, unless it is the first word that is said of the mouse Milo.
    if (['a', 'an', 'another'].includes(phrase.determiner ?? '')) {
      const named = sameKind.filter((one) => one.named);
      return named.length === 1 && named[0]!.acts === 0 ? named[0] : undefined;
    }
    const alike = thing.kind === 'animal' ? (byDrawing.get(thing.drawing) ?? []) : peopleLike(people, thing);
    const same = new Set([...sameKind, ...alike]);
    return same.size === 1 ? [...same][0] : undefined;
  };
}

/** 'the man' may be an old man or a baker; 'the mother' is not any woman. */
function peopleLike(people: readonly Referent[], thing: Thing): readonly Referent[] {
  if (!/^(?:man|woman|boy|girl|child)$/u.test(thing.word)) return [];
  return people.filter(
    (one) =>
      (one.gender === thing.gender || thing.gender === 'unknown') &&
      ((one.age ?? 'adult') !== 'child') === (thing.age !== 'child'),
  );
}

function groupBy<Key>(referents: readonly Referent[], keyOf: (one: Referent) => Key): Map<Key, Referent[]> {
  const groups = new Map<Key, Referent[]>();
  for (const one of referents) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
