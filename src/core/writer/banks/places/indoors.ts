import type { PlaceBank } from '../types.ts';

function named(at: string, words: string): PlaceBank['names'][number] {
  return { words, in: `${at} ${words}`, to: `to ${words}` };
}

export const INDOORS = {
  palace: {
    sounds: ['the chandeliers tinkled', 'slippers whispered along the corridor', 'a very old clock cleared its throat'],
    sights: [
      'the mirrors handed the light from wall to wall',
      'the painted ladies looked down their noses',
      'the floor shone like a lake',
    ],
    smells: ['lilies and floor wax', 'cake, somewhere'],
    ground: ['the shining floor', 'the red carpet'],
    names: [named('in', 'the palace'), named('in', 'a palace of a hundred rooms')],
  },
  bedroom: {
    sounds: [
      'the clock ticked',
      'the curtain breathed in and out',
      'the floor gave one small creak',
      'rain pattered on the roof',
    ],
    sights: [
      'the moon had laid a square on the floor',
      'the coats on the door looked like visitors',
      'the night-light glowed like an egg',
    ],
    smells: ['clean sheets', 'soap and biscuits'],
    ground: ['the rug', 'the floorboards'],
    names: [named('in', 'the bedroom under the roof'), named('in', 'a small blue bedroom')],
  },
  kitchen: {
    sounds: ['the kettle sang', 'the tap dripped', 'the fire crackled in the stove', 'the lid of the soup pot danced'],
    sights: [
      'the pans shone on their hooks',
      'the window had steamed up',
      'a crumb lay on the table like a lost island',
    ],
    smells: ['cinnamon and toast', 'onions in butter', 'soup'],
    ground: ['the tiles', 'the kitchen floor'],
    names: [named('in', 'the kitchen'), named('in', 'a warm kitchen')],
  },
  'living-room': {
    sounds: ['the fire ticked', 'the clock on the wall cleared its throat', 'the armchair sighed'],
    sights: [
      'the lamp made a yellow tent',
      'the shadows of the plants walked along the wall',
      'the fire drew faces and rubbed them out',
    ],
    smells: ['wood smoke and tea', 'old books'],
    ground: ['the carpet', 'the hearth rug'],
    names: [named('in', 'the living room'), named('in', 'the room with the fireplace')],
  },
  classroom: {
    sounds: ['the chalk squeaked', 'twenty pencils scratched', 'somebody giggled in the last row'],
    sights: [
      'the dust danced in the sun',
      'the map had a coffee ring for an island',
      'the coats hung in a row like bats',
    ],
    smells: ['chalk and apples', 'wet coats'],
    ground: ['the floorboards', 'the space between the desks'],
    names: [named('in', 'the classroom'), named('at', 'the little school')],
  },
  library: {
    sounds: ['pages turned', 'a ladder rolled along its rail', 'the silence was so deep that it hummed'],
    sights: ['the shelves went up into the dark', 'the green lamps glowed', 'gold letters winked from every spine'],
    smells: ['paper and dust', 'leather and ink'],
    ground: ['the carpet', 'the creaking boards'],
    names: [named('in', 'the library'), named('in', 'the old library')],
  },
  shop: {
    sounds: ['the bell over the door rang', 'the scales clinked', 'paper rustled'],
    sights: [
      'the jars stood in rows like soldiers',
      'the window was full of things nobody needed and everybody wanted',
      'ribbons hung like rain',
    ],
    smells: ['soap and liquorice', 'string and tea'],
    ground: ['the worn boards', 'the doormat'],
    names: [named('in', 'the shop on the corner'), named('in', 'a very small shop')],
  },
  bakery: {
    sounds: [
      'the oven ticked',
      'the dough sighed in its bowl',
      'the crusts crackled as they cooled',
      'the bell over the door rang',
    ],
    sights: [
      'the flour hung in the lamplight like fog',
      'the buns stood in rows',
      'the oven glowed like a small red moon',
      'the window steamed over from the inside',
    ],
    smells: ['warm bread', 'cinnamon and yeast', 'butter'],
    ground: ['the floury floor', 'the warm tiles'],
    names: [named('in', 'the bakery'), named('in', 'the bakery by the well')],
  },
  workshop: {
    sounds: [
      'the clocks all ticked, and no two together',
      'a saw sang',
      'something small and metal rolled under the bench',
      'the springs hummed',
    ],
    sights: [
      'the tools hung in order of size',
      'the shavings lay in curls',
      'the lamp lit one circle of the bench',
      'a hundred little wheels winked',
    ],
    smells: ['oil and sawdust', 'glue and brass'],
    ground: ['the shavings', 'the workshop floor'],
    names: [named('in', 'the workshop'), named('in', 'a workshop at the end of the lane')],
  },
  hall: {
    sounds: ['the fiddles were tuning', 'benches scraped', 'a hundred voices talked at once'],
    sights: [
      'paper chains hung from beam to beam',
      'the candles stood in two long rows',
      'the tables bent under the plates',
    ],
    smells: ['candles and roast apples', 'floor polish'],
    ground: ['the floorboards', 'the long tables'],
    names: [named('in', 'the great hall'), named('in', 'the village hall')],
  },
  train: {
    sounds: [
      'the wheels said clackety-clack',
      'the whistle blew',
      'the windows hummed',
      'the rails went by underneath',
    ],
    sights: ['the fields ran backward', 'the lamps of a station flew past', 'the smoke went by like a scarf'],
    smells: ['coal and warm dust', 'oranges and wool'],
    ground: ['the swaying floor', 'the corridor'],
    names: [named('on', 'the night train'), named('on', 'the train')],
  },
} as const satisfies Readonly<Record<string, PlaceBank>>;
