import type { Builder } from '../../build/contract.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Illustrator } from '../../providers/illustrator.ts';
import type { Narrator } from '../../providers/narrator.ts';

/** What a film is made with. */
export interface FilmParts {
  readonly builder: Builder;
  readonly narrator: Narrator;
  readonly illustrator: Illustrator;
  readonly tools: MediaTools;
  readonly pool: Pool;
  /** Cores that all the work together may keep busy. */
  readonly cores: number;
}

/** Which film, and for whom its steps are recorded. */
export interface FilmJob {
  readonly projectId: string;
  readonly jobId: string;
}
