import { wordsOf } from '../../../shell/film-length.ts';
import type { DeskStory } from './types.ts';

/** It ended before its writer was done with it. */
export function isUnfinished({ state }: DeskStory): boolean {
  return state === 'stopped' || state === 'broken-off' || state === 'failed';
}

/** The scene that is being written, counted from 1: the last that has text; 0 while there is the outline alone. */
export function sceneAtWork({ scenes }: DeskStory): number {
  return scenes.findLastIndex(({ text }) => text !== '') + 1;
}

export function storyWords({ scenes }: DeskStory): number {
  return scenes.reduce((sum, { text }) => sum + wordsOf(text), 0);
}
