import type { Storyboard } from '../../../shared/story.ts';

/** Ids of the members of the cast who say something within quotation marks, so that a voice of their own would be heard. */
export function speakersOf({ scenes }: Pick<Storyboard, 'scenes'>): ReadonlySet<string> {
  return new Set(scenes.flatMap(({ quotes }) => quotes.flatMap(({ speaker }) => speaker ?? [])));
}
