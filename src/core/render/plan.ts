import type { Storyboard } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import { resourcePath } from '../paths.ts';
import type { StoryDocument } from '../story/document.ts';
import { rememberParses } from '../story/language/remember-parses.ts';
import { loadLexicon, type Lexicon } from '../story/lexicon/lexicon.ts';
import { planStory } from '../story/plan-story.ts';

export interface PlanInput {
  readonly document: StoryDocument;
  /** The words that have a drawing; the one in resources/ when it is not given. */
  readonly lexicon?: Lexicon;
}

let shipped: Lexicon | undefined;

function shippedLexicon(): Lexicon {
  return (shipped ??= loadLexicon(resourcePath('lexicon.json')));
}

/** A story's document to the plan of its film. */
export const planStage = {
  name: 'plan',
  version: 3,
  identity: ({ document, lexicon = shippedLexicon() }) => ({
    document: document as unknown as Json,
    lexicon: lexicon.version,
  }),
  run: ({ document, lexicon = shippedLexicon() }) => Promise.resolve(planStory(document, lexicon)),
} satisfies Stage<PlanInput, Storyboard>;

export type Planner = (document: StoryDocument) => Storyboard;

/** Characters of text whose sentences are remembered: a novel. */
const REMEMBERED_TEXT = 1_000_000;
/** The story before the last edit and after it, of two projects. */
const REMEMBERED_PLANS = 4;

/**
 * Plans stories that are edited again and again: the same as the stage, but in memory and at once. A story that was planned
 * just now is not planned anew, and of an edited one only the edited scene is parsed.
 */
export function createPlanner(): Planner {
  const parse = rememberParses(REMEMBERED_TEXT);
  const plans = new Map<string, Storyboard>();
  return (document) => {
    const key = JSON.stringify(document);
    const storyboard = plans.get(key) ?? planStory(document, shippedLexicon(), parse);
    // Out and in again: a Map keeps the order of insertion, so the first is the one used longest ago.
    plans.delete(key);
    plans.set(key, storyboard);
    for (const oldest of plans.keys()) {
      if (plans.size <= REMEMBERED_PLANS) break;
      plans.delete(oldest);
    }
    return storyboard;
  };
}
