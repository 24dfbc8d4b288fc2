import type { Setting } from '../../../shared/story.ts';
import type { Kit, Places } from './backdrop.ts';
import * as elsewhere from './elsewhere.ts';
import * as indoors from './indoors.ts';
import * as outdoors from './outdoors.ts';
import * as waters from './waters.ts';

/** How each setting is drawn. */
export const SETTING_ARTISTS: Readonly<Record<Setting, (kit: Kit) => Places>> = {
  meadow: outdoors.meadow,
  forest: outdoors.forest,
  village: outdoors.village,
  town: outdoors.town,
  castle: outdoors.castleGrounds,
  palace: indoors.palace,
  sea: waters.sea,
  underwater: waters.underwater,
  shore: waters.shore,
  ship: waters.ship,
  lighthouse: waters.lighthouseRock,
  island: waters.island,
  mountain: outdoors.mountain,
  snow: outdoors.snow,
  desert: outdoors.desert,
  cave: elsewhere.cave,
  space: elsewhere.space,
  moon: elsewhere.moon,
  sky: elsewhere.sky,
  garden: outdoors.garden,
  farm: outdoors.farm,
  river: outdoors.river,
  lake: outdoors.lake,
  road: outdoors.road,
  swamp: outdoors.swamp,
  jungle: outdoors.jungle,
  bedroom: indoors.bedroom,
  kitchen: indoors.kitchen,
  'living-room': indoors.livingRoom,
  classroom: indoors.classroom,
  library: indoors.library,
  shop: indoors.shop,
  bakery: indoors.bakery,
  workshop: indoors.workshop,
  hall: (kit) => indoors.hall(kit),
  station: elsewhere.station,
  train: indoors.train,
  park: outdoors.park,
};
