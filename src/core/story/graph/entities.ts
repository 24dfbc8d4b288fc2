/**
 * Drafts to the entities of a scene graph, the most important first.
 *
 * What an illustrator may rely on:
 * - `weight` of 0.5 and more: it is in the scene and must be drawn; 0.3-0.5: in the background of what is told; under
 *   0.3 nothing is handed on.
 * - `relation` on a figure: where it is ('on' the rock) or, when no place is told, what it holds, wears or rides. A thing
 *   that is held, worn or ridden points back at its figure with the same word, so that several can be held.
 * - `count` is 1..12; a crowd ('some sparrows') is one entity of role `character` without `castId`.
 * - Targets are ids of entities in the same scene.
 */
import type { Relation, SceneEntity } from '../../../shared/story.ts';
import { slug } from '../cast/referent.ts';
import { mostTelling } from './actions.ts';
import type { Draft } from './draft.ts';

/** Of less weight, it is only talked about. */
export const LEAST_WEIGHT = 0.3;
const MOST_ENTITIES = 14;
const CARRYING = new Set<Relation>(['holding', 'wearing', 'riding']);

/** `drawingOf` gives the drawing that the cast has settled on. */
export function toEntities(drafts: readonly Draft[], drawingOf: (draft: Draft) => string): SceneEntity[] {
  const kept = absorbCrowds(drafts, drawingOf)
    .filter((draft) => draft.weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, MOST_ENTITIES);
  const ids = nameAll(kept);
  return kept.map((draft) => {
    const role = roleOf(draft);
    const action = role === 'character' ? (mostTelling(draft.actions) ?? 'stand') : undefined;
    const relation = relationOf(draft, kept, ids);
    return {
      id: ids.get(draft)!,
      word: draft.word,
      drawing: drawingOf(draft),
      role,
      ...(draft.referent ? { castId: draft.referent.id } : {}),
      count: draft.count,
      ...(action ? { action } : {}),
      ...(relation ? { relation } : {}),
      attributes: [...draft.attributes],
      weight: Math.round(Math.min(1, draft.weight) * 100) / 100,
    };
  });
}

/** 'four little Rabbits' whose four names follow are those four; of 'two brothers' with one named, one is left. */
function absorbCrowds(drafts: readonly Draft[], drawingOf: (draft: Draft) => string): Draft[] {
  const members = drafts.filter((draft) => draft.referent && draft.weight >= LEAST_WEIGHT);
  return drafts.filter((draft) => {
    if (draft.referent || draft.count < 2) return true;
    const isPeople = draft.thing?.kind === 'person';
    const same = members.filter(
      (one) => drawingOf(one) === draft.drawing || (isPeople && one.thing?.kind === 'person'),
    ).length;
    return same < Math.max(2, draft.count - 1);
  });
}

function roleOf(draft: Draft): SceneEntity['role'] {
  if (draft.referent) return 'character';
  switch (draft.thing?.kind) {
    case 'person':
    case 'animal':
      return 'character';
    case 'celestial':
    case 'weather':
      return 'sky';
    case 'building':
    case 'nature':
      return 'scenery';
    case 'plant':
      return draft.thing.size >= 1 ? 'scenery' : 'prop';
    default:
      return 'prop';
  }
}

function nameAll(drafts: readonly Draft[]): Map<Draft, string> {
  const ids = new Map<Draft, string>();
  const used = new Set<string>();
  for (const draft of drafts) {
    const base = draft.referent?.id ?? slug(draft.word);
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${String(number)}`;
    used.add(id);
    ids.set(draft, id);
  }
  return ids;
}

function relationOf(
  draft: Draft,
  kept: readonly Draft[],
  ids: ReadonlyMap<Draft, string>,
): SceneEntity['relation'] | undefined {
  const own = draft.relations.find((one) => ids.has(one.target));
  if (own) return { kind: own.kind, target: ids.get(own.target)! };
  for (const other of kept) {
    const back = other.relations.find((one) => one.target === draft && CARRYING.has(one.kind));
    if (back) return { kind: back.kind, target: ids.get(other)! };
  }
  return undefined;
}
