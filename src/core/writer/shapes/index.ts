import type { StoryShape } from '../types.ts';
import { contest } from './contest.ts';
import { facingFear } from './facing-fear.ts';
import { journey } from './journey.ts';
import { lostAndFound } from './lost-and-found.ts';
import { making } from './making.ts';
import { quarrel } from './quarrel.ts';
import { rescue } from './rescue.ts';
import { strangerHome } from './stranger-home.ts';

/** All the ways a story can go. The order decides nothing. */
export const SHAPES: readonly StoryShape[] = [
  journey,
  lostAndFound,
  rescue,
  strangerHome,
  contest,
  making,
  facingFear,
  quarrel,
];
