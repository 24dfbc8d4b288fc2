import type { Action, SceneEntity } from '../../../shared/story.ts';
import { nounWords } from '../describe/nouns.ts';

const DOING: Readonly<Record<Action, string>> = {
  ...{ stand: 'standing', walk: 'walking', run: 'running', jump: 'jumping', climb: 'climbing', fly: 'flying' },
  ...{ swim: 'swimming', sit: 'sitting', sleep: 'sleeping', eat: 'eating', hold: 'standing', give: 'standing' },
  ...{ point: 'pointing', wave: 'waving', cry: 'crying', laugh: 'laughing', fall: 'falling', hide: 'hiding' },
  ...{ read: 'reading', sing: 'singing', dance: 'dancing', fight: 'fighting', hug: 'hugging', look: 'looking' },
  ...{ talk: 'talking', work: 'working', ride: 'riding' },
};

/** Where nothing but this is told, the thing says enough: 'holding a lantern', 'wearing a hat'. */
const STILL: ReadonlySet<Action> = new Set(['stand', 'hold', 'give']);
const WITH_OBJECT: ReadonlySet<Action> = new Set(['eat', 'read', 'hug']);
const JOINTS: Readonly<Record<string, string>> = { holding: 'with', wearing: 'in', riding: 'on', towards: 'near' };
/** Said even where the figure is told to stand: there it stands. */
const CARRIED: ReadonlySet<string> = new Set(['holding', 'wearing', 'riding']);

export interface Deed {
  /** 'standing'; '' where `thing` says it. */
  readonly doing: string;
  /** 'holding a gold key', 'on a rock'; '' for none. */
  readonly thing: string;
}

/** What a figure does, and with what. @param target what its relation is to; undefined when that is told by itself */
export function deedOf({ action = 'stand', relation }: SceneEntity, target: SceneEntity | undefined): Deed {
  if (!relation || !target) return { doing: DOING[action], thing: '' };
  const noun = nounWords(target);
  if (CARRIED.has(relation.kind) && STILL.has(action)) return { doing: '', thing: `${relation.kind} ${noun}` };
  if (relation.kind === 'holding' && WITH_OBJECT.has(action)) return { doing: DOING[action], thing: noun };
  return { doing: DOING[action], thing: `${JOINTS[relation.kind] ?? relation.kind} ${noun}` };
}
