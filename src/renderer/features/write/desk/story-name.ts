import i18next from 'i18next';
import type { DeskStory } from './types.ts';

/** Its title, or what it is called until it has one. */
export function storyName({ title }: DeskStory): string {
  return title.trim() === '' ? i18next.t('write.untitled') : title.trim();
}
