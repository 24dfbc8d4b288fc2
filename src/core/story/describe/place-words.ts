import type { SceneGraph, Setting } from '../../../shared/story.ts';

/** Where a scene plays, as one would say it of a picture. */
export const PLACES: Readonly<Record<Setting, string>> = {
  ...{ meadow: 'in a meadow', forest: 'in a forest', village: 'in a village', town: 'in a town' },
  ...{ castle: 'at a castle', palace: 'in a palace', sea: 'on the sea', underwater: 'under the sea' },
  ...{ shore: 'on the shore', ship: 'on board a ship', lighthouse: 'at a lighthouse', island: 'on an island' },
  ...{ mountain: 'in the mountains', snow: 'in the snow', desert: 'in a desert', cave: 'in a cave' },
  ...{ space: 'in space', moon: 'on the moon', sky: 'in the sky', garden: 'in a garden', farm: 'on a farm' },
  ...{ river: 'by a river', lake: 'at a lake', road: 'on a road', swamp: 'in a swamp', jungle: 'in a jungle' },
  ...{ bedroom: 'in a bedroom', kitchen: 'in a kitchen', 'living-room': 'in a living room' },
  ...{ classroom: 'in a classroom', library: 'in a library', shop: 'in a shop', bakery: 'in a bakery' },
  ...{ workshop: 'in a workshop', hall: 'in a hall', station: 'at a station', train: 'on a train' },
  park: 'in a park',
};

const TITLE_PLACES: Partial<Record<Setting, string>> = {
  ...{ sea: 'Out at sea', underwater: 'Under the sea', ship: 'On board', mountain: 'In the mountains' },
};

const HOURS = { dawn: 'at dawn', day: '', dusk: 'at dusk', night: 'at night' } as const;
export const SKIES = {
  ...{ clear: '', cloudy: 'under clouds', rain: 'in the rain', storm: 'in a storm', snow: 'in falling snow' },
  ...{ fog: 'in fog', wind: 'in the wind' },
} as const;

/** 'on the shore in the rain at night'. Under a roof the weather is not named. */
export function placeWords({ setting, time, weather }: SceneGraph, isIndoors: boolean): string {
  const sky = isIndoors || setting === 'snow' ? '' : SKIES[weather];
  return [PLACES[setting], sky, HOURS[time]].filter(Boolean).join(' ');
}

/** 'On the shore'. The definite article: the story knows which. */
export function placeTitle({ setting }: SceneGraph): string {
  const own = TITLE_PLACES[setting];
  if (own !== undefined) return own;
  const words = PLACES[setting].replace(/ an? /u, ' the ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
