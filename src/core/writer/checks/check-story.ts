/** What any writer's text is checked for, our own engine's too. Good prose passes; what does not is mended or shown. */
import type { BrokenPromise } from '../../../shared/writing.ts';
import type { Check, Checked, Finding } from './finding.ts';
import { checkLanguage, checkLength, checkPromptText } from './form.ts';
import { checkEnding, checkEvents } from './happenings.ts';
import { checkLevel } from './level.ts';
import { checkKinds, checkNames, checkOtherKinds } from './people.ts';
import { checkRepetition } from './repetition.ts';
import { readText } from './story-text.ts';
import { checkStrayNames } from './stray-names.ts';

const CHECKS: readonly Check[] = [
  checkLanguage,
  checkPromptText,
  checkNames,
  checkKinds,
  checkOtherKinds,
  checkEvents,
  checkEnding,
  checkStrayNames,
  checkRepetition,
  checkLevel,
  checkLength,
];

export interface StoryToCheck extends Omit<Checked, 'text'> {
  /** Text of each scene, without titles. */
  readonly scenes: readonly string[];
}

/** In the order in which it matters; empty when every promise is kept. */
export function checkStory({ scenes, ...asked }: StoryToCheck): Finding[] {
  const checked = { ...asked, text: readText(scenes) };
  return CHECKS.flatMap((check) => check(checked));
}

/** For the story's reader, who sees no scene numbers. */
export function toPromises(findings: readonly Finding[]): BrokenPromise[] {
  return findings.map(({ kind, message }) => ({ kind, message }));
}
