import type { Ambience } from '../../../shared/story.ts';
import type { Circle } from '../dsp/circle.ts';
import { fire } from './fire.ts';
import { forest } from './forest.ts';
import { night } from './night.ts';
import { rain } from './rain.ts';
import { sea } from './sea.ts';
import { wind } from './wind.ts';

export const PLACES: Readonly<Record<Ambience, () => Circle>> = { rain, sea, forest, night, fire, wind };
