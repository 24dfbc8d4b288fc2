/** Where a story is at home and where it goes to. */
import type { Setting } from '../../../shared/story.ts';
import { homesOf, placesIn } from '../banks/lookup.ts';
import type { PlaceWords } from '../banks/types.ts';
import type { Character, Idea, StoryShape } from '../types.ts';
import { pick } from './choose.ts';
import type { Places } from './realise.ts';

/** Ways by which one gets to another place. */
const TRAVELS = new Set(
  'travel go sail fly climb journey walk run swim come cross visit reach explore drive ride march hurry venture float row'.split(
    ' ',
  ),
);
const ON = new Set<Setting>(['moon', 'island', 'ship', 'sea', 'lake', 'road', 'train', 'farm', 'station']);

const STRANGE = new Set<Setting>(['sky', 'space', 'moon', 'underwater']);

/** Where one may go to from each. */
const NEAR: Readonly<Partial<Record<Setting, readonly Setting[]>>> = {
  forest: ['river', 'mountain', 'meadow'],
  meadow: ['forest', 'river', 'village'],
  village: ['forest', 'mountain', 'river'],
  town: ['park', 'forest', 'river'],
  castle: ['forest', 'mountain'],
  palace: ['garden', 'forest'],
  sea: ['island', 'shore'],
  underwater: ['island', 'shore'],
  shore: ['sea', 'island'],
  ship: ['island'],
  lighthouse: ['shore', 'sea'],
  island: ['sea', 'shore'],
  mountain: ['forest', 'village'],
  snow: ['mountain', 'forest'],
  desert: ['village', 'mountain'],
  cave: ['forest', 'mountain'],
  space: ['moon'],
  moon: ['space'],
  sky: ['mountain', 'meadow'],
  garden: ['meadow', 'forest'],
  farm: ['forest', 'river'],
  river: ['forest', 'meadow'],
  lake: ['forest', 'island'],
  road: ['village', 'forest'],
  swamp: ['forest'],
  jungle: ['river', 'mountain'],
  bedroom: ['garden', 'forest'],
  kitchen: ['garden', 'village'],
  'living-room': ['garden', 'town'],
  classroom: ['park', 'town'],
  library: ['town', 'garden'],
  shop: ['town', 'park'],
  bakery: ['village', 'forest'],
  workshop: ['town', 'mountain'],
  hall: ['village', 'forest'],
  station: ['town'],
  train: ['station', 'mountain'],
  park: ['town', 'river'],
};

export function placesFor(idea: Idea, shape: StoryShape, cast: readonly Character[], random: () => number): Places {
  const named = idea.places.map((place) => ideaPlace(place.words, place.setting));
  const lead = cast[0]!.nature;
  // Who walks is not at home in the sky, unless the idea says so.
  const isStrange = ({ setting }: PlaceWords): boolean =>
    (lead === 'person' || lead === 'animal') && STRANGE.has(setting) && !/\blives?\b/u.test(idea.text);
  const far = named.find((place) => isReached(idea, place)) ?? named.find(isStrange);
  const near = named.find((place) => place !== far);
  const hero = cast[0]!;
  const heroes = cast.filter(({ id }) => idea.heroes.includes(id));
  const swims = ({ nature }: Character): boolean => nature === 'fish';
  // Where one swims and the other walks they can only be together at the water's edge.
  const homes = heroes.some(swims) && !heroes.every(swims) ? placesIn('shore') : homesOf(hero.kind, hero.nature);
  const home =
    near ??
    pick(
      homes.filter((place) => place.setting !== far?.setting).length > 0
        ? homes.filter((place) => place.setting !== far?.setting)
        : homes,
      random,
    );
  const wanted = new Set<string>(shape.beats.map(({ where }) => where));
  const around = NEAR[home.setting] ?? ['forest'];
  const others = around.filter((setting) => !wanted.has(setting));
  const away =
    far ??
    pick(
      (others.length > 0 ? others : around).flatMap((setting) => placesIn(setting)),
      random,
    );
  return { home, away };
}

function isReached(idea: Idea, place: PlaceWords): boolean {
  const bare = place.words.replace(/^(?:the|an?) /u, '');
  return [...idea.events, ...(idea.wish ? [idea.wish] : [])].some(
    (event) => TRAVELS.has(event.verb) && event.verb !== 'run' && event.base.includes(bare),
  );
}

function ideaPlace(words: string, setting: Setting | undefined): PlaceWords {
  const known = setting ?? 'road';
  if (/\b(?:roof|rooftop|balcony|bridge)$/u.test(words))
    return { words, in: `on ${words}`, to: `onto ${words}`, setting: known };
  const at = /^(?:the )?(?:north|south) pole$/iu.test(words) || known === 'shore' ? 'at' : ON.has(known) ? 'on' : 'in';
  return { words, in: `${at} ${words}`, to: `to ${words}`, setting: known };
}

/** The road between the two: by sea for those who swim. */
export function roadPlace(places: Places, swims: boolean, random: () => number): PlaceWords {
  const water = new Set<Setting>(['sea', 'underwater', 'ship', 'lake', 'island']);
  if (swims || (water.has(places.home.setting) && water.has(places.away.setting))) return pick(placesIn('sea'), random);
  return pick(placesIn('road'), random);
}
