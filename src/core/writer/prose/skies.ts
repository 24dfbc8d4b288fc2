/** Sentences of the hour and the weather. */
import type { Setting, TimeOfDay } from '../../../shared/story.ts';

const SKIES: Readonly<Record<TimeOfDay, readonly string[]>> = {
  dawn: [
    'The sky was the colour of the inside of a shell.',
    'A thin line of gold lay along the edge of the world.',
    'Morning came in softly, as if it had taken its shoes off.',
    'The first light was pale and smelled of rain.',
    'The night had been folded up, all but one grey corner.',
    'Somewhere a bird tried one note, to see whether it was morning yet.',
    'The light came up as slowly as dough.',
  ],
  day: [
    'The sky was as blue as a washed plate.',
    'One small white cloud was going nowhere in particular.',
    'Sunlight lay about in patches, like something spilled.',
    'It was the sort of day that has room in it.',
    'There were clouds like pillows, and nobody was using them.',
    'The sun was out, and looked as if it meant to stay for lunch.',
    'Shadows had crept in under everything and gone to sleep.',
    'It was neither early nor late, and nothing was in a hurry.',
  ],
  dusk: [
    'The sky turned from peach to plum.',
    'The shadows had grown long and thin and friendly.',
    'One star came out early, to see what the others were missing.',
    'Swallows were writing their last few lines on the evening.',
    'The day was putting its colours away, the red ones last.',
    'Windows were lighting up, one here and one there.',
    'It was the blue hour, when everything comes a little nearer.',
    'The sun had gone, but had left the door open behind it.',
  ],
  night: [
    'The dark was soft and very wide.',
    'The stars were out, all of them, right down to the small ones.',
    'The night had the hush of a held breath.',
    'Far off, a single lit window kept the dark company.',
    'It was so late that even the shadows had gone home.',
    'The night was as black as the inside of a hat.',
    'A little silver lay on everything that stood still.',
  ],
};

const WEATHERS: Readonly<Record<string, readonly string[]>> = {
  storm: [
    'The wind got up and began to throw things.',
    'Thunder rolled over like a giant in bed.',
    'Rain came sideways, in handfuls.',
  ],
  thunderstorm: [
    'Thunder rolled over like a giant in bed.',
    'Lightning drew one white crack across the sky.',
    'Rain came sideways, in handfuls.',
  ],
  rain: [
    'Rain drummed its fingers on every leaf.',
    'It rained in long grey strings.',
    'Every puddle was full of little rings.',
  ],
  snow: [
    'Snow came down as though it had all the time in the world.',
    'The snow made everything whisper.',
    'White filled up the corners of things.',
  ],
  blizzard: [
    'The snow flew so thick that there was no up or down.',
    'The wind had teeth.',
    'White roared past on every side.',
  ],
  fog: [
    'The fog had swallowed everything farther off than an arm.',
    'Fog lay about like sleeping sheep.',
    'Things loomed, and turned out to be bushes.',
  ],
  mist: [
    'Mist lay about like sleeping sheep.',
    'The mist made islands of the treetops.',
    'Everything had a soft grey edge.',
  ],
  wind: [
    'The wind was trying every door.',
    'The wind went by with its arms full of leaves.',
    'Everything that could flap was flapping.',
  ],
  dawn: ['The air was cool and new.', 'Dew sat on everything, very round and very pleased.', 'There was no wind yet.'],
  day: [
    'A small warm wind was turning things over to look at them.',
    'The air was warm and smelled of growing.',
    'There was just enough wind to notice.',
  ],
  dusk: [
    'The wind had gone home.',
    'The warmth of the day was still in the stones.',
    'The air had turned cool and blue.',
  ],
  night: [
    'The air was cold enough to taste.',
    'There was no wind at all, only quiet.',
    'A small night wind went round, checking on things.',
  ],
};

/** Where there is no such sky: under water, and where the stars are always out. */
const SKYLESS: Readonly<Partial<Record<Setting, readonly string[]>>> = {
  underwater: ['The light came down green and slow.', 'Far overhead, the top of the sea winked like foil.'],
  moon: [
    'The Earth hung overhead, blue and small as a marble.',
    'The stars did not twinkle here. They simply shone.',
    'Nothing moved, for there is no wind on the moon.',
  ],
  space: ['The stars did not twinkle here. They simply shone.', 'It was so quiet that you could hear yourself think.'],
};

export function skiesOf(setting: Setting, time: TimeOfDay): readonly string[] {
  return SKYLESS[setting] ?? SKIES[time];
}

export function weathersOf(setting: Setting, time: TimeOfDay, weather: string | undefined): readonly string[] {
  return SKYLESS[setting] ?? WEATHERS[weather ?? time] ?? WEATHERS[time]!;
}
