import type { Style } from '../../../shared/story.ts';

/** What every style is called in a prompt first of all: a small model knows the storybook and nothing else. */
export const STORYBOOK = 'storybook illustration';

/** What is added to that. */
export const STYLE_WORDS: Readonly<Record<Style, string>> = {
  'day-storybook': '',
  'night-storybook': 'in deep night colours',
  paper: 'of cut paper',
  watercolour: 'in watercolour',
  pastel: 'in soft pastels',
};

/** What no picture of a film should have, whatever it shows. */
export const NEGATIVE = 'photo, text, watermark, signature, frame, blurry, deformed, extra limbs, extra heads';
