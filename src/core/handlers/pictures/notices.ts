import type { PictureMade, PictureRequest } from './paint-picture.ts';

/** Of what was left out, told word by word. */
const MOST_WORDS = 12;

/** What of a request is not in its pictures, for people. */
export function noticesOf(
  { negative }: PictureRequest,
  { engine, dropped, model = '', guidance = 1 }: PictureMade,
): string[] {
  const more = dropped.length - MOST_WORDS;
  const words = `${dropped.slice(0, MOST_WORDS).join(', ')}${more > 0 ? ` and ${String(more)} words more` : ''}`;
  const left =
    engine === 'storybook' ? `Not drawn: ${words}.` : `More than ${model} reads of a prompt; left out: ${words}.`;
  const unheard = `${model} painted without guidance, so what is not to be seen counted for nothing; 2 or more heeds it.`;
  return [...(dropped.length > 0 ? [left] : []), ...(negative !== '' && guidance <= 1 ? [unheard] : [])];
}
