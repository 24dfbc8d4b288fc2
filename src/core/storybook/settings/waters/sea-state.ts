import type { Kit } from '../backdrop.ts';

export const SEA = '#3f93c6';

/** 0 (flat as a plate) .. 1 (storm). */
export function roughness(kit: Kit): number {
  return kit.graph.weather === 'storm' ? 1 : kit.graph.weather === 'wind' || kit.graph.weather === 'rain' ? 0.55 : 0.2;
}
