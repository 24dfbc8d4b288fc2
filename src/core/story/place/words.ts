/** Words that say where a scene plays. `!` marks what may stand as the subject ('there stood a lighthouse'). */
import type { Setting } from '../../../shared/story.ts';

const LISTS: Readonly<Record<Setting, string>> = {
  meadow: 'meadow field grass pasture prairie hillside clover lea grassland',
  forest:
    'forest wood woods woodland thicket glade clearing grove fir-tree pine-tree oak oak-tree root undergrowth bracken',
  village: '!village hamlet cottage hut village-green village-square',
  town: '!town !city street alley square market marketplace pavement crowd rooftop rooftops',
  castle: '!castle !fortress dungeon drawbridge battlements keep tower',
  palace: '!palace throne throne-room court ballroom',
  sea: 'sea ocean waves water north-sea',
  underwater: 'seabed reef coral-reef sea-floor ocean-floor underwater',
  shore: 'shore beach sand coast seaside cove cliff bay harbour harbor seashore',
  ship: 'ship deck cabin mast galleon',
  lighthouse: '!lighthouse lantern-room',
  island: '!island isle',
  mountain: '!mountain hill mountains hills peak summit valley ridge mountaintop hilltop cliff-top',
  snow: 'ice north-pole south-pole glacier iceberg arctic antarctic tundra igloo icebergs',
  desert: '!desert dune dunes oasis',
  cave: '!cave cavern tunnel den burrow lair mine grotto',
  space: 'space spaceship galaxy rocket orbit planet stars spacecraft',
  moon: 'moon',
  sky: 'sky clouds air cloud heavens',
  garden: '!garden orchard flowerbed lawn backyard yard vegetable-patch cabbages cucumber-frame flower-bed greenhouse',
  farm: '!farm barn farmyard stable henhouse pigsty haystack cowshed coop',
  river: '!river stream brook riverbank creek waterfall bank',
  lake: '!lake pond pool',
  road: 'road path lane track highway crossroads footpath roadside',
  swamp: '!swamp marsh bog fen',
  jungle: '!jungle rainforest',
  bedroom: 'bedroom bed nursery pillow crib cot bedside blanket',
  kitchen: '!kitchen stove pantry larder sink cupboard',
  'living-room': 'living-room parlour parlor sitting-room fireside hearth fireplace armchair house home inside sofa',
  classroom: '!classroom !school class blackboard schoolroom',
  library: '!library bookshelves',
  shop: '!shop !store toyshop counter bookshop clockmaker',
  bakery: '!bakery baker oven bakehouse',
  workshop: '!workshop forge smithy workbench shed garage',
  hall: 'hall banquet hallway feast great-hall',
  station: '!station platform railway-station',
  train: 'train night-train carriage railway-carriage',
  park: '!park playground fair funfair fairground',
};

export interface PlaceWord {
  readonly setting: Setting;
  readonly mayStandAlone: boolean;
}

const PLACES = new Map<string, PlaceWord>();
for (const [setting, list] of Object.entries(LISTS) as [Setting, string][]) {
  for (const entry of list.split(' ')) {
    const word = entry.replace('!', '');
    if (!PLACES.has(word)) PLACES.set(word, { setting, mayStandAlone: entry.startsWith('!') });
  }
}

/** Words that name the place only with a narrow choice of prepositions ('in bed', 'on the moon', not 'the bed'). */
export const NARROW: Readonly<Record<string, readonly string[]>> = {
  bed: ['in', 'into', 'on'],
  moon: ['on', 'to', 'onto'],
  ship: ['on', 'aboard', 'onto', 'in'],
  train: ['on', 'aboard', 'in', 'onto', 'into'],
  'night-train': ['on', 'aboard', 'in', 'object'],
  sky: ['in', 'into', 'through', 'across'],
  air: ['in', 'into', 'through'],
  clouds: ['in', 'into', 'through', 'above', 'among'],
  cloud: ['on', 'in', 'through'],
  stars: ['among', 'between', 'through'],
  baker: ['to', 'at', 'in', 'into'],
  clockmaker: ['at', 'in'],
  water: ['over', 'across', 'on'],
  waves: ['over', 'through', 'on', 'across', 'in'],
  root: ['under', 'underneath', 'beneath', 'among'],
  house: ['in', 'inside', 'into'],
  home: ['in', 'inside', 'at'],
  sand: ['on', 'in', 'across'],
  snow: ['in', 'through', 'across', 'over', 'on', 'into'],
  ice: ['on', 'across', 'over'],
  tower: ['in', 'into', 'up', 'inside', 'of'],
  school: ['at', 'in', 'to', 'into'],
  feast: ['at', 'to'],
  pool: ['in', 'into', 'at', 'beside', 'by'],
  bank: ['on', 'along'],
  class: ['in', 'to'],
  space: ['in', 'into', 'through', 'to'],
  planet: ['on', 'to'],
  keep: ['in', 'into'],
  cabin: ['in', 'into', 'inside'],
  cabbages: ['among', 'amongst', 'between', 'object', 'in'],
  blanket: ['under', 'beneath'],
  pillow: ['on'],
  cupboard: ['in', 'into', 'to'],
  hill: ['on', 'up', 'down', 'over', 'to', 'across', 'behind'],
  court: ['at', 'in'],
  crowd: [],
  square: ['in', 'into', 'across', 'to', 'through'],
  fair: ['at', 'to', 'from'],
  oven: ['in', 'into', 'from', 'at', 'by', 'beside'],
};

/** The place that a word names, tried from the whole phrase to its head. */
export function placeOf(words: readonly string[]): { word: string; place: PlaceWord } | undefined {
  const lower = words.map((word) => word.toLowerCase());
  for (let index = 0; index < lower.length; index++) {
    const word = lower.slice(index).join('-');
    for (const form of [word, word.replace(/s$/u, ''), word.replace(/['’]s$/u, '')]) {
      const place = PLACES.get(form);
      if (place) return { word: form, place };
    }
  }
  return undefined;
}
