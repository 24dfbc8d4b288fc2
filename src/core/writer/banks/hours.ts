import type { TimeOfDay, Weather } from '../../../shared/story.ts';

/** Whole sentences for `{sky}`: true outdoors and at a window, in every season. */
export const SKIES: Readonly<Record<TimeOfDay, readonly string[]>> = {
  dawn: [
    'The night was just packing up its stars.',
    'The first light came over the rim of the world, pale as milk.',
    'It was the hour when the day has not made up its mind yet.',
    'One bird had begun the morning all by itself.',
  ],
  day: [
    'It was the sort of day that has plenty of room in it.',
    'The sun had climbed as high as it meant to go.',
    'The morning was as clean as a new plate.',
    'The light was yellow and in no hurry.',
  ],
  dusk: [
    'The shadows grew long and laid themselves down.',
    'The sky turned the colour of peaches, and then of plums.',
    'The first star came out and looked about for the others.',
    'Evening came softly, like somebody looking for a slipper.',
  ],
  night: [
    'The dark had come down to the ground.',
    'The stars were out, all of them.',
    'The night was wide and blue.',
    'It was the hour when even the wind goes on tiptoe.',
  ],
};

/** Whole sentences for `{weather}`. */
export const WEATHERS_TOLD: Readonly<Record<Weather, readonly string[]>> = {
  clear: ['There was not a cloud to be seen.', 'The air was as clear as a bell.'],
  cloudy: ['The clouds lay over everything like a grey quilt.', 'The sky was the colour of porridge.'],
  rain: [
    'It was raining, in straight grey strings.',
    'Rain drummed on everything that had a top.',
    'The rain came down as if it were paid by the drop.',
  ],
  storm: [
    'The thunder rolled its barrels about.',
    'The storm had come, with all its drums.',
    'The wind roared and the sky cracked open, white.',
  ],
  snow: ['It was snowing, and the world went quiet.', 'The snow came down as if somebody were emptying a pillow.'],
  fog: [
    'The fog had eaten everything but the nearest few steps.',
    'The fog was so thick that one could have spread it on bread.',
  ],
  wind: ['The wind was in a mischievous mood.', 'The wind tugged at everything that was not tied down.'],
};
