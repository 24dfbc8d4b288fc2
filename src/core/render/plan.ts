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

/** What was parsed lately is not parsed again: a project is planned after every edit. Some 40 MB at most. */
const parse = rememberParses(1_000_000);

/** Plans at once, without the cache. */
export function planAtOnce(document: StoryDocument, lexicon = shippedLexicon()): Storyboard {
  return planStory(document, lexicon, parse);
}

/** A story's document to the plan of its film. */
export const planStage = {
  name: 'plan',
  version: 2,
  identity: ({ document, lexicon = shippedLexicon() }) => ({
    document: document as unknown as Json,
    lexicon: lexicon.version,
  }),
  run: ({ document, lexicon }) => Promise.resolve(planAtOnce(document, lexicon)),
} satisfies Stage<PlanInput, Storyboard>;
