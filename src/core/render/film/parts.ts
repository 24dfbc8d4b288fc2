import type { Builder } from '../../build/contract.ts';
import type { Limit } from '../../build/limit.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Illustrator } from '../../providers/illustrator.ts';
import type { Narrator } from '../../providers/narrator.ts';
import type { Painter, PaintStep } from '../../providers/painter.ts';
import type { Enlarger } from '../../providers/upscaler.ts';

/** What a film is made with. */
export interface KnownParts {
  readonly builder: Builder;
  /** Undefined where the voice is not on this machine yet, and then nothing was told; or where nothing is narrated. */
  readonly narrator: Narrator | undefined;
  readonly illustrator: Illustrator;
  /** Who paints, where a picture of the film is to be painted and the model is on this machine. */
  readonly painter?: Painter | undefined;
  /** Who enlarges it, likewise. */
  readonly enlarger?: Enlarger | undefined;
  /** Hears of every step of a unit's picture that is painted, and without one when it is no longer painted. */
  readonly onPainting?: ((unit: string, step: PaintStep | undefined) => void) | undefined;
  readonly tools: MediaTools;
  readonly pool: Pool;
  /** Cores that all the work together may keep busy. */
  readonly cores: number;
  /** Where fonts are laid together for captions that ours do not cover (captions/fonts.ts). */
  readonly fontFolder: string;
  /** Scenes that are set in motion at a time, of all films of this process together. */
  readonly composing: Limit;
  /** The graphics card that encodes, as far as it is known (EncoderSettings); set by who films, for the encoder asked for. */
  readonly device?: string | undefined;
}

/** An encoder waits for its frames and a renderer for its encoder: two pairs fill each other's gaps, more only take memory. */
export const COMPOSED_AT_ONCE = 2;

/** Which film, for whom its steps are recorded, and how urgent it is. */
export interface FilmJob {
  readonly projectId: string;
  /** Without a job `hold` names what keeps the artefacts from trimming. */
  readonly jobId?: string | undefined;
  readonly hold?: string | undefined;
  /** 0 by default. */
  readonly priority?: number | undefined;
}
