import type { StoryShape } from '../types.ts';
import { asItHappened } from './as-it-happened.ts';
import { contest } from './contest.ts';
import { facingFear } from './facing-fear.ts';
import { farWish } from './far-wish.ts';
import { friendship } from './friendship.ts';
import { gift } from './gift.ts';
import { growing } from './growing.ts';
import { journey } from './journey.ts';
import { learningTo } from './learning-to.ts';
import { lieAndPrice } from './lie-and-price.ts';
import { lostAndFound } from './lost-and-found.ts';
import { making } from './making.ts';
import { quarrel } from './quarrel.ts';
import { rescue } from './rescue.ts';
import { secret } from './secret.ts';
import { strangerHome } from './stranger-home.ts';
import { wonderThing } from './wonder-thing.ts';

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
  friendship,
  learningTo,
  gift,
  secret,
  lieAndPrice,
  growing,
  farWish,
  wonderThing,
  asItHappened,
];
