/** Of what a scene's text names, what belongs into a picture of the place where it plays. */
import { INDOOR_SETTINGS, type Setting } from '../../../shared/story.ts';
import type { Draft } from './draft.ts';

/** The ground itself is no thing on it: no house inside the room, no moon above the moon. */
const GROUNDS: Readonly<Partial<Record<Setting, readonly string[]>>> = {
  moon: ['full-moon', 'crescent-moon'],
  'living-room': ['house', 'storyloom:cottage', 'house-with-garden'],
  bedroom: ['house', 'storyloom:cottage'],
  kitchen: ['house', 'storyloom:cottage'],
  classroom: ['school'],
  cave: ['storyloom:cave'],
  island: ['desert-island'],
  desert: ['desert'],
};

/** Parts of a house: nothing holds them up outdoors. */
const HOUSE_PARTS = new Set(['window', 'door', 'storyloom:clock-face', 'mantelpiece-clock', 'storyloom:stairs']);

const LIGHTHOUSE = 'storyloom:lighthouse';
const LAMP = 'storyloom:lamp';

/** `hasLighthouse`: the story plays at one, or tells of one. */
export function fitting(drafts: readonly Draft[], setting: Setting, hasLighthouse: boolean): readonly Draft[] {
  const ground = GROUNDS[setting] ?? [];
  // The lamp of such a story is the tower's own: the setting shows it, lit.
  const isTowersLamp = setting === 'lighthouse' || (setting === 'sea' && hasLighthouse);
  return drafts.filter((draft) => {
    if (draft.referent !== undefined) return true;
    if (ground.includes(draft.drawing)) return false;
    if (draft.passed && HOUSE_PARTS.has(draft.drawing)) return INDOOR_SETTINGS.has(setting);
    return !(isTowersLamp && draft.drawing === LAMP && !isHeld(draft, drafts));
  });
}

export function isLighthouse(setting: Setting, drafts: readonly Draft[]): boolean {
  return setting === 'lighthouse' || drafts.some(({ drawing }) => drawing === LIGHTHOUSE);
}

function isHeld(thing: Draft, drafts: readonly Draft[]): boolean {
  return drafts.some(({ relations }) => relations.some(({ kind, target }) => kind === 'holding' && target === thing));
}
