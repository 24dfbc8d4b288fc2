import type { DeskStory, IdeaForm } from './types.ts';

/** The first number that no story of just this request was written with: the same number would be the same story. */
export function nextSeed(stories: readonly DeskStory[], form: IdeaForm): number {
  const wanted = facts(form);
  const used = new Set(stories.filter(({ request }) => facts(request) === wanted).map(({ request }) => request.seed));
  let seed = 1;
  while (used.has(seed)) seed += 1;
  return seed;
}

/** All but the seed is the same: only another one gives another story. */
export function isSameRequest(one: IdeaForm, other: IdeaForm): boolean {
  return facts(one) === facts(other);
}

/** Those of one idea, however long and for whatever age. */
export function ofSameIdea(stories: readonly DeskStory[], { request }: DeskStory): DeskStory[] {
  return stories.filter((story) => story.request.idea.trim() === request.idea.trim());
}

function facts({ idea, age, words, tone, bedtime, writer }: IdeaForm): string {
  return JSON.stringify([idea.trim(), age, words, tone, bedtime, writer]);
}
