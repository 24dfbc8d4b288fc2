import type { Setting } from '../../../../shared/story.ts';
import type { PlaceBank } from '../types.ts';
import { INDOORS } from './indoors.ts';
import { OUTDOORS } from './outdoors.ts';

export const PLACES: Readonly<Record<Setting, PlaceBank>> = { ...OUTDOORS, ...INDOORS };
