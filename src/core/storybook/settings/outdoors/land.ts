import { pick } from '../../random.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit } from '../backdrop.ts';

export const BARK = '#8a5d44';

/** The colours of the land by season: [far, middle, near]. */
export function land(kit: Kit): readonly [string, string, string] {
  const { season, weather } = kit.graph;
  if (season === 'winter' || weather === 'snow' || kit.graph.setting === 'snow')
    return ['#d5e4f0', '#e3eef7', '#f1f7fc'];
  if (season === 'autumn') return ['#b9b56a', '#c2ac55', '#a89a48'];
  if (season === 'spring') return ['#a9d58b', '#93ca74', '#7dbb62'];
  return ['#93c98a', '#7fbd6c', '#69aa55'];
}

export function isSnowy(kit: Kit): boolean {
  return kit.graph.season === 'winter' || kit.graph.weather === 'snow' || kit.graph.setting === 'snow';
}

export function leaf(kit: Kit): string {
  return pick(kit.random, plant.leafColours(isSnowy(kit) ? 'winter' : kit.graph.season));
}
