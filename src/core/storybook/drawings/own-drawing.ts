import type { Ink } from '../ink.ts';
import type { Lights } from '../scenery/buildings.ts';

/** A drawing of our own, in units of its own box; 'storyloom:NAME' in the lexicon. */
export interface OwnDrawing {
  readonly width: number;
  readonly height: number;
  draw(ink: Ink, lights: Lights): string;
}

export function own(draw: OwnDrawing['draw'], width = 100, height = 100): OwnDrawing {
  return { width, height, draw };
}
