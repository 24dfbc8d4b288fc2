/**
 * Scenes of 4 to 15 seconds, a picture each: the cheapest way to cut between units, as for a story's text (story/scenes.ts), but
 * by the times at which they were said. A cut is cheap where the teller paused, and where the topic changes.
 */
import { cutCost } from '../story/shifts.ts';
import type { SpokenUnit } from './units.ts';

const SHORTEST = 4;
const LONGEST = 15;
/** Above the second it had better be two pictures. */
const COMFORTABLE = [5, 8] as const;
/** What is taken off a cut's cost for each second of silence, and at most. */
const PAUSE_WORTH = 1;
const MOST_PAUSE_WORTH = 1;
/** A cut within a sentence. */
const CLAUSE_COST = 1.3;
/** Seconds of silence that no scene has in its middle. */
const ALWAYS_CUT = 4;

/** Lists of units, which together are all of them. */
export function cutUnits(units: readonly SpokenUnit[]): SpokenUnit[][] {
  const costs = units.map((unit, index) => (index === 0 ? 0 : costBefore(units[index - 1]!, unit)));
  const best = [0];
  const from = [0];
  for (let end = 1; end <= units.length; end += 1) {
    best[end] = Infinity;
    for (let start = end - 1; start >= 0; start -= 1) {
      const seconds = units[end - 1]!.words.at(-1)!.end - units[start]!.words[0]!.start;
      if (seconds > LONGEST && start < end - 1) break;
      const cost = best[start]! + costs[start]! + lengthCost(seconds);
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = start;
      }
      if (units[start]!.gap > ALWAYS_CUT) break;
    }
  }
  const scenes: SpokenUnit[][] = [];
  for (let end = units.length; end > 0; end = from[end]!) scenes.unshift(units.slice(from[end], end));
  return scenes;
}

function costBefore(before: SpokenUnit, unit: SpokenUnit): number {
  const pause = Math.min(MOST_PAUSE_WORTH, unit.gap * PAUSE_WORTH);
  if (unit.begins === 'clause') return CLAUSE_COST - pause;
  const text = ({ words }: SpokenUnit): string => words.map((word) => word.text).join(' ');
  const opens = unit.begins === 'paragraph';
  return cutCost({ text: text(before), seconds: 0, opens: false }, { text: text(unit), seconds: 0, opens }) - pause;
}

function lengthCost(seconds: number): number {
  const [least, most] = COMFORTABLE;
  if (seconds < SHORTEST) return 1.5 + (SHORTEST - seconds) * 2;
  if (seconds < least) return (least - seconds) * 0.4;
  return seconds > most ? (seconds - most) * 0.35 : 0;
}
