import type { PictureMade, PictureRequest } from './paint-picture.ts';

/** Of what was left out, told word by word. */
const MOST_WORDS = 12;
/** So many times as many pixels as a model was made for, and it paints several pictures into one. */
const TOO_LARGE = 2.5;

/** What of a request is not in its pictures, for people. */
export function noticesOf({ negative }: PictureRequest, made: PictureMade): string[] {
  const { engine, dropped, model = '', untaught = [], guidance = 1, strength, side = Infinity } = made;
  const { width, height } = made.painted ?? made;
  const lead = engine === 'storybook' ? 'Not drawn' : `More than ${model} reads of a prompt; left out`;
  const square = `${String(side)} x ${String(side)}`;
  const unheard = `${model} painted without guidance, so what is not to be seen counted for nothing; 2 or more heeds it.`;
  const large = `${model} was made for ${square}: so much larger it repeats what it paints. Paint it smaller, and have that enlarged.`;
  // What it begins with keeps it together.
  const isLarge = strength === undefined && width * height > TOO_LARGE * side ** 2;
  return [
    ...(dropped.length > 0 ? [`${lead}: ${listed(dropped)}.`] : []),
    ...(untaught.length > 0 ? [`${model} was never taught what these words mean: ${listed(untaught)}.`] : []),
    ...(negative !== '' && guidance <= 1 ? [unheard] : []),
    ...(isLarge ? [large] : []),
  ];
}

function listed(words: readonly string[]): string {
  const more = words.length - MOST_WORDS;
  return `${words.slice(0, MOST_WORDS).join(', ')}${more > 0 ? ` and ${String(more)} words more` : ''}`;
}
