import type { Setting } from '../../../shared/story.ts';
import type { Kit, Places } from './backdrop.ts';
import { cave } from './elsewhere/cave.ts';
import { sky } from './elsewhere/sky.ts';
import { moon, space } from './elsewhere/space.ts';
import { station } from './elsewhere/station.ts';
import { bakery } from './indoors/bakery.ts';
import { bedroom } from './indoors/bedroom.ts';
import { classroom } from './indoors/classroom.ts';
import { hall, palace } from './indoors/hall.ts';
import { kitchen } from './indoors/kitchen.ts';
import { library } from './indoors/library.ts';
import { livingRoom } from './indoors/living-room.ts';
import { shop } from './indoors/shop.ts';
import { train } from './indoors/train.ts';
import { workshop } from './indoors/workshop.ts';
import { castleGrounds } from './outdoors/castle-grounds.ts';
import { desert } from './outdoors/desert.ts';
import { farm } from './outdoors/farm.ts';
import { forest } from './outdoors/forest.ts';
import { garden } from './outdoors/garden.ts';
import { jungle } from './outdoors/jungle.ts';
import { lake } from './outdoors/lake.ts';
import { meadow } from './outdoors/meadow.ts';
import { mountain } from './outdoors/mountain.ts';
import { park } from './outdoors/park.ts';
import { river } from './outdoors/river.ts';
import { road } from './outdoors/road.ts';
import { snow } from './outdoors/snow.ts';
import { swamp } from './outdoors/swamp.ts';
import { town } from './outdoors/town.ts';
import { village } from './outdoors/village.ts';
import { island } from './waters/island.ts';
import { lighthouseRock } from './waters/lighthouse-rock.ts';
import { sea } from './waters/sea.ts';
import { ship } from './waters/ship.ts';
import { shore } from './waters/shore.ts';
import { underwater } from './waters/underwater.ts';

/** How each setting is drawn. */
export const SETTING_ARTISTS: Readonly<Record<Setting, (kit: Kit) => Places>> = {
  meadow,
  forest,
  village,
  town,
  castle: castleGrounds,
  palace,
  sea,
  underwater,
  shore,
  ship,
  lighthouse: lighthouseRock,
  island,
  mountain,
  snow,
  desert,
  cave,
  space,
  moon,
  sky,
  garden,
  farm,
  river,
  lake,
  road,
  swamp,
  jungle,
  bedroom,
  kitchen,
  'living-room': livingRoom,
  classroom,
  library,
  shop,
  bakery,
  workshop,
  hall: (kit) => hall(kit),
  station,
  train,
  park,
};
