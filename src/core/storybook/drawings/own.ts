import type { Ink } from '../ink.ts';
import type { Lights } from '../scenery/buildings.ts';
import { OWN_BIRDS, OWN_THINGS } from './own-things.ts';

/** A drawing of our own, in units of its own box; 'storyloom:NAME' in the lexicon. */
export interface OwnDrawing {
  readonly width: number;
  readonly height: number;
  draw(ink: Ink, lights: Lights): string;
}

const PREFIX = 'storyloom:';

export function ownDrawing(id: string): OwnDrawing | undefined {
  if (!id.startsWith(PREFIX)) return undefined;
  const name = id.slice(PREFIX.length);
  return OWN_THINGS[name] ?? OWN_BIRDS[name];
}

export function ownDrawingIds(): readonly string[] {
  return Object.keys(OWN_THINGS)
    .map((name) => PREFIX + name)
    .sort();
}
