import type { Bed } from '../../../../shared/film.ts';
import type { Score } from '../score.ts';
import { brave } from './brave.ts';
import { calm } from './calm.ts';
import { playful } from './playful.ts';
import { sad } from './sad.ts';
import { tense } from './tense.ts';
import { wonder } from './wonder.ts';

/** The six pieces, composed for Storyloom. */
export const SCORES: Readonly<Record<Bed, Score>> = { calm, playful, wonder, tense, sad, brave };
