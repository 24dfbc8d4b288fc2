import type { Storyboard } from '../../shared/story.ts';
import type { Json, Stage } from '../build/stage.ts';
import { resourcePath } from '../paths.ts';
import type { StoryDocument } from '../story/document.ts';
import { rememberParses } from '../story/language/remember-parses.ts';
import { loadLexicon, type Lexicon } from '../story/lexicon/lexicon.ts';
import { planNarration, type NarrationChunk } from '../story/narration/plan.ts';
import { planStory } from '../story/plan-story.ts';
import { remember } from '../story/remember.ts';

export interface PlanInput {
  readonly document: StoryDocument;
  /** The words that have a drawing; the one in resources/ when it is not given. */
  readonly lexicon?: Lexicon;
}

let shipped: Lexicon | undefined;

/** The words that come with the product, read once. */
export function shippedLexicon(): Lexicon {
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

/** Understands stories that are edited again and again. */
export interface Planner {
  /** The same as the stage gives, in memory and at once. */
  story(document: StoryDocument): Storyboard;
  /** As planNarration. */
  narration: typeof planNarration;
}

/** Characters of text whose sentences and narration are remembered: a novel. */
const REMEMBERED_TEXT = 1_000_000;
/** The story before the last edit and after it, of two projects. */
const REMEMBERED_PLANS = 4;

/** What was planned just now is not planned anew, and of an edited story only the edited scene is read again. */
export function createPlanner(): Planner {
  const parse = rememberParses(REMEMBERED_TEXT);
  const plans = remember<Storyboard>(REMEMBERED_PLANS, () => 1);
  const chunks = remember<readonly NarrationChunk[]>(REMEMBERED_TEXT);
  return {
    story: (document) => plans(JSON.stringify(document), () => planStory(document, shippedLexicon(), parse)),
    narration: (text, options = {}) => chunks(JSON.stringify([text, options]), () => planNarration(text, options)),
  };
}
