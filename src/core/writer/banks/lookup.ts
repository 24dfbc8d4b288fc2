import type { Setting } from '../../../shared/story.ts';
import type { Nature } from '../types.ts';
import { ANIMALS } from './beings/animals.ts';
import { BIRDS } from './beings/birds.ts';
import { ELEMENTS } from './beings/elements.ts';
import { MACHINES } from './beings/machines.ts';
import { NATURES } from './beings/natures.ts';
import { PEOPLE } from './beings/people.ts';
import { WATER_ANIMALS } from './beings/water-animals.ts';
import { PLACES } from './places/places.ts';
import type { BeingBank, KindBank, PlaceBank, PlaceWords } from './types.ts';

const KINDS: ReadonlyMap<string, KindBank> = new Map(
  [ANIMALS, BIRDS, WATER_ANIMALS, PEOPLE, MACHINES, ELEMENTS].flatMap((kinds) => Object.entries(kinds)),
);

/** What is known of a kind by its noun ('owl', 'baker'; of 'polar bear' what is known of 'bear'). */
function kindBank(kind: string): KindBank | undefined {
  const noun = kind.toLowerCase();
  return KINDS.get(noun) ?? KINDS.get(noun.slice(noun.lastIndexOf(' ') + 1));
}

/** The words for a being: its kind's, those of the kind that it is like, its nature's. */
export function beingBank(kind: string, nature: Nature): BeingBank {
  const own = kindBank(kind);
  const like = own?.like === undefined ? undefined : KINDS.get(own.like);
  return { ...NATURES[own?.nature ?? nature], ...like, ...own };
}

export function placeBank(setting: Setting): PlaceBank {
  return PLACES[setting];
}

/** Where a being of this kind may be at home, the likeliest setting first. */
export function homesOf(kind: string, nature: Nature): readonly PlaceWords[] {
  const own = kindBank(kind);
  const lives = own?.lives ?? KINDS.get(own?.like ?? '')?.lives ?? LIVES[own?.nature ?? nature];
  return lives.flatMap((setting) => placesIn(setting));
}

/** The names that a setting goes by. */
export function placesIn(setting: Setting): readonly PlaceWords[] {
  return PLACES[setting].names.map((name) => ({ ...name, setting }));
}

const LIVES: Readonly<Record<Nature, readonly Setting[]>> = {
  person: ['village', 'town'],
  animal: ['forest', 'meadow'],
  bird: ['forest', 'garden'],
  fish: ['underwater', 'sea'],
  machine: ['workshop', 'town'],
  thing: ['living-room', 'workshop'],
  element: ['sky'],
};
