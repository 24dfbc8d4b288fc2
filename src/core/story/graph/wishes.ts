/** Who is to be seen in a scene and who is not, as the author set it by hand. */
import type { SceneOverrides } from '../../../shared/story.ts';
import type { Referent } from '../cast/referent.ts';
import type { Draft } from './draft.ts';

/** Enough to be drawn, less than whom the text tells of. */
const SHOWN_WEIGHT = 0.5;

/** Hidden members go; shown ones who are not there, or only talked of, stand there. Hiding wins over showing. */
export function asWished(
  drafts: readonly Draft[],
  wishes: SceneOverrides,
  cast: readonly Referent[],
): readonly Draft[] {
  const { shown = [], hidden = [] } = wishes;
  if (shown.length === 0 && hidden.length === 0) return drafts;
  const wanted = shown.filter((id) => !hidden.includes(id));
  const kept = drafts.filter(({ referent }) => !referent || !hidden.includes(referent.id));
  for (const draft of kept) {
    // In place: what stands beside them points at this very draft.
    if (draft.referent && wanted.includes(draft.referent.id)) draft.weight = Math.max(draft.weight, SHOWN_WEIGHT);
  }
  const absent = cast.filter((one) => wanted.includes(one.id) && kept.every(({ referent }) => referent?.id !== one.id));
  return [...kept, ...absent.map((one, index) => standing(one, kept.length + index))];
}

function standing(referent: Referent, order: number): Draft {
  return {
    key: `cast:${referent.id}`,
    word: referent.name,
    drawing: referent.thing?.drawing ?? '',
    referent,
    thing: referent.thing,
    count: 1,
    weight: SHOWN_WEIGHT,
    passed: false,
    actions: [],
    relations: [],
    attributes: new Set(),
    order,
  };
}
