import type { PlaceBank } from '../types.ts';

/** A place's name in its three forms, from its preposition and the words: 'at', 'the edge of the forest'. */
function named(at: string, words: string): PlaceBank['names'][number] {
  return { words, in: `${at} ${words}`, to: `to ${words}` };
}

export const OUTDOORS = {
  meadow: {
    sounds: [
      'the grasshoppers fiddled',
      'a lark sang somewhere too high to see',
      'the long grass hissed and bowed',
      'the bees went from clover to clover',
    ],
    sights: [
      'the grass ran in waves, like a green sea',
      'the poppies nodded',
      'one white cloud stood over the hill',
      'a thousand daisies looked the same way',
    ],
    smells: ['clover and warm earth', 'cut hay', 'thyme'],
    ground: ['the long grass', 'the clover', 'the warm earth'],
    names: [named('in', 'the long meadow'), named('in', 'a meadow under a hill'), named('on', 'the hill of clover')],
  },
  forest: {
    sounds: [
      'the leaves whispered',
      'a woodpecker knocked and waited for an answer',
      'somewhere a twig cracked',
      'the old trees creaked like chairs',
    ],
    sights: [
      'the light fell in coins between the trees',
      'the ferns stood as tall as umbrellas',
      'the mist hung in ribbons',
      'moss sat on every stone like a green cushion',
    ],
    smells: ['moss and mushrooms', 'pine and rain', 'wet bark'],
    ground: ['the moss', 'the dry leaves', 'the roots'],
    names: [
      named('at', 'the edge of the forest'),
      named('in', 'the middle of the wood'),
      named('in', 'the old oak wood'),
    ],
  },
  village: {
    sounds: [
      'the church bell counted the hour',
      'a cart rattled over the stones',
      'somebody was beating a carpet',
      'the hens grumbled behind the gate',
    ],
    sights: [
      'smoke stood over every chimney',
      'washing waved from every window',
      'the lanterns were being hung along the lane',
      'geese were crossing the square as if they owned it',
    ],
    smells: ['wood smoke and soup', 'warm bread', 'apples'],
    ground: ['the cobblestones', 'the lane', 'the worn steps'],
    names: [
      named('in', 'a village in a fold of the hills'),
      named('in', 'the village by the mill'),
      named('in', 'a village with one street and eleven chimneys'),
    ],
  },
  town: {
    sounds: [
      'a tram rang its bell',
      'the fountain talked to itself',
      'footsteps went by under the window',
      'a street organ played the same tune twice',
    ],
    sights: [
      'the windows lit up one by one',
      'the roofs leaned together like old friends',
      'the weathercock pointed at nothing in particular',
      'the puddles held pieces of the sky',
    ],
    smells: ['rain and roast chestnuts', 'coffee and coal', 'new paint'],
    ground: ['the pavement', 'the wet stones', 'the steps'],
    names: [
      named('in', 'a town of crooked roofs'),
      named('in', 'the old town'),
      named('in', 'the narrowest street in town'),
    ],
  },
  castle: {
    sounds: [
      'the flags snapped on the towers',
      'the drawbridge groaned',
      'a jackdaw laughed on the wall',
      'footsteps rang on the stairs',
    ],
    sights: [
      'the towers went up and up',
      'the torches fluttered',
      'the moat was as flat as a plate',
      'the suits of armour stood about and said nothing',
    ],
    smells: ['cold stone and candle wax', 'roses on old walls', 'wood smoke'],
    ground: ['the flagstones', 'the winding stairs', 'the old stones'],
    names: [named('in', 'the castle on the rock'), named('in', 'a castle with seven towers')],
  },
  sea: {
    sounds: [
      'the waves slapped and whispered',
      'a gull cried',
      'the wind hummed one long note',
      'the water gurgled and chuckled',
    ],
    sights: [
      'the sea went on for ever',
      'the sun had laid a road of gold on the water',
      'the waves wore white collars',
      'far off one sail stood like a tooth',
    ],
    smells: ['salt', 'salt and seaweed', 'far-away rain'],
    ground: ['the water', 'the waves', 'the rolling swell'],
    names: [named('on', 'the wide blue sea'), named('in', 'the bay'), named('on', 'the open sea')],
  },
  underwater: {
    sounds: [
      'the water hummed',
      'the shells clicked',
      'a stream of bubbles ticked upward',
      'far off a whale sang one low note',
    ],
    sights: [
      'the light hung down in long green ropes',
      'the weeds waved as if to music',
      'a cloud of silver fish turned all at once',
      'the corals stood like a town with its lamps lit',
    ],
    smells: ['salt and secrets', 'cold sand'],
    ground: ['the soft sand', 'the corals', 'the white sea bed'],
    names: [named('in', 'the reef'), named('at', 'the bottom of the bay')],
  },
  shore: {
    sounds: [
      'the waves came in and went out',
      'the pebbles rattled',
      'the gulls argued',
      'the wind whistled in the dune grass',
    ],
    sights: [
      'the tide had left a row of shells',
      'the foam ran up and changed its mind',
      'the wet sand held the whole sky',
      'a crab went by on some business of its own',
    ],
    smells: ['salt and seaweed', 'tar and rope', 'warm sand'],
    ground: ['the wet sand', 'the pebbles', 'the warm sand'],
    names: [named('on', 'the beach below the dunes'), named('on', 'the shore'), named('in', 'the little harbour')],
  },
  ship: {
    sounds: ['the sails clapped', 'the ropes creaked', 'the bell struck the hour', 'the water ran along the planks'],
    sights: [
      'the mast drew circles on the sky',
      'the wake lay behind like a white ribbon',
      'the flag stood straight out',
    ],
    smells: ['tar and salt', 'rope and lamp oil'],
    ground: ['the planks', 'the deck', 'the coiled ropes'],
    names: [named('on', 'the old ship'), named('on', 'a ship with patched sails')],
  },
  lighthouse: {
    sounds: ['the waves thudded on the rock', 'the great lamp hummed', 'the wind sang in the stairs', 'a gull cried'],
    sights: ['the beam swept over the water', 'the stairs wound up and up', 'the spray ran down the glass'],
    smells: ['lamp oil and salt', 'whitewash'],
    ground: ['the iron stairs', 'the wet rock'],
    names: [named('in', 'the lighthouse on the point'), named('in', 'the white lighthouse')],
  },
  island: {
    sounds: ['the palm leaves clattered', 'the waves hushed the sand', 'a parrot laughed at its own joke'],
    sights: [
      'the sea stood round it on every side',
      'one palm leaned over the beach',
      'the footprints went all the way round and met',
    ],
    smells: ['salt and coconut', 'warm sand'],
    ground: ['the white sand', 'the warm rocks'],
    names: [named('on', 'an island no bigger than a field'), named('on', 'the island')],
  },
  mountain: {
    sounds: [
      'a stone clicked down the slope',
      'the wind hummed in the rocks',
      'goat bells tinkled far below',
      'an echo was trying out its voice',
    ],
    sights: [
      'the peaks stood in a row like old kings',
      'the valley lay below like a dropped map',
      'the snow on the top turned pink',
      'a waterfall hung there like a thread',
    ],
    smells: ['cold stone and pine', 'snow and thyme'],
    ground: ['the bare rock', 'the stones', 'the thin grass'],
    names: [
      named('on', 'a hill above the valley'),
      named('high on', 'the mountain'),
      named('on', 'the side of a grey mountain'),
    ],
  },
  snow: {
    sounds: [
      'the snow creaked',
      'the ice sang far out',
      'the wind swept the white floor',
      'nothing made a sound for miles',
    ],
    sights: [
      'everything was white and round',
      'the ice glowed blue inside',
      'green lights unrolled across the sky',
      'the drifts lay like sleeping bears',
    ],
    smells: ['frost', 'cold and nothing else'],
    ground: ['the snow', 'the blue ice', 'the deep drifts'],
    names: [named('in', 'the land of snow'), named('on', 'the ice'), named('in', 'the snowy hills')],
  },
  desert: {
    sounds: ['the sand hissed', 'the wind hummed over the dunes', 'a cricket tried one note'],
    sights: [
      'the dunes lay like sleeping camels',
      'the air shivered with heat',
      'one cactus held up both arms',
      'the stars came down almost to the sand',
    ],
    smells: ['hot dust', 'sage and stone'],
    ground: ['the hot sand', 'the dunes'],
    names: [named('in', 'the desert'), named('at', 'the edge of the dunes')],
  },
  cave: {
    sounds: [
      'water dripped: plink, and plink, and plink',
      'every whisper came back twice',
      'a bat turned over in its sleep',
      'the dark seemed to breathe',
    ],
    sights: [
      'the walls glittered a little',
      'the daylight was a small bright coin far behind',
      'stone icicles hung from the roof',
    ],
    smells: ['wet stone', 'old smoke and cold water'],
    ground: ['the cool stone', 'the wet pebbles'],
    names: [named('in', 'a cave high on the hill'), named('in', 'the cave behind the waterfall')],
  },
  space: {
    sounds: [
      'there was no sound at all',
      'the stars ticked, very quietly',
      'something hummed that might have been the dark itself',
    ],
    sights: [
      'the stars stood on every side',
      'the Earth hung there like a blue marble',
      'a comet went by, trailing its scarf',
      'a planet with rings turned slowly round',
    ],
    smells: ['cold metal', 'burnt sugar, as space does'],
    ground: ['the star dust', 'the dark'],
    names: [named('among', 'the stars'), named('in', 'a far corner of space')],
  },
  moon: {
    sounds: [
      'it was so quiet that the quiet had an echo',
      'the dust settled with the smallest sound there is',
      'nothing stirred from one crater to the next',
    ],
    sights: [
      'the Earth hung in the black sky like a blue lamp',
      'the craters lay about like empty bowls',
      'every footprint stayed where it was put',
      'the grey hills had edges as sharp as paper',
    ],
    smells: ['cold stone and old fireworks', 'dust'],
    ground: ['the grey dust', 'the rim of the crater', 'the soft moon dust'],
    names: [named('on', 'the moon'), named('in', 'a crater on the moon')],
  },
  sky: {
    sounds: ['the wind hummed', 'a lark sang all the way up', 'the clouds went by without a sound'],
    sights: [
      'the fields below were a patched blanket',
      'the clouds stood like towers',
      'the river was a dropped ribbon',
      'the sun came up through the floor',
    ],
    smells: ['rain', 'cold and light'],
    ground: ['the cloud', 'the air'],
    names: [named('high in', 'the sky'), named('above', 'the hills'), named('in', 'the winter sky')],
  },
  garden: {
    sounds: [
      'the bees hummed',
      'a blackbird tried its song over again',
      'the watering can dripped',
      'the bean leaves rustled',
    ],
    sights: [
      'the beans climbed their poles',
      'the sunflowers looked over the wall',
      'a snail had written its name on the path',
      'dew hung on every web',
    ],
    smells: ['wet earth and mint', 'roses', 'tomato leaves'],
    ground: ['the path', 'the soft earth', 'the grass'],
    names: [
      named('in', 'the garden behind the wall'),
      named('in', 'an old garden'),
      named('at', 'the bottom of the garden'),
    ],
  },
  farm: {
    sounds: ['the pump squeaked', 'the cows chewed', 'a cock crowed at the wrong hour', 'the barn door knocked'],
    sights: [
      'the hay lay in golden heaps',
      'swallows went in and out of the barn',
      "the mud had everybody's footprints in it",
    ],
    smells: ['hay and milk', 'straw', 'mud and apples'],
    ground: ['the straw', 'the yard', 'the mud'],
    names: [named('on', 'the farm at the end of the road'), named('in', 'the old barn')],
  },
  river: {
    sounds: [
      'the river talked over its stones',
      'a fish jumped: plip',
      'the reeds whistled',
      'the mill wheel turned and dripped',
    ],
    sights: [
      'the willows trailed their fingers',
      'a dragonfly stood in the air',
      'the water carried the sky away in pieces',
      'a leaf sailed by like a boat',
    ],
    smells: ['mud and mint', 'cool water'],
    ground: ['the bank', 'the smooth stones', 'the mud'],
    names: [named('by', 'the river'), named('on', 'the bank of a slow brown river')],
  },
  lake: {
    sounds: [
      'the water lapped at the stones',
      'a frog said one word',
      'the reeds rubbed together',
      'a loon called from the far side',
    ],
    sights: [
      'the hills stood on their heads in the water',
      'the mist lay on it like a sheet',
      'the lilies had shut up for the night',
      'rings spread out from nothing',
    ],
    smells: ['reeds and cold water', 'water mint'],
    ground: ['the jetty', 'the pebbles', 'the reeds'],
    names: [named('by', 'the lake'), named('on', 'the shore of a round lake')],
  },
  road: {
    sounds: [
      'the crickets sang in the ditch',
      'the wind went along beside',
      'a signpost creaked',
      'a cart went by and was gone',
    ],
    sights: [
      'the road ran over one hill and then another',
      'the milestones stood along it like grey birds',
      'the poplars stood in line',
      'the dust hung gold behind',
    ],
    smells: ['dust and hedges', 'wild roses', 'rain on dust'],
    ground: ['the road', 'the dusty path', 'the stony track'],
    names: [named('on', 'the long road'), named('on', 'the road over the hills')],
  },
  swamp: {
    sounds: ['the frogs counted', 'the mud went blup', 'something plopped', 'the gnats sang a high thin song'],
    sights: [
      'the mist stood up to the knees of the trees',
      'small lights came and went',
      'the moss hung like old lace',
    ],
    smells: ['mud', 'old water and mint'],
    ground: ['the soft mud', 'the mossy logs'],
    names: [named('in', 'the swamp'), named('in', 'the misty swamp')],
  },
  jungle: {
    sounds: [
      'a parrot screeched',
      'the monkeys quarrelled overhead',
      'the rain dripped from leaf to leaf',
      'something big breathed and went back to sleep',
    ],
    sights: [
      'the leaves were as big as tablecloths',
      'creepers hung like ropes',
      'orchids looked down like faces',
      'the light was green all the way to the ground',
    ],
    smells: ['wet leaves and flowers', 'warm rain and fruit'],
    ground: ['the wet leaves', 'the roots'],
    names: [named('in', 'the jungle'), named('in', 'the deep green jungle')],
  },
  park: {
    sounds: ['the swings creaked', 'the ducks gossiped', 'the band was tuning up', 'leaves scratched along the path'],
    sights: [
      'the benches stood in a row',
      'a lost balloon was caught in the chestnut tree',
      'the lamps came on one by one',
    ],
    smells: ['cut grass and popcorn', 'wet leaves'],
    ground: ['the gravel path', 'the grass'],
    names: [named('in', 'the park'), named('by', 'the duck pond')],
  },
  station: {
    sounds: ['the rails sang', 'the signal dropped with a clank', 'the great clock tocked', 'steam sighed'],
    sights: [
      'the lamps made yellow pools along the platform',
      'the rails ran away together into the dark',
      'one suitcase waited all alone',
    ],
    smells: ['coal and coffee', 'iron and rain'],
    ground: ['the platform', 'the worn stones'],
    names: [named('at', 'the little station'), named('at', 'the station at the end of the line')],
  },
} as const satisfies Readonly<Record<string, PlaceBank>>;
