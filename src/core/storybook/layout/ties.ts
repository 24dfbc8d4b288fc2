import type { Relation, SceneEntity } from '../../../shared/story.ts';
import { factsOf } from '../drawings/lexicon-facts.ts';
import { isFigure } from '../figure/figure-sprite.ts';
import type { Wearing } from '../figure/outfit.ts';

/** Who holds, wears and rides what, and what is on, in or under what. */
export interface Ties {
  /** Ids of things that are drawn in a hand. */
  readonly held: ReadonlySet<string>;
  /** Figure's id -> the drawings in its near and far hand. */
  readonly holding: ReadonlyMap<string, readonly string[]>;
  readonly worn: ReadonlySet<string>;
  readonly wearing: ReadonlyMap<string, Wearing>;
  readonly relation: ReadonlyMap<string, { readonly kind: Relation; readonly target: string }>;
}

const GARMENTS: Readonly<Record<string, keyof Wearing>> = {
  'storyloom:cloak': 'cloak',
  'storyloom:jacket': 'jacket',
  'storyloom:badge': 'badge',
  'storyloom:scarf': 'scarf',
  coat: 'jacket',
  scarf: 'scarf',
  dress: 'dress',
  'name-badge': 'badge',
};

const COLOURS: Readonly<Record<string, string>> = {
  red: '#d3453f',
  blue: '#3f7fd0',
  green: '#4f9f5a',
  yellow: '#eec13f',
  gold: '#e5b23a',
  golden: '#e5b23a',
  brown: '#8f6242',
  black: '#3f3b4a',
  white: '#f1eef2',
  grey: '#8f919c',
  gray: '#8f919c',
  pink: '#ee8fb0',
  purple: '#8a5fb8',
  orange: '#ee8a3a',
  silver: '#b9bfca',
  violet: '#8a5fb8',
};

const EMPTY_HANDED = new Set(['run', 'jump', 'climb', 'swim', 'sleep', 'cry', 'fall', 'hug', 'fly', 'hide', 'laugh']);

/** One thing, or several that a fist closes on (matches, coins: one is drawn). */
function fitsHand({ drawing, count }: SceneEntity): boolean {
  const { size } = factsOf(drawing);
  return count === 1 ? size <= 2 : size <= 0.05;
}

export function tiesOf(entities: readonly SceneEntity[]): Ties {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const held = new Set<string>();
  const worn = new Set<string>();
  const holding = new Map<string, readonly string[]>();
  const wearing = new Map<string, Wearing>();
  const relation = new Map<string, { kind: Relation; target: string }>();
  const wear = (figure: SceneEntity, garment: SceneEntity): boolean => {
    const part = GARMENTS[garment.drawing];
    if (part === undefined) return false;
    const colour = garment.attributes.map((word) => COLOURS[word]).find((value) => value !== undefined);
    wearing.set(figure.id, { ...wearing.get(figure.id), [part]: true, ...(colour === undefined ? {} : { colour }) });
    worn.add(garment.id);
    return true;
  };
  for (const entity of entities) {
    if (!entity.relation) continue;
    const target = byId.get(entity.relation.target);
    if (!target) continue;
    const { kind } = entity.relation;
    // 'fox holding umbrella' and 'umbrella holding (by) fox' both come to the same.
    const [figure, thing] = isFigure(entity.drawing) ? [entity, target] : [target, entity];
    const pair = isFigure(figure.drawing) && !isFigure(thing.drawing);
    if (kind === 'wearing' && pair) {
      if (!wear(figure, thing)) relation.set(thing.id, { kind: 'beside', target: figure.id });
    } else if (kind === 'on' && pair && figure === target && wear(figure, thing)) continue;
    else if (kind === 'holding' && pair) {
      const hands = holding.get(figure.id) ?? [];
      if (hands.length < 2 && fitsHand(thing)) {
        holding.set(
          figure.id,
          /basket|bucket|bag|lantern|luggage|briefcase/.test(thing.drawing)
            ? [...hands, thing.drawing]
            : [thing.drawing, ...hands],
        );
        held.add(thing.id);
      } else relation.set(thing.id, { kind: 'beside', target: figure.id });
    } else relation.set(entity.id, { kind, target: target.id });
  }
  // A single garment without an owner is the lead's; something small that nobody holds is put into a free hand.
  const figures = entities.filter((entity) => isFigure(entity.drawing));
  for (const entity of entities) {
    if (
      worn.has(entity.id) ||
      held.has(entity.id) ||
      relation.has(entity.id) ||
      isFigure(entity.drawing) ||
      entity.count !== 1
    )
      continue;
    const facts = factsOf(entity.drawing);
    if (entity.attributes.includes('off')) continue;
    if (GARMENTS[entity.drawing] !== undefined && facts.stands === 'worn' && figures[0]) wear(figures[0], entity);
    else if (entity.role === 'prop' && facts.stands === 'held' && facts.size <= 0.8) {
      const free = figures.find(
        (figure) =>
          !holding.has(figure.id) &&
          !EMPTY_HANDED.has(figure.action ?? 'stand') &&
          figure.count === 1 &&
          ['hold', 'give', 'eat', 'read', 'work', 'fight', 'point'].includes(figure.action ?? 'stand'),
      );
      if (free) {
        holding.set(free.id, [entity.drawing]);
        held.add(entity.id);
      }
    }
  }
  return { held, holding, worn, wearing, relation };
}
