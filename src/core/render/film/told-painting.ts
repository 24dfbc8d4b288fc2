import type { KnownParts } from './parts.ts';

/** The same parts, whose painter tells of its steps as those of a unit. A painter is a plain object. */
export function toldPainting(parts: KnownParts, unit: string): KnownParts {
  const { painter, onPainting } = parts;
  if (!painter || !onPainting) return parts;
  return {
    ...parts,
    painter: {
      ...painter,
      paint: async (request, options) => {
        try {
          return await painter.paint(request, {
            ...options,
            onStep: (step) => {
              options?.onStep?.(step);
              onPainting(unit, step);
            },
          });
        } finally {
          onPainting(unit, undefined);
        }
      },
    },
  };
}
