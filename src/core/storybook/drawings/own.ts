import { OWN_BIRDS } from './own-birds.ts';
import type { OwnDrawing } from './own-drawing.ts';
import { OWN_FACES } from './own-faces.ts';
import { OWN_OBJECTS } from './own-objects.ts';
import { OWN_PLACES } from './own-places.ts';

const OWN_THINGS: Readonly<Record<string, OwnDrawing>> = { ...OWN_PLACES, ...OWN_OBJECTS, ...OWN_FACES };
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
