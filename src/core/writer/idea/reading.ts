/** What is known while one sentence of an idea is read, passed from clause to clause. */
import type { Token } from '../../story/language/tag.ts';
import type { IdeaObject, Part } from './parts.ts';
import type { World } from './world.ts';

export interface SentenceReading {
  readonly tokens: readonly Token[];
  /** What all sentences together have told so far; reading adds to it. */
  readonly world: World;
  /** Keys of those who do what the clause at hand tells. */
  subjects: readonly string[];
  /** Its subject where that is nobody: 'the rain'. */
  other: readonly Part[];
}

/** The words from `start` to `end` as the idea has them. */
export function textOf({ tokens }: SentenceReading, start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ')
    .replaceAll(/ (['’]s?\b|[,.])/gu, '$1');
}

/** Whether the verb has to fit several: two brothers may be one being of the story. */
export function isPlural({ subjects, world }: SentenceReading): boolean {
  return subjects.length > 1 || world.beings.some((being) => being.key === subjects[0] && being.count !== undefined);
}

/** What 'it' means when it is a thing. */
export function referredObject(world: World): IdeaObject | undefined {
  return world.objects.find((object) => !object.plural && !object.oblique);
}
