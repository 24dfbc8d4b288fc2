/** Sentences with what a picture of them must and must not show; the table behind scene-graph.test.ts. */
import type { Action, Mood, Season, Setting, TimeOfDay, Weather } from '../../../src/shared/story.ts';

export interface Expectation {
  /** Drawings that must be there, with a number when it matters: 'rabbit x4'. */
  readonly shows?: readonly string[];
  /** Drawings that must not be there. */
  readonly hides?: readonly string[];
  /** Drawing and what it does. */
  readonly does?: readonly (readonly [string, Action])[];
  /** 'figure relation thing', by drawing: 'frog under bush'. */
  readonly relates?: readonly string[];
  readonly setting?: Setting;
  readonly time?: TimeOfDay;
  readonly weather?: Weather;
  readonly season?: Season;
  readonly mood?: Mood;
}

export const SENTENCES: readonly (readonly [string, Expectation])[] = [
  // Things that are not there.
  ['There was no bread left in the house.', { hides: ['bread', 'house'] }],
  ['In all her life Anna never saw a ship.', { shows: ['girl'], hides: ['sailboat', 'ship'] }],
  ['The boy ran outside without his coat.', { shows: ['boy'], hides: ['coat'], does: [['boy', 'run']] }],
  ['The night was dark, and there was not a single star in the sky.', { hides: ['star'], time: 'night' }],
  ['The bear was hungry, but there was no honey in the pot.', { shows: ['bear'], hides: ['honey-pot'] }],
  ['Nobody brought a cake, and the fox had no candles.', { shows: ['fox'], hides: ['birthday-cake', 'candle'] }],
  ['The girl did not take the umbrella.', { shows: ['girl'], hides: ['umbrella'] }],
  ['The cat never ate fish.', { shows: ['cat'], hides: ['fish'] }],
  // Comparisons.
  ['The waves were as high as houses.', { hides: ['house', 'houses'] }],
  ['The wind howled like a wolf.', { hides: ['wolf'] }],
  ['Far away, small as a star, the old man saw a ship.', { shows: ['old-man', 'sailboat'], hides: ['star'] }],
  ['The sea was as flat as a plate.', { hides: ['fork-and-knife-with-plate'] }],
  ['Her heart was as light as a feather.', { hides: ['feather'] }],
  ['The boy slept like a log.', { shows: ['boy'], hides: ['wood'], does: [['boy', 'sleep']] }],
  ['The dog ran faster than a horse.', { shows: ['dog'], hides: ['horse'], does: [['dog', 'run']] }],
  ['Her cheeks were red like apples.', { hides: ['red-apple'] }],
  // Idioms.
  ['It was raining cats and dogs.', { hides: ['cat', 'dog'], weather: 'rain' }],
  ['Tom was over the moon.', { shows: ['boy'], hides: ['full-moon'] }],
  ['Lucy had butterflies in her stomach.', { hides: ['butterfly'] }],
  // Only talked about, wished or possible.
  ['The king dreamed of a dragon.', { shows: ['person-with-crown'], hides: ['dragon'] }],
  ['If only I had a horse, thought the boy.', { shows: ['boy'], hides: ['horse'] }],
  [
    '"Beware of the wolf," said the grandmother.',
    { shows: ['old-woman'], hides: ['wolf'], does: [['old-woman', 'talk']] },
  ],
  ['Mia wanted to have a kitten.', { shows: ['girl'], hides: ['cat'] }],
  // Counts.
  ['Once upon a time there were four little rabbits.', { shows: ['rabbit x4'] }],
  ['She bought a loaf of brown bread and five currant buns.', { shows: ['bread x5'] }],
  [
    'Two ducks swam across the lake at sunset.',
    { shows: ['duck x2'], does: [['duck', 'swim']], setting: 'lake', time: 'dusk' },
  ],
  ['A dozen eggs lay in the basket.', { shows: ['egg x12', 'storyloom:basket'] }],
  ['Three bears lived in a cottage in the forest.', { shows: ['bear x3'], setting: 'forest' }],
  ['A flock of birds flew over the hill.', { shows: ['bird x5'], does: [['bird', 'fly']] }],
  ['A pair of swans swam on the river.', { shows: ['swan x2'], setting: 'river' }],
  // What someone does.
  ['The little fox climbed a tree.', { shows: ['fox', 'deciduous-tree'], does: [['fox', 'climb']] }],
  ['Mrs. Hen read a book to her chicks.', { shows: ['chicken', 'closed-book'], does: [['chicken', 'read']] }],
  ['The princess kissed the frog.', { shows: ['princess', 'frog'], does: [['princess', 'hug']] }],
  ['The baby cried in the cradle.', { shows: ['baby'], does: [['baby', 'cry']] }],
  ['An eagle soared above the mountains.', { shows: ['eagle'], does: [['eagle', 'fly']], setting: 'mountain' }],
  ['The rabbit nibbled a carrot.', { shows: ['rabbit', 'carrot'], does: [['rabbit', 'eat']] }],
  [
    'Old Mr. Badger fell asleep in his armchair by the fire.',
    { shows: ['badger', 'fire'], does: [['badger', 'sleep']] },
  ],
  [
    'The mouse hid under the bed.',
    { shows: ['mouse', 'bed'], does: [['mouse', 'hide']], relates: ['mouse under bed'] },
  ],
  ['The pirates danced on the deck of the ship.', { does: [['man-beard', 'dance']], setting: 'ship' }],
  [
    'A witch flew through the night on her broom.',
    { shows: ['woman-mage', 'broom'], does: [['woman-mage', 'fly']], time: 'night' },
  ],
  ['The gardener planted a rose.', { shows: ['farmer', 'rose'], does: [['farmer', 'work']] }],
  [
    'The dog chased the cat up a tree.',
    {
      shows: ['dog', 'cat'],
      does: [
        ['dog', 'run'],
        ['cat', 'run'],
      ],
    },
  ],
  // Who is where, who holds what.
  [
    'A frog sat on a stone in the pond.',
    { does: [['frog', 'sit']], relates: ['frog on storyloom:rock'], setting: 'lake' },
  ],
  ['The traveller sat down under a tree.', { does: [['man', 'sit']], relates: ['man under deciduous-tree'] }],
  ['Lily wore a red hat and carried a basket.', { relates: ['girl holding storyloom:basket', 'top-hat wearing girl'] }],
  ['The knight rode his horse to the castle.', { relates: ['man-guard riding horse'], setting: 'castle' }],
  ['The otter curled his body around the last match.', { relates: ['otter holding storyloom:match'] }],
  [
    'Far out on a grey rock stood a tall white lighthouse.',
    { shows: ['storyloom:lighthouse', 'storyloom:rock'], setting: 'lighthouse' },
  ],
  ['They lived underneath the root of a very big fir-tree.', { shows: ['evergreen-tree'] }],
  ['The boy took off his cloak.', { shows: ['boy', 'storyloom:cloak'] }],
  // Where.
  ['The children went through the wood to the house of the witch.', { setting: 'forest' }],
  ['Emma sat in the kitchen and drank her tea.', { setting: 'kitchen', shows: ['girl', 'hot-beverage'] }],
  ['The captain stood on the deck in the fog.', { setting: 'ship', weather: 'fog' }],
  ['The penguins slid over the ice.', { setting: 'snow', shows: ['penguin'] }],
  ['A camel walked slowly across the desert.', { setting: 'desert', shows: ['camel'] }],
  ['The astronaut landed on the moon.', { setting: 'moon', hides: ['full-moon'] }],
  ['Ben woke up in his bed.', { setting: 'bedroom' }],
  ['The teacher came into the classroom.', { setting: 'classroom', shows: ['teacher'] }],
  [
    'A mermaid swam past the coral reef at the bottom of the sea.',
    { shows: ['woman-merpeople'], does: [['woman-merpeople', 'swim']] },
  ],
  ['The train left the station.', { shows: ['storyloom:train'] }],
  // When and in what weather.
  ['One stormy night the lightning struck the tower.', { time: 'night', weather: 'storm', shows: ['storyloom:tower'] }],
  ['In the early morning the cock crowed on the farm.', { time: 'dawn', setting: 'farm', shows: ['rooster'] }],
  ['Snow fell on the village.', { weather: 'snow', season: 'winter', setting: 'village' }],
  ['In autumn the leaves turned red.', { season: 'autumn' }],
  [
    'Every evening the shepherd counted his sheep in the meadow.',
    { time: 'dusk', setting: 'meadow', shows: ['man-farmer', 'ewe'] },
  ],
  ['Thick mist lay over the swamp.', { weather: 'fog', setting: 'swamp' }],
  // Mood.
  ['The children laughed and danced with joy.', { mood: 'happy', does: [['child', 'dance']] }],
  ['The little girl was lonely and wept.', { mood: 'sad', does: [['girl', 'cry']] }],
  // One thing made of another.
  [
    'The boys built a boat from a bathtub and the boat sank.',
    { shows: ['storyloom:bathtub-boat x1'], hides: ['bathtub', 'storyloom:rowing-boat'] },
  ],
  ['The boy took a boat from the bathtub.', { shows: ['storyloom:rowing-boat', 'bathtub'] }],
  // Parts of a house that nothing would hold up outdoors, and a lamp that is the tower's own.
  ['The fox ran through the wood, past the window where the owl sat.', { shows: ['fox', 'owl'], hides: ['window'] }],
  ['The mouse ran through the kitchen, past the clock.', { shows: ['mouse', 'storyloom:clock-face'] }],
  ['The keeper climbed up the lighthouse to light the lamp.', { hides: ['storyloom:lamp'], setting: 'lighthouse' }],
  [
    'The old man carried a lamp into the lighthouse.',
    { setting: 'lighthouse', relates: ['storyloom:lamp holding old-man'] },
  ],
  // Words that are easily taken for something else.
  ['He struck a match.', { shows: ['storyloom:match'] }],
  ['The rose grew in the garden.', { shows: ['rose'], setting: 'garden' }],
  ['The sun rose.', { shows: ['sun'], hides: ['rose'] }],
  ['A bat flew out of the cave.', { shows: ['bat'], hides: ['baseball'] }],
  ['The nurse had a kind face and warm hands.', { shows: ['health-worker'], hides: ['cat-face', 'raised-hand'] }],
  ['The clock on the wall struck twelve.', { shows: ['storyloom:clock-face'], hides: ['storyloom:match'] }],
];
