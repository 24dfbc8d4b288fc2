import type { BrokenPromise, StoryOutline, WriteRequest } from '../../shared/writing.ts';
import type { Lexicon } from '../story/lexicon/lexicon.ts';
import { checkStory, toPromises } from './checks/check-story.ts';
import { readIdea } from './idea/read-idea.ts';
import { SHAPES } from './shapes/index.ts';
import { chooseShapes } from './tell/choose-shape.ts';
import { tell, type Told } from './tell/tell.ts';
import type { Idea } from './types.ts';

/** A story by our own engine, with what it does not keep of its idea. */
export interface OwnStory {
  readonly idea: Idea;
  readonly title: string;
  readonly outline: StoryOutline;
  readonly scenes: readonly { readonly title: string; readonly text: string }[];
  readonly words: number;
  readonly broken: readonly BrokenPromise[];
}

/** Other choices of passages are told before a broken promise is given out. */
const ATTEMPTS = 4;

/**
 * Reads the idea, chooses a shape and tells it; milliseconds once the tagger is loaded. The same request is the same story.
 * @throws StudioError `input` for an idea that is empty, too long or not in English
 */
export function writeOwnStory(request: WriteRequest, lexicon: Lexicon): OwnStory {
  const idea = readIdea(request.idea, lexicon);
  const shapes = chooseShapes(SHAPES, idea, request.seed);
  let best: { readonly told: Told; readonly broken: readonly BrokenPromise[] } | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The last tries are in the shape that fits second.
    const shape = shapes[attempt >= ATTEMPTS - 1 ? Math.min(1, shapes.length - 1) : 0]!;
    const told = tell({ request, idea, shape, attempt });
    const broken = toPromises(
      checkStory({
        scenes: told.scenes.map(({ text }) => text),
        request,
        idea,
        refrains: told.refrain === '' ? [] : [told.refrain],
      }),
    );
    if (!best || broken.length < best.broken.length) best = { told, broken };
    if (broken.length === 0) break;
  }
  const { told, broken } = best!;
  return { idea, title: told.title, outline: told.outline, scenes: told.scenes, words: told.words, broken };
}
