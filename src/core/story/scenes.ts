/**
 * Cuts a story into scenes of about 4 to 15 seconds, one picture each.
 *
 * Within a part (never across a break that the author set) the cuts are those of least cost: a scene's length should be
 * comfortable, and a cut should fall where place, time or speaker change. The least-cost path depends on far-away
 * sentences only through ties, and a small number made of the sentences themselves breaks those, so an edited sentence
 * moves the cuts around it and leaves distant scenes as they were.
 */
import type { SceneOverrides } from '../../shared/story.ts';
import type { StoryDocument, StoryPart, ToldPart } from './document.ts';
import { estimateSeconds } from './pace.ts';
import { splitLongSentence, splitSentences } from './sentences.ts';
import { cutCost } from './shifts.ts';

export interface SceneText {
  /** Where the author's own scenes have ids. */
  readonly id?: string;
  readonly title?: string;
  /** Paragraphs parted by a blank line. */
  readonly text: string;
  readonly overrides: SceneOverrides;
  /** Where it is told in the story's recording. */
  readonly told?: ToldPart;
  /** Number of the part that it belongs to: settings are carried on less readily into another part. */
  readonly part: number;
}

/** A sentence, or a piece of one that is too long for a scene. */
export interface Unit {
  readonly text: string;
  readonly seconds: number;
  /** True when a paragraph begins with it. */
  readonly opens: boolean;
}

const SHORTEST = 4;
const LONGEST = 15;
const COMFORTABLE = [6, 12] as const;
/** A single sentence above this is cut at its clauses. */
const SENTENCE_LIMIT = 20;

export function cutScenes(document: StoryDocument): SceneText[] {
  return withTitles(document.parts).flatMap((one, index) =>
    cutPart(one).map((text, place) => ({
      ...(one.id === undefined || !one.whole ? {} : { id: one.id }),
      ...(place === 0 && one.title !== undefined ? { title: one.title } : {}),
      text,
      overrides: one.overrides,
      ...(one.told && one.whole ? { told: one.told } : {}),
      part: index,
    })),
  );
}

/** A heading without text under it goes to the next part's heading; the last one becomes text itself. */
function withTitles(parts: readonly StoryPart[]): StoryPart[] {
  const whole: StoryPart[] = [];
  let waiting: string[] = [];
  for (const one of parts) {
    const titles = one.title === undefined ? waiting : [...waiting, one.title];
    waiting = [];
    if (one.paragraphs.length === 0) waiting = titles;
    else whole.push(titles.length === 0 ? one : { ...one, title: titles.join(': ') });
  }
  if (waiting.length === 0) return whole;
  return [...whole, { paragraphs: [waiting.join(': ')], overrides: {}, whole: true }];
}

function cutPart(one: StoryPart): string[] {
  if (one.whole) return [one.paragraphs.join('\n\n')];
  const units = one.paragraphs.flatMap(unitsOf);
  return group(units).map(([from, to]) =>
    units
      .slice(from, to)
      .map((unit, index) => (index === 0 ? '' : unit.opens ? '\n\n' : ' ') + unit.text)
      .join(''),
  );
}

function unitsOf(paragraph: string): Unit[] {
  const isTooLong = (text: string): boolean => estimateSeconds(text) > SENTENCE_LIMIT;
  return splitSentences(paragraph)
    .flatMap((sentence) => splitLongSentence(sentence, isTooLong))
    .map((text, index) => ({ text, seconds: estimateSeconds(text), opens: index === 0 }));
}

/** The cheapest way to cut: [first unit, unit after the last] of every scene. */
function group(units: readonly Unit[]): [number, number][] {
  const costs = units.map((unit, index) => (index === 0 ? 0 : cutCost(units[index - 1]!, unit)));
  // best[i]: cost of the cheapest way to cut everything before unit i; from[i]: where its last scene begins.
  const best = [0];
  const from = [0];
  for (let end = 1; end <= units.length; end++) {
    best[end] = Infinity;
    let seconds = 0;
    for (let start = end - 1; start >= 0; start--) {
      seconds += units[start]!.seconds;
      if (seconds > LONGEST && start < end - 1) break;
      const cost = best[start]! + costs[start]! + lengthCost(seconds);
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  const scenes: [number, number][] = [];
  for (let end = units.length; end > 0; end = from[end]!) scenes.unshift([from[end]!, end]);
  return scenes;
}

function lengthCost(seconds: number): number {
  const [least, most] = COMFORTABLE;
  if (seconds < SHORTEST) return 1.5 + (SHORTEST - seconds) * 2;
  if (seconds < least) return (least - seconds) * 0.4;
  return seconds > most ? (seconds - most) * 0.35 : 0;
}
