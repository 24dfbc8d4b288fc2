/** 'Build a boat from a bathtub': one thing, a bathtub boat, where the lexicon knows it. */
import type { Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { thingOfPhrase } from '../lexicon/lookup.ts';

const MAKING = new Set('make build craft fashion form carve cut sew knit fold shape construct create'.split(' '));

interface Made {
  /** The boat: what it is, made of that. */
  readonly products: ReadonlyMap<NounPhrase, Thing>;
  /** The bathtub: not seen beside it. */
  readonly materials: ReadonlySet<NounPhrase>;
}

export function madeOf(parse: Parse, lexicon: Lexicon): Made {
  const products = new Map<NounPhrase, Thing>();
  const materials = new Set<NounPhrase>();
  for (const { phrase, clause, role, preposition } of parse.mentions) {
    if (role !== 'oblique' || !['from', 'of'].includes(preposition ?? '') || !MAKING.has(clause.verb?.lemma ?? ''))
      continue;
    const before = parse.mentions.filter(
      (one) => one.clause === clause && one.role === 'object' && one.phrase.last < phrase.first,
    );
    // 'a boat, made from a bathtub' has it as the subject.
    const product = before.at(-1)?.phrase ?? clause.subjects.at(-1);
    const material = thingOfPhrase(lexicon, phrase);
    const made = product && material && lexicon.find(`${material.word} ${product.words.at(-1)!}`);
    if (!made) continue;
    products.set(product, made);
    materials.add(phrase);
  }
  return { products, materials };
}
