import type { z } from 'zod';
import type { filmOptionsSchema } from '../../shared/film.ts';

/** One film of a batch. */
export interface BatchFilm {
  /** Absolute paths. */
  readonly story: string;
  readonly film: string;
  readonly options: z.input<typeof filmOptionsSchema>;
}
